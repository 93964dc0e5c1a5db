package clerk

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"

	"guongsang/internal/report"
	"guongsang/storage"
	"guongsang/storage/records"
)

// Revoke takes back the invites of an account that has lost the post in which it
// made them: the Ref of the job. Such a code lets nobody in as it is, but it would
// again if the account came back to its post.
const Revoke = "revoke"

// revoke takes back, some in each commit, the invites that the posts which the
// account held all the time since the job was asked for do not allow.
func (c *Clerk) revoke(ctx context.Context, j storage.Job) (made, error) {
	now := c.Now()
	account, err := strconv.ParseInt(j.Ref, 10, 64)
	if err != nil {
		return made{}, fmt.Errorf("invites of %q to take back: %w", j.Ref, err)
	}
	var own []records.OpenInvite
	err = c.Store.View(now, func(tx *storage.Snapshot) error {
		m, err := tx.Member(account)
		if err != nil && !errors.Is(err, storage.ErrNotFound) {
			return err
		}
		m.Posts = slices.DeleteFunc(slices.Clone(m.Posts), func(p report.Post) bool { return p.Since.After(j.Made) })
		open, err := tx.OpenInvites()
		own = slices.DeleteFunc(open, func(o records.OpenInvite) bool { return o.By != account || m.MayAppoint(o.Post) })
		return err
	})
	if err != nil {
		return made{}, err
	}
	for some := range slices.Chunk(own, issueChunk) {
		if ctx.Err() != nil {
			return made{}, ctx.Err()
		}
		if err := c.takeBack(j, some); err != nil {
			return made{}, err
		}
	}
	return made{}, nil
}

// takeBack revokes those of some invites that were made before the job was asked
// for and are still open.
func (c *Clerk) takeBack(j storage.Job, some []records.OpenInvite) error {
	return c.Store.Update(c.Now(), func(tx *storage.Tx) error {
		invites, err := tx.InvitesOf(some)
		if err != nil {
			return err
		}
		for _, i := range invites {
			if i.Made.After(j.Made) || !i.Open(tx.Now) {
				continue
			}
			i.Revoked = tx.Now
			if err := tx.PutInvite(i); err != nil {
				return err
			}
			if err := tx.Audit(j.For, report.InviteRevoked, i.Ref()); err != nil {
				return err
			}
		}
		return nil
	})
}
