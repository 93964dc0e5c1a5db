package storage

import "time"

// BotName is the bot's user name as Telegram last gave it; "" before it was
// ever reached. Links in invites need it, also while the network is down.
func (s *Store) BotName() (name string, err error) {
	err = s.look(func(tx *Tx) error {
		t := tuple(tx.bolt.Bucket(bucketMeta).Get(key("bot")))
		name = t.string()
		return nil
	})
	return name, err
}

// PutBotName keeps it.
func (s *Store) PutBotName(now time.Time, name string) error {
	return s.Update(now, func(tx *Tx) error { return tx.putRaw(bucketMeta, key("bot"), key(name)) })
}
