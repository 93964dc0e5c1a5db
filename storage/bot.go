package storage

import (
	"fmt"
	"time"

	bolt "go.etcd.io/bbolt"

	"guongsang/storage/kv"
	"guongsang/storage/layout"
)

// AsBot says which bot serves the store from now on, by its account; it is called
// before anything comes in or goes out. The ids of updates, and those of the
// messages in a chat, are of one bot, and begin anew when another gets the store,
// such as the one of the pilot's successor: so whatever is remembered of them
// belongs to the bot. The store numbers its bots as they come, from 0, which is
// also whose all is that was remembered before bots were told apart.
func (s *Store) AsBot(now time.Time, account int64) error {
	number, known, err := s.botNumber(account)
	if err == nil && !known {
		err = s.Update(now, func(tx *Tx) error {
			return kv.PutRaw(tx, layout.BucketMeta, layout.Key("bots", account), layout.Key(number))
		})
	}
	if err != nil {
		return fmt.Errorf("noting that bot %d serves the store: %w", account, err)
	}
	s.bot = number
	return nil
}

// botNumber is the number of a bot, or that which it would get.
func (s *Store) botNumber(account int64) (number int64, known bool, err error) {
	err = s.look(func(tx *Snapshot) error {
		number, known = 0, false
		if v := kv.Raw(tx, layout.BucketMeta, layout.Key("bots", account)); v != nil {
			t := layout.Tuple(v)
			number, known = t.Int(), true
			return nil
		}
		return kv.Each(tx, layout.BucketMeta, layout.Key("bots"), func(_, _ []byte) error {
			number++
			return nil
		})
	})
	return number, known, err
}

// BotName is the bot's user name as Telegram last gave it; "" before it was
// ever reached. Links in invites need it, also while the network is down.
func (s *Store) BotName() (name string, err error) {
	err = s.look(func(tx *Snapshot) error {
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

// bindToBots gives to bot 0 what was remembered before bots were told apart.
func bindToBots(tx *bolt.Tx) error {
	for bucket, length := range map[*bolt.Bucket]int{
		tx.Bucket(layout.BucketSeen):     len(layout.Key(0)),
		tx.Bucket(layout.BucketSeenSaid): len(layout.Key(0, 0)),
	} {
		older := map[string][]byte{}
		err := bucket.ForEach(func(k, v []byte) error {
			if len(k) == length {
				older[string(k)] = append([]byte(nil), v...)
			}
			return nil
		})
		for k, v := range older {
			if err == nil {
				err = bucket.Delete([]byte(k))
			}
			if err == nil {
				err = bucket.Put(append([]byte(k), layout.Key(0)...), v)
			}
		}
		if err != nil {
			return err
		}
	}
	meta := tx.Bucket(layout.BucketMeta)
	offset := append([]byte(nil), meta.Get(layout.Key("offset"))...)
	if len(offset) == 0 {
		return nil
	}
	if err := meta.Put(layout.Key("offset", 0), offset); err != nil {
		return err
	}
	return meta.Delete(layout.Key("offset"))
}
