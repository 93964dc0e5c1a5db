package main

import (
	"testing"
)

// TestProcess proves on the real program, as a process of its own, what no part
// of it can prove alone.
func TestProcess(t *testing.T) {
	binary := build(t)
	t.Run("kill", func(t *testing.T) { proveKill(t, binary) })
}
