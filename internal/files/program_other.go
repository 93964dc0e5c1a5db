//go:build !linux

package files

// UnmapProgram does nothing where it is not known how.
func UnmapProgram() error { return nil }
