package demo

import (
	_ "embed"
	"fmt"
	"maps"
	"slices"
	"time"

	"go.yaml.in/yaml/v4"
)

// storyFile is the story that is told.
//
//go:embed story.yaml
var storyFile []byte

// configFile is the configuration under which it is told: the office of
// the directory that the project carries.
//
//go:embed config.yaml
var configFile []byte

// A story is what invented people do, day by day. All times are the demo's.
type story struct {
	Start    string            `yaml:"start"` // first day
	End      string            `yaml:"end"`   // last day
	Officer  string            `yaml:"officer"`
	Leader   string            `yaml:"leader"`
	Outsider string            `yaml:"outsider"` // somebody whom nobody invited
	People   map[string]string `yaml:"people"`   // unit code to the name of its focal point
	Heads    map[string]string `yaml:"heads"`    // unit code to the name of its head
	// BlockHeads are the heads of blocks by the block's name.
	BlockHeads map[string]string `yaml:"block_heads"`
	Front      []string          `yaml:"front"`  // units whose focal points stand in front on the page
	Called     []string          `yaml:"called"` // units whose focal points give their number when they come in
	Steps      []storyStep       `yaml:"steps"`
}

// everybody are the units whose focal point comes in.
func (s story) everybody() []string { return slices.Sorted(maps.Keys(s.People)) }

// A storyStep is one thing that somebody does.
type storyStep struct {
	At      string       `yaml:"at"`
	Unit    string       `yaml:"unit"`
	Do      string       `yaml:"do"`
	Example storyExample `yaml:"example"`
	Reason  string       `yaml:"reason"`
	Titles  []string     `yaml:"titles"`
	Title   string       `yaml:"title"`
	Add     string       `yaml:"add"`
}

// A storyExample is what is introduced, in the words that a person types.
type storyExample struct {
	Category string `yaml:"category"`
	Object   string `yaml:"object"`
	Name     string `yaml:"name"`
	Born     int    `yaml:"born"`
	Place    string `yaml:"place"`
	Title    string `yaml:"title"`
	Summary  string `yaml:"summary"`
	Spread   string `yaml:"spread"`
	Consent  string `yaml:"consent"`
	More     string `yaml:"more"` // what else is known, as labelled lines
	Photos   int    `yaml:"photos"`
	// Waits means that the head has not approved it yet, where that is asked.
	Waits bool `yaml:"waits"`
}

func loadStory() (s story, err error) {
	if err := yaml.Load(storyFile, &s, yaml.WithKnownFields()); err != nil {
		return s, fmt.Errorf("reading the story: %w", err)
	}
	return s, nil
}

// when reads a day or a moment of the story.
func when(s string, zone *time.Location) (time.Time, error) {
	layout := "2006-01-02 15:04"
	if len(s) == len("2006-01-02") {
		layout = "2006-01-02"
	}
	t, err := time.ParseInLocation(layout, s, zone)
	if err != nil {
		return t, fmt.Errorf("time %q in the story: %w", s, err)
	}
	return t, nil
}
