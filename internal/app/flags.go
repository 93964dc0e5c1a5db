package app

import (
	"errors"
	"flag"
	"regexp"

	"guongsang/internal/letters"
	"guongsang/internal/texts"
)

// ParseFlags reads flags before, between and after the arguments. Its errors are
// worded for the operator, not as package flag has them.
func ParseFlags(fs *flag.FlagSet, args []string) (rest []string, err error) {
	for {
		if err := fs.Parse(args); err != nil {
			return nil, wordFlagError(fs, err)
		}
		if fs.NArg() == 0 {
			return rest, nil
		}
		rest = append(rest, fs.Arg(0))
		args = fs.Args()[1:]
	}
}

var (
	unknownFlag = regexp.MustCompile(`not defined: -+(.*)$`)
	needsValue  = regexp.MustCompile(`needs an argument: -+(.*)$`)
	badValue    = regexp.MustCompile(`(?s)^invalid .*value "(.*)" for (?:flag )?-+([a-z]+):`)
)

func wordFlagError(fs *flag.FlagSet, err error) error {
	text := err.Error()
	if errors.Is(err, flag.ErrHelp) {
		return err
	}
	if m := unknownFlag.FindStringSubmatch(text); m != nil {
		var names []string
		fs.VisitAll(func(f *flag.Flag) { names = append(names, f.Name) })
		return errors.New(texts.UnknownFlag(m[1], letters.Nearest(m[1], names)))
	}
	if m := needsValue.FindStringSubmatch(text); m != nil {
		return errors.New(texts.FlagNeedsValue(m[1]))
	}
	if m := badValue.FindStringSubmatch(text); m != nil {
		return errors.New(texts.BadFlagValue(m[2], m[1]))
	}
	return errors.New(texts.BadFlags())
}
