package form

import (
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

func takeFiles(*report.Draft, string) (note, refusal string) { return "", texts.AskFiles() }

func shownFiles(d report.Draft) string {
	if len(d.Content.Media) == 0 {
		return ""
	}
	return texts.Files(d.Content.Media)
}

// NoRoom refuses a file where there are enough of its kind.
func NoRoom(media []report.Media, m report.Media) string {
	alike := 0
	for _, other := range media {
		if other.Picture() == m.Picture() {
			alike++
		}
	}
	switch {
	case alike < report.MaxFiles:
		return ""
	case m.Picture():
		return texts.TooManyPhotos()
	}
	return texts.TooManyFiles()
}
