package privacy

import "testing"

func TestRead(t *testing.T) {
	for r := range rune(26) {
		small, capital := letter{kind: alphabet, base: byte('a' + r)}, letter{kind: alphabet, base: byte('a' + r), upper: true}
		for got, want := range map[rune]letter{'a' + r: small, 'ａ' + r: small, 'ⓐ' + r: small, 'A' + r: capital, 'Ａ' + r: capital} {
			if read(got) != want {
				t.Errorf("%q is read as %+v, want %+v", got, read(got), want)
			}
		}
	}
	for r := range rune(10) {
		for _, got := range []rune{'0' + r, '０' + r} {
			if want := (letter{kind: digit, base: byte('0' + r)}); read(got) != want {
				t.Errorf("%q is read as %+v, want %+v", got, read(got), want)
			}
		}
	}
	for r, want := range map[rune]letter{
		' ': {}, '\n': {}, '\t': {}, '\u0085': {}, '\u00a0': {}, '.': {}, '“': {},
		'\x00': {kind: unseen}, '\x7f': {kind: unseen}, '\u00ad': {kind: unseen}, '\u200b': {kind: unseen}, '\u200d': {kind: unseen}, '\ufe0f': {kind: unseen}, '\u3164': {kind: unseen},
		'\u0301': {kind: mark, tone: 2}, '\u031b': {kind: mark, shape: 3},
		'đ': {kind: alphabet, base: 'd', shape: stroke}, 'Đ': {kind: alphabet, base: 'd', shape: stroke, upper: true},
		'ấ': {kind: alphabet, base: 'a', shape: 1, tone: 2}, 'Ợ': {kind: alphabet, base: 'o', shape: 3, tone: 5, upper: true},
		'а': {kind: alphabet, base: 'a'}, 'Р': {kind: alphabet, base: 'p', upper: true}, 'ϲ': {kind: alphabet, base: 'c'}, '𝚨': {kind: alphabet, base: 'a', upper: true}, 'ﬁ': {kind: alphabet, base: 'f'},
		'李': {kind: alphabet}, 'Ж': {kind: alphabet, upper: true}, '٣': {kind: digit}, '²': {kind: digit, base: '2'},
	} {
		if read(r) != want {
			t.Errorf("%q is read as %+v, want %+v", r, read(r), want)
		}
	}
}
