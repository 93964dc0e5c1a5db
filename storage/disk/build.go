package disk

import (
	"fmt"
	"runtime/debug"

	bolt "go.etcd.io/bbolt"

	"guongsang/storage/layout"
)

// What a release stamps (.ci/release):
//
//	-ldflags "-X guongsang/storage/disk.stampedVersion=v1.2.0 -X guongsang/storage/disk.stampedCommit=0123456789ab"
var stampedVersion, stampedCommit string

// A Build is which program it is: its version, and the commit that it was built
// from. Of a store whose writer nobody noted both are empty.
type Build struct{ Version, Commit string }

// ThisBuild is this program, as a release stamped it, else as the toolchain noted it;
// "?" and "" if nobody knows.
func ThisBuild() Build {
	b := Build{Version: "?"}
	if info, ok := debug.ReadBuildInfo(); ok {
		b = notedBuild(info)
	}
	if stampedVersion != "" {
		b = Build{stampedVersion, stampedCommit}
	}
	return b
}

// notedBuild is what the toolchain noted. It knows no commit where there is
// no repository.
func notedBuild(info *debug.BuildInfo) Build {
	b := Build{Version: info.Main.Version}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" && len(s.Value) >= 12 {
			b.Commit = s.Value[:12]
		}
	}
	return b
}

// writerKey is where a store says which build had it last.
func writerKey() []byte { return layout.Key("writer") }

// NoteWriter notes in a store of this version that this build has it now, if it was
// another before: a program that is too old for the store says then which is not.
func NoteWriter(db *bolt.DB) error {
	before, now := Build{}, ThisBuild()
	err := db.View(func(tx *bolt.Tx) error {
		before = storedWriter(tx)
		return nil
	})
	if err == nil && before != now {
		err = db.Update(func(tx *bolt.Tx) error {
			return tx.Bucket(layout.BucketMeta).Put(writerKey(), layout.Key(now.Version, now.Commit))
		})
	}
	if err != nil {
		return fmt.Errorf("noting which build has the store: %w", err)
	}
	return nil
}

func storedWriter(tx *bolt.Tx) (b Build) {
	if meta := tx.Bucket(layout.BucketMeta); meta != nil {
		t := layout.Tuple(meta.Get(writerKey()))
		b.Version, b.Commit = t.Text(), t.Text()
	}
	return b
}
