package vietnamese

// Person are the words for who is spoken of or to, as a regular expression; those are not
// here that are everyday words as well without marks: dì, cậu, mợ.
const Person = `ong|ba|anh|chi|co|chu|bac|thay|cu|em|chau|dong chi`

// Somebody is whoever a sentence goes on about: "chị ấy", "người này", "họ".
const Somebody = `(?:` + Person + `|nguoi|ho)(?: (?:ay|ta|do|nay))?`

// Self is how who writes speaks of himself, as a regular expression.
const Self = `em|e|toi|tui|minh`
