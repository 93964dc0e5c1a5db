package vietnamese

// Yes are the words that agree, alone or before what else is said, as a regular expression.
const Yes = `ok|vang|da|u|uh|um|uhm|uk|duoc`

// Agreeing are those of two words; "tán thành" is a place as well without marks.
const Agreeing = `dong y|nhat tri`
