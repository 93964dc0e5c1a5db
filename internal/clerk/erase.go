package clerk

import (
	"context"
	"fmt"
	"strconv"

	"guongsang/storage"
)

// Erase forgets what a request asks to have erased. It stands in the line of the
// documents, so that none is made of it meanwhile.
const Erase = storage.ErasingJob

func (c *Clerk) erase(ctx context.Context, j storage.Job) (made, error) {
	n, err := strconv.Atoi(j.Ref)
	if err != nil {
		return made{}, fmt.Errorf("erasing for request %q: %w", j.Ref, err)
	}
	says, err := c.Erase(ctx, c.Now(), n, j.For)
	return made{says: says}, err
}
