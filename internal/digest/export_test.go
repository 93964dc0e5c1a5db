package digest

// TextWidth is how wide a word or line is, in thousandths of its size.
var TextWidth = widthOf
