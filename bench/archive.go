//go:build linux

package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"time"
)

// archiveRuns is how often archive and verify run for their medians.
const archiveRuns = 11

// archives measures archive and verify of the sample, whole processes, in a
// repository that has all versions before.
func archives(work string) error {
	root := filepath.Join(work, "office")
	folder := filepath.Join(root, "data", "2023-h1")
	if err := os.CopyFS(folder, os.DirFS(sample)); err != nil {
		return err
	}
	var archived, verified []time.Duration
	for i := range archiveRuns {
		u, err := measured(exec.Command(program, "archive", folder, "--stage", "送审稿", "--author", "bench"))
		if err != nil {
			return err
		}
		archived = append(archived, u.wall)
		if u, err = measured(exec.Command(program, "verify", fmt.Sprintf("2023-h1/送审稿-%d", i+1), root)); err != nil {
			return err
		}
		verified = append(verified, u.wall)
	}
	all, err := measured(exec.Command(program, "verify", "all", root))
	if err != nil {
		return err
	}
	fmt.Printf("Archive of %s, whole process, median of %d runs: %.0f ms (the first, which makes the repository: %.0f ms); verify: %.0f ms; verify all %d: %.0f ms\n\n",
		sample, archiveRuns, ms(median(archived[1:])), ms(archived[0]), ms(median(verified)), archiveRuns, ms(all.wall))
	return nil
}
