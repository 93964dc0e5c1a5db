package app

import "runtime/debug"

// BuildVersion is what the build knows of itself.
func BuildVersion() (version, revision string) {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "?", ""
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" && len(s.Value) >= 12 {
			revision = s.Value[:12]
		}
	}
	return info.Main.Version, revision
}
