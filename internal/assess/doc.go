// Package assess drafts what a report says under "Đánh giá chung" (ưu điểm, hạn chế,
// nguyên nhân) and "Nhiệm vụ kỳ tới", as an experienced officer would from the same
// figures.
//
// Figures go in, findings come out: that the rate rose, that nobody of a block sent,
// that no field of work was forgotten. Each is found by one rule (rules.go), which
// looks at its ground and at nothing else: take the ground away, and the finding goes.
// A cause is found only where a figure speaks for it, and a task only where it answers
// a weakness that was found. The words are those of internal/texts; nobody is named.
//
// Until a deadline has passed nothing is held against those who have not sent.
//
// What officers make of the draft is kept beside the sum of its findings (Kept): when
// the figures have changed since, they are told.
package assess
