package letters

import "strings"

// Unstyled is a text without the marks of Markdown that messengers leave in what is
// copied: "**Lò Văn Pản**".
func Unstyled(text string) string {
	if strings.Count("\n"+text, "\n>") > 1 { // a letter that was quoted
		text = quotedLine().ReplaceAllString(text, "")
	}
	if !strings.ContainsAny(text, "*`") {
		return text
	}
	return styled().ReplaceAllString(text, "$1$2$3$4")
}

var quotedLine = Pattern(`(?m)^(?:> ?)+`)

var styled = Pattern("\\*\\*|`+|(^|[\\s(:,])\\*(\\pL)|(\\pL|[:.)])\\*(\\s|$)")
