package said

import "guongsang/internal/letters"

// Group is the words for whom a text counts and says no more: "tập thể 11 người".
func Group(text string) string {
	if m := counted().FindStringSubmatch(letters.Fold(text)); m != nil {
		return m[1]
	}
	return ""
}

var counted = letters.Pattern(`^(?:la )?(?:mot )?(tap the)(?: (?:co |gom )?\d{1,3} (?:nguoi|thanh vien|dong chi|chi|anh|em|hoi vien|doan vien))(?: (?:nhe|nha|a|em|chi|ad|nghe|nghen))*[.!]?$`)
