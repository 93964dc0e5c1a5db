package webchat

import "guongsang/internal/emulator"

// deliver sends files from a phone in the way that was chosen: photos, a voice
// note, or files as they are.
func deliver(p *emulator.Person, kind, caption string, files []emulator.File) {
	switch {
	case kind == emulator.KindVoice:
		for _, f := range files {
			p.VoiceNote(f)
		}
	case kind == emulator.KindPhoto && len(files) > 1:
		var pictures [][]byte
		for _, f := range files {
			pictures = append(pictures, f.Data)
		}
		p.Album(caption, pictures...)
	case kind == emulator.KindPhoto:
		p.Photo(files[0].Data, caption)
	default:
		p.Documents(caption, files...)
	}
}
