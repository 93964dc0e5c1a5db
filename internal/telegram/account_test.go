package telegram

import (
	"strings"
	"testing"
)

// A new token of the same bot is the same account.
func TestAccount(t *testing.T) {
	for token, want := range map[string]int64{
		"123456789:" + strings.Repeat("A", 35): 123456789,
		"123456789:" + strings.Repeat("B", 35): 123456789,
		"7:" + strings.Repeat("A", 35):         7,
	} {
		c, err := New(Options{Token: token})
		if err != nil {
			t.Fatal(err)
		}
		if got := c.Account(); got != want {
			t.Errorf("the account is %d, want %d", got, want)
		}
	}
}
