package letters

import (
	"fmt"
	"math/rand/v2"
	"regexp/syntax"
	"slices"
	"strings"
	"testing"
	"unicode"
)

func TestWordsOf(t *testing.T) {
	for expr, want := range map[string]string{
		`khong phat sinh`:                               "khong phat sinh",
		`\bbo qua(?: (?:cau|muc))*$`:                    "bo qua",
		`\b(?:gui|nop)(?: \w+){0,5} (?:file|tep) duoc`:  " file duoc| tep duoc",
		`khong (?:co )?phat sinh`:                       "khong co phat sinh|khong phat sinh",
		`\b(?:luu lai|luu nhap)(?: (?:da|nhe))*$`:       "luu lai|luu nhap",
		`\bxin (?:khat|lui) han\b|\bkhat (?:vai|may)\b`: "xin khat han|xin lui han|khat may|khat vai",
		`(?:a|b)+`:                               "",
		`\w+`:                                    "",
		`(?:khong)?`:                             "",
		`(?:khong){0,2}`:                         "",
		`(?:khong){2}`:                           "khong",
		`khong|\d`:                               "",
		`^(?:em|toi|chi) (?:xin|muon|dinh|nho) `: "",
		`^thoi `:                                 "thoi ",
		`(?:chu nhat|nhat)`:                      "nhat",
		`[ab]n toi`:                              "an toi|bn toi",
		`(?:mot|hai|ba|bon|nam)(?:mot|hai|ba|bon|nam)(?:mot|hai)an`: "motan|haian",
	} {
		words, _ := wordsOf(expr)
		got := strings.Join(words, "|")
		if len(words) > 1 {
			slices.Sort(words)
			split := strings.Split(want, "|")
			slices.Sort(split)
			got, want = strings.Join(words, "|"), strings.Join(split, "|")
		}
		if got != want {
			t.Errorf("%s: %q, not %q", expr, got, want)
		}
	}
}

// Whatever an expression matches has one of the words for which it is tried: of expressions
// of all kinds, texts are made that they match.
func TestExpressionsMissNothing(t *testing.T) {
	dice := rand.New(rand.NewPCG(1, 2))
	tried := 0
	for range 6_000 {
		expr := someExpression(dice, 4)
		re, err := syntax.Parse(expr, syntax.Perl)
		if err != nil {
			continue
		}
		e := Pattern(expr)()
		for range 4 {
			text := someText(dice) + matchOf(dice, re) + someText(dice)
			if e.words != nil {
				tried++
			}
			if got, want := e.MatchString(text), e.tried().MatchString(text); got != want {
				t.Fatalf("%s on %q: %v, by the words %q", expr, text, got, e.words)
			}
			for what, pair := range map[string][2]any{
				"FindStringSubmatch":         {e.FindStringSubmatch(text), e.tried().FindStringSubmatch(text)},
				"FindStringIndex":            {e.FindStringIndex(text), e.tried().FindStringIndex(text)},
				"FindStringSubmatchIndex":    {e.FindStringSubmatchIndex(text), e.tried().FindStringSubmatchIndex(text)},
				"FindAllStringIndex":         {e.FindAllStringIndex(text, -1), e.tried().FindAllStringIndex(text, -1)},
				"FindAllStringSubmatchIndex": {e.FindAllStringSubmatchIndex(text, -1), e.tried().FindAllStringSubmatchIndex(text, -1)},
				"FindString":                 {e.FindString(text), e.tried().FindString(text)},
				"FindAllString":              {e.FindAllString(text, -1), e.tried().FindAllString(text, -1)},
				"ReplaceAllStringFunc":       {e.ReplaceAllStringFunc(text, strings.ToUpper), e.tried().ReplaceAllStringFunc(text, strings.ToUpper)},
				"ReplaceAllString":           {e.ReplaceAllString(text, "<$0>"), e.tried().ReplaceAllString(text, "<$0>")},
			} {
				if fmt.Sprintf("%#v", pair[0]) != fmt.Sprintf("%#v", pair[1]) {
					t.Fatalf("%s of %s on %q: %v", what, expr, text, pair)
				}
			}
		}
	}
	if tried < 4_000 {
		t.Errorf("words were known of %d texts only", tried)
	}
}

// someExpression is an expression as they are written here, and stranger ones.
func someExpression(dice *rand.Rand, deep int) string {
	atoms := []string{"khong", "gui", "chua ", " anh", "a", `\w+`, `\d`, `\b`, "[ab]", "ệ", "bo qua", `\s`, ".", "^", "$", "(?i:Anh)", "(?i:sÂn)", "(?i:[a-e]k)", "[^a]", "", ",", "Đ"}
	if deep == 0 || dice.IntN(4) == 0 {
		return atoms[dice.IntN(len(atoms))]
	}
	sub := func() string { return someExpression(dice, deep-1) }
	switch dice.IntN(6) {
	case 0:
		return "(?:" + sub() + "|" + sub() + "|" + sub() + ")"
	case 1:
		return "(" + sub() + ")" + []string{"?", "*", "+", "{0,2}", "{2}", "{1,3}"}[dice.IntN(6)]
	default:
		return sub() + sub() + sub()
	}
}

func someText(dice *rand.Rand) string {
	return []string{"", " ", "em gui anh ", "khong", "bo", "ệ a", "Đ SÂN", "ſân", "K"}[dice.IntN(9)]
}

// matchOf is a text that an expression matches, but for what it wants around it.
func matchOf(dice *rand.Rand, re *syntax.Regexp) string {
	times := func(least, most int) (all string) {
		for range least + dice.IntN(most-least+1) {
			all += matchOf(dice, re.Sub[0])
		}
		return all
	}
	switch re.Op {
	case syntax.OpLiteral:
		text := string(re.Rune)
		if re.Flags&syntax.FoldCase != 0 {
			text = strings.Map(func(r rune) rune {
				for range dice.IntN(3) {
					r = unicode.SimpleFold(r)
				}
				return r
			}, text)
		}
		return text
	case syntax.OpCharClass:
		return string(re.Rune[2*dice.IntN(len(re.Rune)/2)])
	case syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		return "x"
	case syntax.OpCapture:
		return matchOf(dice, re.Sub[0])
	case syntax.OpStar, syntax.OpQuest:
		return times(0, 1)
	case syntax.OpPlus:
		return times(1, 2)
	case syntax.OpRepeat:
		return times(re.Min, max(re.Min, re.Max))
	case syntax.OpAlternate:
		return matchOf(dice, re.Sub[dice.IntN(len(re.Sub))])
	case syntax.OpConcat:
		all := ""
		for _, sub := range re.Sub {
			all += matchOf(dice, sub)
		}
		return all
	}
	return ""
}
