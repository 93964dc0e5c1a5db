package records

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	bolt "go.etcd.io/bbolt"

	"guongsang/internal/report"
	"guongsang/storage/kv"
	"guongsang/storage/layout"
)

// Of the invites that were ever made few can still be used, and only these are
// asked for: their index is by the post to which they let in. One that was used
// or taken back leaves it at once, one that expired with the next Forget.

// Invite is the invite whose code has that hash.
func (tx *Snapshot) Invite(hash string) (i report.Invite, err error) {
	return i, kv.Get(tx, layout.BucketInvites, layout.Key(hash), &i)
}

// PutInvite writes an invite.
func (tx *Tx) PutInvite(i report.Invite) error {
	if err := kv.Put(tx, layout.BucketInvites, layout.Key(i.Hash), i); err != nil {
		return err
	}
	if i.Used.IsZero() && i.Revoked.IsZero() {
		return kv.PutRaw(tx, layout.BucketOpen, openKey(i), layout.Key(i.By))
	}
	return kv.Delete(tx, layout.BucketOpen, openKey(i))
}

func openKey(i report.Invite) []byte {
	p := i.Post
	return append(placeKey(p), layout.Key(p.Deputy, i.Expires.UnixNano(), i.Hash)...)
}

func placeKey(p report.Post) []byte { return layout.Key(p.Role, p.Unit+p.Block) }

// An OpenInvite is what the index knows of an invite that can still be used.
type OpenInvite struct {
	Post    report.Post // Since is unset
	By      int64
	Expires time.Time
	Hash    string
}

// OpenInvites lists the invites that can still be used, those that expire first
// in front. No invite itself is read.
func (tx *Snapshot) OpenInvites() ([]OpenInvite, error) {
	open, err := tx.open(nil)
	slices.SortStableFunc(open, func(a, b OpenInvite) int {
		return cmp.Or(a.Expires.Compare(b.Expires), cmp.Compare(a.Post.Unit, b.Post.Unit), cmp.Compare(a.Hash, b.Hash))
	})
	return open, err
}

// OpenInvitesTo lists those to a post, chính and dự phòng apart.
func (tx *Snapshot) OpenInvitesTo(p report.Post) ([]report.Invite, error) {
	open, err := tx.open(append(placeKey(p), layout.Key(p.Deputy)...))
	if err != nil {
		return nil, err
	}
	return tx.InvitesOf(open)
}

// InvitesOf reads the invites of some entries of the index.
func (tx *Snapshot) InvitesOf(open []OpenInvite) ([]report.Invite, error) {
	list := make([]report.Invite, 0, len(open))
	for _, o := range open {
		i, err := tx.Invite(o.Hash)
		if err != nil {
			return nil, fmt.Errorf("open invite: %w", err)
		}
		list = append(list, i)
	}
	return list, nil
}

func (tx *Snapshot) open(prefix []byte) (open []OpenInvite, err error) {
	now := tx.Now.UnixNano()
	err = kv.Each(tx, layout.BucketOpen, prefix, func(k, v []byte) error {
		o, expires := ReadOpen(k, v)
		if expires > now {
			open = append(open, o)
		}
		return nil
	})
	return open, err
}

// ReadOpen reads an entry of the index, and when it expires, in Unix nanoseconds.
func ReadOpen(k, v []byte) (o OpenInvite, expires int64) {
	kt, vt := layout.Tuple(k), layout.Tuple(v)
	o.Post.Role = report.Role(kt.Text())
	where := kt.Text()
	if o.Post.Role == report.BlockHead {
		o.Post.Block = where
	} else {
		o.Post.Unit = where
	}
	o.Post.Deputy = kt.Int() != 0
	expires = kt.Int()
	o.Expires, o.Hash, o.By = time.Unix(0, expires), kt.Text(), vt.Int()
	return o, expires
}

// InviteLike is the invite whose hash begins so; of several the first.
func (tx *Snapshot) InviteLike(hash string) (i report.Invite, err error) {
	prefix := layout.Key(hash)[:1+len(hash)] // without what ends a string
	k, _ := kv.CursorOf(tx, layout.BucketInvites).Seek(prefix)
	if !bytes.HasPrefix(k, prefix) {
		return i, kv.ErrNotFound
	}
	return i, kv.Get(tx, layout.BucketInvites, k, &i)
}

// Invites lists all invites ever made, in no particular order.
func (tx *Snapshot) Invites() ([]report.Invite, error) {
	return kv.List[report.Invite](tx, layout.BucketInvites, nil)
}

// AddOpenInvites makes the index of those that can still be used.
func AddOpenInvites(tx *bolt.Tx) error {
	open, err := tx.CreateBucketIfNotExists(layout.BucketOpen)
	if err != nil {
		return fmt.Errorf("making bucket %s: %w", layout.BucketOpen, err)
	}
	return tx.Bucket(layout.BucketInvites).ForEach(func(k, v []byte) error {
		var i report.Invite
		if err := json.Unmarshal(v, &i); err != nil {
			return fmt.Errorf("reading invites%s: %w", layout.Format(k), err)
		}
		if !i.Used.IsZero() || !i.Revoked.IsZero() {
			return nil
		}
		return open.Put(openKey(i), layout.Key(i.By))
	})
}

// Tries is how an account fared with invite codes.
type Tries struct {
	Wrong  []time.Time // within the last hour
	Locked time.Time   // until when; zero if not
	Told   time.Time   // when the account last got its one polite sentence
	// Noticed is when it was last shown the notice on personal data.
	Noticed time.Time     `json:",omitzero"`
	Out     []report.Post `json:",omitempty"` // that it was taken out of, Since the newest code of then
}

// Tries is how an account fared so far.
func (tx *Snapshot) Tries(account int64) (t Tries, err error) {
	return t, IgnoreNotFound(kv.Get(tx, layout.BucketTries, layout.Key(account), &t))
}

// PutTries writes how an account fares.
func (tx *Tx) PutTries(account int64, t Tries) error {
	return kv.Put(tx, layout.BucketTries, layout.Key(account), t)
}
