// Package invite makes and reads invite codes (mã mời), the one way into the
// program.
//
// A code is typed by people, from paper, on phones with a Vietnamese keyboard.
// So its alphabet has no two symbols that look alike, no vowel, no D and no W:
// without these neither Telex nor VNI can turn what is typed into a letter
// with a mark, and no code spells a word. Fourteen of its 22 symbols are 62
// random bits. Case, spaces and dashes do not matter, and S, B and Z are read
// as the digits 5, 8 and 2 for which they may have been taken.
//
// Only the hash of a code is stored. The code is shown once, to whoever made
// the invite.
package invite

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"strings"
	"time"
	"unicode"

	"guongsang/internal/report"
)

// alphabet is what codes are made of.
const alphabet = "23456789CFGHJKMNPQRTVX"

// Length is the number of symbols in a code, dashes not counted.
const Length = 14

// Life is for how long an invite can be used.
const Life = 14 * 24 * time.Hour

// New makes a code, in groups for people to read, and its hash. It draws from
// random, or from the system's source if that is nil.
func New(random io.Reader) (code, hash string) {
	if random == nil {
		random = rand.Reader
	}
	symbols := make([]byte, Length)
	for i := range symbols {
		symbols[i] = alphabet[draw(random)]
	}
	return Format(string(symbols)), Hash(string(symbols))
}

// draw gives an evenly distributed index of the alphabet: bytes beyond the
// last whole multiple of its length are drawn again.
func draw(random io.Reader) int {
	const whole = 256 / len(alphabet) * len(alphabet)
	for b := make([]byte, 1); ; {
		if _, err := io.ReadFull(random, b); err != nil {
			panic("drawing an invite code: " + err.Error()) // the system's source never fails
		}
		if int(b[0]) < whole {
			return int(b[0]) % len(alphabet)
		}
	}
}

// Issue makes an invite to a post as of now, with the code to hand out.
func Issue(post report.Post, by int64, now time.Time) (code string, i report.Invite) {
	code, hash := New(nil)
	post.Since = time.Time{}
	return code, report.Invite{
		Hash: hash, Hint: code[len(code)-2:], Post: post, By: by, Made: now, Expires: now.Add(Life),
	}
}

// Hash is what a code, however typed, is stored and found under.
func Hash(typed string) string {
	sum := sha256.Sum256([]byte(fold(typed)))
	return hex.EncodeToString(sum[:])
}

// Plausible reports whether the text could be a code at all, so that a
// greeting is not counted as a wrong try.
func Plausible(typed string) bool {
	n := 0
	for _, r := range typed {
		r = symbolOf(r)
		if r < 0 {
			continue
		}
		if n++; n > Length || !strings.ContainsRune(alphabet, r) {
			return false
		}
	}
	return n == Length
}

// Mistyped reports whether a text was meant for a code, with a symbol left out, typed
// twice or misread: so many capitals and digits beside each other are no word.
func Mistyped(typed string) bool {
	if len(typed) > 4*Length {
		return false
	}
	folded := []rune(fold(typed))
	digits, strange := 0, 0
	for _, r := range folded {
		switch {
		case !strings.ContainsRune(alphabet, r):
			strange++
		case unicode.IsDigit(r):
			digits++
		}
	}
	near := len(folded) >= Length-2 && len(folded) <= Length+2
	return near && strange <= 1 && digits >= 2 && len(folded)-digits >= 4 && !Plausible(typed)
}

// Format writes a code in groups: XXXXX-XXXXX-XXXX.
func Format(code string) string {
	folded := []rune(fold(code)) // what is no code is not cut within a letter either
	var groups []string
	for len(folded) > 5 {
		groups = append(groups, string(folded[:5]))
		folded = folded[5:]
	}
	return strings.Join(append(groups, string(folded)), "-")
}

// fold keeps the letters and digits of what was typed, in capitals.
func fold(typed string) string { return strings.Map(symbolOf, typed) }

// symbolOf is what a sign that somebody typed stands for in a code; none: -1.
func symbolOf(r rune) rune {
	switch r = unicode.ToUpper(r); {
	case r == 'S':
		return '5'
	case r == 'B':
		return '8'
	case r == 'Z':
		return '2'
	case unicode.IsLetter(r) || unicode.IsDigit(r):
		return r
	}
	return -1
}
