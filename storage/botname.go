package storage

import (
	"time"

	"guongsang/storage/kv"
	"guongsang/storage/layout"
)

// BotName is the bot's user name as Telegram last gave it; "" before it was
// ever reached. Links in invites need it, also while the network is down.
func (s *Store) BotName() (name string, err error) {
	err = s.look(func(tx *Tx) error {
		t := layout.Tuple(kv.Raw(tx, layout.BucketMeta, layout.Key("bot")))
		name = t.Text()
		return nil
	})
	return name, err
}

// PutBotName keeps it.
func (s *Store) PutBotName(now time.Time, name string) error {
	return s.Update(now, func(tx *Tx) error { return kv.PutRaw(tx, layout.BucketMeta, layout.Key("bot"), layout.Key(name)) })
}
