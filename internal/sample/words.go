package sample

import (
	_ "embed"
	"fmt"

	"go.yaml.in/yaml/v4"
)

// wordsFile has the words.
//
//go:embed words.yaml
var wordsFile []byte

// words are what names, places and deeds are put together from.
type words struct {
	Families  []string `yaml:"families"`
	Middles   []string `yaml:"middles"`
	Givens    []string `yaml:"givens"`
	Places    []string `yaml:"places"`
	Kinds     []string `yaml:"kinds"` // of units
	Genders   []string `yaml:"genders"`
	Peoples   []string `yaml:"peoples"`
	Positions []string `yaml:"positions"`
	Reasons   []string `yaml:"reasons"` // of a nil
	Wishes    []string `yaml:"wishes"`  // for which an example is returned
	Deeds     []string `yaml:"deeds"`
	Ends      []string `yaml:"ends"`
	Sentences []string `yaml:"sentences"`
	Block     string   `yaml:"block"`
	Place     string   `yaml:"place"`
	Model     string   `yaml:"model"`
	Household string   `yaml:"household"`
	Results   string   `yaml:"results"`
}

func loadWords() (w words, err error) {
	if err := yaml.Load(wordsFile, &w, yaml.WithKnownFields()); err != nil {
		return w, fmt.Errorf("reading the words of samples: %w", err)
	}
	return w, nil
}
