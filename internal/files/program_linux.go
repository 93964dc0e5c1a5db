package files

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"syscall"
)

// UnmapProgram takes the pages of the program's own file out of the memory of this
// process, but for those that it writes to. The kernel maps sixteen at a time of what is
// read or run, and what the start needed would stay with the process as long as it
// runs; what is needed again is mapped again, from the kernel's cache.
func UnmapProgram() error {
	self, err := os.Readlink("/proc/self/exe")
	if err != nil {
		return fmt.Errorf("finding the program's file: %w", err)
	}
	maps, err := os.ReadFile("/proc/self/maps")
	if err != nil {
		return fmt.Errorf("reading what is mapped: %w", err)
	}
	for line := range strings.Lines(string(maps)) {
		var from, to uintptr
		var may string
		if _, parsing := fmt.Sscanf(line, "%x-%x %s", &from, &to, &may); parsing != nil || may[1] == 'w' || !strings.HasSuffix(line, " "+self+"\n") {
			continue
		}
		if _, _, errno := syscall.Syscall(syscall.SYS_MADVISE, from, to-from, syscall.MADV_DONTNEED); errno != 0 {
			err = errors.Join(err, fmt.Errorf("unmapping %x-%x of the program: %w", from, to, errno))
		}
	}
	return err
}
