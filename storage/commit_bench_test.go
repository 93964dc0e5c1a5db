package storage

import (
	"testing"

	"guongsang/internal/chat"
)

// A commit costs a disk sync; those who wait share one.
func BenchmarkUpdate(b *testing.B) {
	put := func(b *testing.B, s *Store) {
		err := s.Update(at(1, 8), func(tx *Tx) error {
			_, err := tx.Put(Row{Chat: 7, Message: chat.Message{Text: "Đã tiếp nhận."}})
			return err
		})
		if err != nil {
			b.Fatal(err)
		}
	}
	b.Run("alone", func(b *testing.B) {
		s := mustOpen(b)
		for b.Loop() {
			put(b, s)
		}
	})
	b.Run("together", func(b *testing.B) {
		s := mustOpen(b)
		b.SetParallelism(50)
		b.RunParallel(func(pb *testing.PB) {
			for pb.Next() {
				put(b, s)
			}
		})
	})
}
