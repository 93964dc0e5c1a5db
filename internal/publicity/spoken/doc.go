// Package spoken writes Vietnamese as it is spoken, for a loudspeaker with a
// synthetic voice: nothing is left of digits, signs, units and short forms that
// such a voice reads wrongly or not at all.
//
//	15/10        ngày mười lăm tháng mười
//	320 m²       ba trăm hai mươi mét vuông
//	7h30         bảy giờ ba mươi phút
//	quý IV/2026  quý bốn năm hai nghìn không trăm hai mươi sáu
//	UBND         Ủy ban nhân dân
//
// Text goes through a row of rules (rules.go), each of which finds one kind of
// thing by its form and writes it in words: what is long and certain first, a bare
// number last. number.go says numbers, digits, decimals and ordinals; when.go
// dates and times; amount.go units, money and fractions; document.go the numbers of
// official documents; roman.go Roman numerals; abbreviation.go short forms, of
// which abbreviations.txt is the list. Where a form has two meanings, the words
// around it decide: 15/10 is a day, 14/16 bản is a share.
//
// The package is pure and knows nothing of introductions.
package spoken
