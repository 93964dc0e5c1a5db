package telegram

import (
	"time"

	"guongsang/internal/courier"
)

// DefaultLimits stay below what Telegram publishes: 30/s in all, 1/s in a chat
// with a short burst, 20/min in a group.
func DefaultLimits() courier.Limits {
	return courier.Limits{PerSecond: 25, ChatEvery: time.Second, ChatBurst: 3, GroupPerMinute: 20}
}
