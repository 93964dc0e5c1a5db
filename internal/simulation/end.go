package simulation

import (
	"fmt"
	"time"
)

// end ends the program in one of the ways, and starts it again after a while.
func (p *Play) end() error {
	switch n := p.dice.n(100); {
	case n < 4:
		p.Counts["stops"]++
		p.tell(Told{Kind: Stopped})
		p.ended = append(p.ended, time.Now())
		if err := p.world.Stop(); err != nil {
			return fmt.Errorf("stopping: %w", err)
		}
	case n < 50:
		p.Counts["kills"]++
		if err := p.cut(Whole); err != nil {
			return err
		}
		p.tell(Told{Kind: Killed})
	default:
		how := pick(p.dice, Outcomes)
		p.Counts["power cuts"]++
		p.Counts["cut: "+string(how)]++
		if err := p.cut(how); err != nil {
			return err
		}
		p.tell(Told{Kind: PowerCut, What: string(how)})
	}
	down := time.Duration(p.dice.between(0, 20)) * time.Second
	p.pass(down)
	pending := p.world.Telegram().Pending()
	if err := p.world.Start(); err != nil {
		return fmt.Errorf("starting again: %w", err)
	}
	p.tell(Told{Kind: StartedAgain, Waiting: len(p.busy()), Pending: pending, Down: down})
	return nil
}

// firstStart starts the program for the first time. In every other play the power goes in
// the midst of that.
func (p *Play) firstStart() error {
	if p.dice.chance(50) {
		return p.world.Start()
	}
	dice := p.dice.apart()
	how := pick(p.dice, Outcomes)
	p.Counts["first starts cut"]++
	down := func() { p.world.Telegram().NetworkDown(true) }
	if err := p.disk.Arm(p.dice.between(1, 36), down); err != nil {
		return err
	}
	if err := p.world.Start(); err != nil {
		return err
	}
	if err := p.lay(how, dice); err != nil {
		return err
	}
	return p.world.Start()
}

// cut ends the program at one of its next steps on the disk, or soon if there are
// none, and leaves of them what the outcome says.
func (p *Play) cut(how Outcome) error {
	dice := p.dice.apart()
	down := func() { p.world.Telegram().NetworkDown(true) }
	steps := 6
	if p.night() { // in the midst of a backup
		steps = 16
	}
	if err := p.disk.Arm(1+p.dice.n(steps), down); err != nil {
		return err
	}
	for range 40 {
		if p.disk.Taken() != nil {
			break
		}
		p.pass(step / 4)
	}
	return p.lay(how, dice)
}

// lay ends the program, and leaves of its steps on the disk what the outcome says.
func (p *Play) lay(how Outcome, dice *Dice) error {
	picture, err := p.disk.Take()
	if err != nil {
		return err
	}
	p.world.Telegram().NetworkDown(true)
	p.ended = append(p.ended, time.Now())
	if err := p.world.Halt(); err != nil {
		return fmt.Errorf("ending at once: %w", err)
	}
	if picture.At.Path != "" {
		p.Counts["cut at a step"]++
	}
	if picture.inBackup() {
		p.Counts["cut in a backup"]++
	}
	err = picture.Lay(p.world.Folder(), how, dice)
	p.world.Telegram().NetworkDown(false)
	return err
}
