//go:build linux

// Command bench measures the speed and memory of the built program and of its
// stages, and prints them as the tables of docs/performance.md.
package main

import (
	"fmt"
	"os"
	"runtime"
)

const (
	program = "bin/banwen"
	sample  = "data/2023-h1"
)

func main() {
	if len(os.Args) == 3 && os.Args[1] == writeHostile {
		if err := writeHostileReports(os.Args[2]); err != nil {
			fail(err)
		}
		return
	}
	work, err := os.MkdirTemp("", "banwen-bench-*")
	if err != nil {
		fail(err)
	}
	defer os.RemoveAll(work)
	fmt.Printf("%s, %s/%s, %d cores\n\n", runtime.Version(), runtime.GOOS, runtime.GOARCH, runtime.NumCPU())
	for _, measure := range []func(string) error{wholeProcess, stages, growth, checks, versions, archives, reviewPage, hostileReports} {
		if err := measure(work); err != nil {
			fail(err)
		}
	}
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, "bench:", err)
	os.Exit(1)
}
