//go:build unix

package hostile

import "syscall"

// makePipe makes a named pipe: whoever reads it waits for a writer.
func makePipe(path string) error { return syscall.Mkfifo(path, 0o600) }
