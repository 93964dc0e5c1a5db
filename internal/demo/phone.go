package demo

import (
	"net/url"
	"slices"
	"strings"

	"guongsang/internal/demotexts"
	"guongsang/internal/invite"
	"guongsang/internal/report"
	"guongsang/internal/webchat"
)

// firstAdded is the account of the first phone that is added on the page.
const firstAdded = 1001

// choices are the posts that a new phone can be enrolled for.
var choices = []struct {
	id   string
	of   string // what it belongs to
	post report.Post
}{
	{"focal", "unit", report.Post{Role: report.Focal}},
	{"deputy", "unit", report.Post{Role: report.Focal, Deputy: true}},
	{"head", "unit", report.Post{Role: report.Head}},
	{"blockhead", "block", report.Post{Role: report.BlockHead}},
	{"officer", "", report.Post{Role: report.Officer}},
	{"leader", "", report.Post{Role: report.Leader}},
	{"admin", "", report.Post{Role: report.Admin}},
	{"", "", report.Post{}},
}

// Directory is what a new phone can be enrolled for.
func (s *stage) Directory() webchat.Directory {
	s.mu.RLock()
	defer s.mu.RUnlock()
	list := webchat.Directory{Units: []webchat.UnitChoice{}, Blocks: []string{}}
	for _, c := range choices {
		list.Roles = append(list.Roles, webchat.RoleChoice{ID: c.id, Title: demotexts.Role(c.post), Of: c.of})
	}
	if s.closed {
		return list
	}
	units := s.play.program.Store().Directory()
	for _, u := range units.Units() {
		list.Units = append(list.Units, webchat.UnitChoice{Code: u.Code, Name: u.Name, Block: u.Block})
	}
	list.Blocks = units.Blocks()
	return list
}

// AddPhone makes a person with an invite in hand, who has not come in yet.
func (s *stage) AddPhone(phone webchat.Phone) (id int64, payload string, err error) {
	s.order.Lock()
	defer s.order.Unlock()
	s.mu.RLock()
	defer s.mu.RUnlock()
	if s.closed {
		return 0, "", webchat.Refusal(demotexts.NoScene())
	}
	name := strings.Join(strings.Fields(phone.Name), " ")
	if name == "" {
		return 0, "", webchat.Refusal(demotexts.WhoseName())
	}
	if payload, err = s.play.invitation(phone); err != nil {
		return 0, "", err
	}
	id = firstAdded
	for _, p := range s.play.server.People() {
		id = max(id, p.ID()+1)
	}
	s.play.server.Person(id, name)
	return id, payload, nil
}

// invitation is the code by which a new phone comes in: the one that was given,
// or that of an invite made for the post; none for an outsider.
func (p *play) invitation(phone webchat.Phone) (string, error) {
	if code := strings.TrimSpace(phone.Code); code != "" {
		return readCode(code)
	}
	if phone.Role == "" {
		return "", nil
	}
	post, err := p.post(phone)
	if err != nil {
		return "", err
	}
	return p.invite(post)
}

// readCode takes the code out of a link, or as it was typed.
func readCode(typed string) (string, error) {
	code := typed
	if link, err := url.Parse(typed); err == nil && link.Query().Has("start") {
		code = link.Query().Get("start")
	}
	if !invite.Plausible(code) {
		return "", webchat.Refusal(demotexts.WhatCode())
	}
	return strings.NewReplacer("-", "", " ", "").Replace(code), nil
}

// post is the one that was chosen.
func (p *play) post(phone webchat.Phone) (report.Post, error) {
	units := p.program.Store().Directory()
	for _, c := range choices {
		if c.id != phone.Role {
			continue
		}
		post := c.post
		switch c.of {
		case "unit":
			if _, ok := units.Unit(phone.Unit); !ok {
				return post, webchat.Refusal(demotexts.WhichUnit())
			}
			post.Unit = phone.Unit
		case "block":
			if !slices.Contains(units.Blocks(), phone.Block) {
				return post, webchat.Refusal(demotexts.WhichBlock())
			}
			post.Block = phone.Block
		}
		return post, nil
	}
	return report.Post{}, webchat.Refusal(demotexts.WhichRole())
}
