//go:build linux

package main

import (
	"fmt"
	"os/exec"
	"path/filepath"
	"slices"
	"syscall"
	"time"
)

// sampleRuns is how often the whole process runs for its median.
const sampleRuns = 41

// usage is what one run of the program took.
type usage struct {
	wall time.Duration
	peak int64 // resident memory at its highest, bytes
}

// runProgram runs the built program on a report's folder.
func runProgram(folder, out string, args ...string) (usage, error) {
	return measured(exec.Command(program, append([]string{"build", folder, "-o", out}, args...)...))
}

// measured runs a command.
func measured(cmd *exec.Cmd) (usage, error) {
	begun := time.Now()
	if output, err := cmd.CombinedOutput(); err != nil {
		return usage{}, fmt.Errorf("%w: %s", err, output)
	}
	took := time.Since(begun)
	rusage, _ := cmd.ProcessState.SysUsage().(*syscall.Rusage)
	return usage{wall: took, peak: rusage.Maxrss * 1024}, nil
}

// wholeProcess measures the sample, from start to exit.
func wholeProcess(work string) error {
	fmt.Printf("Whole process, %s, median of %d runs\n\n| outputs | median ms | fastest ms | peak MB |\n|---|---|---|---|\n", sample, sampleRuns)
	for _, formats := range []string{"docx,pdf,html", "docx", "pdf", "html", "txt"} {
		var runs []usage
		for range sampleRuns {
			u, err := runProgram(sample, filepath.Join(work, "sample"), "--format", formats)
			if err != nil {
				return err
			}
			runs = append(runs, u)
		}
		slices.SortFunc(runs, func(a, b usage) int { return int(a.wall - b.wall) })
		peak := slices.MaxFunc(runs, func(a, b usage) int { return int(a.peak - b.peak) }).peak
		fmt.Printf("| %s | %.1f | %.1f | %d |\n", formats, ms(runs[len(runs)/2].wall), ms(runs[0].wall), peak>>20)
	}
	fmt.Println()
	return nil
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

func median(times []time.Duration) time.Duration {
	slices.Sort(times)
	return times[len(times)/2]
}
