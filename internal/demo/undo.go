package demo

import (
	"context"
	"errors"
	"os"

	"guongsang/internal/demotexts"
	"guongsang/internal/webchat"
)

// Whoever begins a scene leaves another, in which something may have been tried
// with care. So the one that was left is written down and stays until it is left
// behind twice; to go back is to change places with it.

// undo goes back to the play whose place the present one took.
func (s *stage) undo(context.Context) error {
	dir := s.lastPlay()
	if dir == "" {
		return webchat.Refusal(demotexts.NothingBefore())
	}
	if s.kept != "" {
		if err := s.swapKept(dir); err != nil {
			return err
		}
		dir = s.kept
	}
	was, err := readKept(dir)
	if err != nil {
		return err
	}
	if was == nil {
		return webchat.Refusal(demotexts.NothingBefore())
	}
	return s.restore(dir, was)
}

func (s *stage) lastPlay() string {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.before
}

// vacate ends the play of a kept store and puts what the folder holds aside.
func (s *stage) vacate() (aside string, err error) {
	err = s.close()
	aside, fault := putAside(s.kept)
	return aside, errors.Join(err, fault)
}

// swapKept lets what a folder of a kept store holds change places with what was
// put aside.
func (s *stage) swapKept(before string) error {
	aside, err := s.vacate()
	if err != nil {
		return err
	}
	names, err := present(before)
	if err != nil {
		return err
	}
	if err := moveAll(names, before, s.kept); err != nil {
		return err
	}
	s.mu.Lock()
	s.before = aside
	s.mu.Unlock()
	return os.Remove(before)
}

// setBefore notes the folder that is left for another. The one that was left
// before that is given up, unless it is the one that is gone back to.
func (s *stage) setBefore(left, next string) {
	s.mu.Lock()
	given := s.before
	s.before = left
	s.mu.Unlock()
	if given == "" || given == next {
		return
	}
	if err := os.RemoveAll(given); err != nil {
		s.log.Warn("an earlier scene stays on the disk", "err", err)
	}
}
