package app

import "runtime/debug"

// What a release stamps (.ci/release):
//
//	-ldflags "-X guongsang/internal/app.stampedVersion=v1.2.0 -X guongsang/internal/app.stampedCommit=0123456789ab"
var stampedVersion, stampedCommit string

// BuildVersion is of which version the program is, and from which commit it was
// built: as a release stamped it, else as the toolchain noted it; "?" and "" if
// nobody knows.
func BuildVersion() (version, commit string) {
	version, commit = "?", ""
	if info, ok := debug.ReadBuildInfo(); ok {
		version, commit = notedVersion(info)
	}
	if stampedVersion != "" {
		version, commit = stampedVersion, stampedCommit
	}
	return version, commit
}

// notedVersion is what the toolchain noted. It knows no commit where there is
// no repository.
func notedVersion(info *debug.BuildInfo) (version, commit string) {
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" && len(s.Value) >= 12 {
			commit = s.Value[:12]
		}
	}
	return info.Main.Version, commit
}
