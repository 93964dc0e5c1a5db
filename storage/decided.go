package storage

// Decided reports whether a stage is in the reminder log, sent or left out.
func (tx *Tx) Decided(k StageKey) bool { return tx.has(bucketStages, k.bytes()) }
