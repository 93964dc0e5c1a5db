// Package publicity makes of an introduction what takers of publicity can use as it
// is: "để tuyên truyền", as the letter says. It makes it by rules, of a public
// privacy.View and a few fixed words (internal/texts), and adds nothing.
//
//	channel      a post of a Telegram channel: Post cuts it into the caption of an
//	             album and the messages after it
//	article      for a portal or the press: title, sapo, body
//	zalo         the article of a Zalo page, the same within that page's bounds
//	facebook     80 to 150 words with hashtags, for Facebook and Zalo
//	loudspeaker  plain text for a synthetic voice: all as spoken (package spoken)
//
// Of gives all five, each as one text, which is how an officer changes one. The
// text of an article and of a Zalo page has its title in the first paragraph, the
// sapo in the second, the body after these (Cut). Check says what keeps a text from
// being used, changed or not: of whom it says too much (privacy.Gate), and where it
// is too long. So whoever publishes does
//
//	g := privacy.GateOf(example, unit, privacy.Public, today)
//	forms, err := publicity.Of(g.View)  // err: nothing of it may be published
//	problems := publicity.Check(g, publicity.Channel, edited)
//	caption, messages := publicity.Post(text, len(g.View.Photos))
//
// and tells each of the problems by Problem.Says; the buttons of forms are called by
// texts.PublicityForm. Retraction stands in the place of a post that is taken back.
//
//	forms.go      which forms there are, and what each is made of
//	fit.go        how a text is brought within bounds: cut at sentences
//	sentence.go   paragraphs, and the stop at the end of a text
//	check.go      the gate before an edited form
//	layout.go     an article as HTML; the one in Word is package digest's
//	package.go    all of it in one ZIP, with the photos and where it comes from
//	retraction.go the line and the picture that stand where a post stood
//
// The package is pure and sees no raw content (bot/layers_test.go). The same View
// gives the same bytes.
package publicity
