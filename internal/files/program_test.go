package files

import (
	"os"
	"runtime"
	"strconv"
	"strings"
	"testing"
)

// What was read of the program's file is no longer in the memory of the process, and the
// program goes on.
func TestUnmapProgram(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("it is known of Linux only")
	}
	before := mappedFiles(t)
	if err := UnmapProgram(); err != nil {
		t.Fatal(err)
	}
	if after := mappedFiles(t); after >= before {
		t.Errorf("%d kB of files are mapped, %d before", after, before)
	}
}

// mappedFiles is how many kB of files are in the memory of the process.
func mappedFiles(t *testing.T) (kB int) {
	t.Helper()
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(status), "RssFile:")
	kB, err = strconv.Atoi(strings.Fields(rest)[0])
	if err != nil {
		t.Fatal(err)
	}
	return kB
}
