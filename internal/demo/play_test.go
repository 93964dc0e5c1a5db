package demo

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// The story runs from its first day to its last, with everything in it that a
// real month has, and ends with the table; also where it is played on into the
// next year.
func TestDemoPlaysItsStory(t *testing.T) {
	var out bytes.Buffer
	if err := Play(t.Context(), PlayOptions{Days: 62}, &out); err != nil {
		t.Fatalf("%v\n%s", err, tail(out.String(), 60))
	}
	story, err := loadStory()
	if err != nil {
		t.Fatal(err)
	}
	introduced := 0
	for _, s := range story.Steps {
		if s.Do == "introduce" || s.Do == "paste" {
			introduced++
			if !strings.Contains(out.String(), s.Example.Title) {
				t.Errorf("the story does not tell of %q", s.Example.Title)
			}
		}
	}
	if receipts := strings.Count(out.String(), "Đã tiếp nhận. Mã số: G-2026-"); receipts != introduced || introduced < 18 {
		t.Errorf("%d receipts for %d introductions", receipts, introduced)
	}
	for _, want := range []string{
		texts.AskChild(report.Content{}, false), texts.AskGuardian(report.Content{}, false), texts.Consent("none"), texts.ToSendStill, // a minor, a refusal, a namesake
		"Đơn vị chưa kết nối, mất liên lạc", "Tổng hợp tháng 11 năm 2026", "Tổng hợp quý IV năm 2026", "không đơn vị nào đã báo cáo mà còn bị nhắc",
	} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("the story has no %q", want)
		}
	}
	if strings.Contains(out.String(), "24/11/2026 ──") {
		t.Error("something happened on a day off")
	}
}

// Quiet, it prints the table alone.
func TestQuietDemoPrintsTheTable(t *testing.T) {
	var out bytes.Buffer
	if err := Play(t.Context(), PlayOptions{Days: 25, Quiet: true, Store: t.TempDir()}, &out); err != nil {
		t.Fatal(err)
	}
	if lines := strings.Count(out.String(), "\n"); lines > 10 || !strings.Contains(out.String(), "tháng 11/2026") {
		t.Errorf("printed:\n%s", out.String())
	}
}

// The story ends in order after any number of days.
func TestDemoPlaysAnyDays(t *testing.T) {
	if os.Getenv("GUONGSANG_LONG") == "" {
		t.Skip("takes minutes: set GUONGSANG_LONG=1")
	}
	for _, days := range []int{1, 2, 14, 19, 30, 44, 45, 46, 57, 100, 400} {
		var out bytes.Buffer
		if err := Play(t.Context(), PlayOptions{Days: days, Quiet: true}, &out); err != nil {
			t.Errorf("%d days: %v\n%s", days, err, tail(out.String(), 10))
		}
	}
}

func tail(s string, n int) string {
	lines := strings.Split(s, "\n")
	return strings.Join(lines[max(0, len(lines)-n):], "\n")
}
