package texts

// LetterLeftOut says that what stands around the content of a letter was not
// taken.
func LetterLeftOut() string {
	return "Phần đầu và cuối văn bản (cơ quan, số, nơi nhận, chữ ký) không đưa vào gương."
}
