package paste

import (
	"guongsang/internal/letters"
	"guongsang/internal/texts"
)

// smallInNames reports whether a word is no part of the name that it stands before.
func smallInNames(word string) bool { return texts.PlaceWords()[word] || word == texts.School }

func inName(value string) string {
	return letters.InName(value, smallInNames, func(word string) bool { return texts.CommuneWords()[word] })
}
