//go:build linux

package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"banwen/internal/hostile"
)

// What a hostile report may cost, whatever is in it.
const (
	mostWall = 2 * time.Second
	mostPeak = 300 << 20
	patience = 20 * time.Second // then the program is stopped, as it may never end
)

// hostileReports measures build and check of every hostile report, and fails
// when one costs more than it may.
func hostileReports(work string) error {
	fmt.Printf("\nHostile reports, one run each of build (docx, pdf and html) and check; at most %d ms and %d MB\n\n", mostWall.Milliseconds(), mostPeak>>20)
	fmt.Printf("| report | build ms | MB | check ms | MB |\n|---|---|---|---|---|\n")
	names, err := writtenElsewhere(work)
	if err != nil {
		return err
	}
	var exceeded []string
	for i, name := range names {
		folder := hostileFolder(work, i)
		built, err := runRefused("build", folder, "-o", filepath.Join(work, "refused"))
		if err != nil {
			return err
		}
		checked, err := runRefused("check", folder)
		if err != nil {
			return err
		}
		fmt.Printf("| %s | %.0f | %d | %.0f | %d |\n", strings.ReplaceAll(name, "|", `\|`), ms(built.wall), built.peak>>20, ms(checked.wall), checked.peak>>20)
		if built.exceeds() || checked.exceeds() {
			exceeded = append(exceeded, name)
		}
	}
	if len(exceeded) > 0 {
		return fmt.Errorf("more than %v or %d MB: %s", mostWall, mostPeak>>20, strings.Join(exceeded, "; "))
	}
	fmt.Printf("\nnone takes more than %v or %d MB\n", mostWall, mostPeak>>20)
	return nil
}

// writeHostile is the argument with which bench writes the reports and does
// nothing else: a process passes its own peak of memory on to those it starts,
// and some of the reports are large.
const writeHostile = "write-hostile"

func writtenElsewhere(work string) (names []string, err error) {
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	output, err := exec.Command(self, writeHostile, work).Output()
	return strings.Split(strings.TrimSpace(string(output)), "\n"), err
}

// writeHostileReports writes every report below work and prints their names.
func writeHostileReports(work string) error {
	for i, c := range hostile.Cases() {
		if err := c.Write(hostileFolder(work, i)); err != nil {
			return err
		}
		fmt.Println(c.Name)
	}
	return nil
}

func hostileFolder(work string, i int) string {
	return filepath.Join(work, fmt.Sprintf("hostile-%d", i), "report")
}

func (u usage) exceeds() bool { return u.wall > mostWall || u.peak > mostPeak }

// runRefused runs the program on a report that it is expected to refuse.
func runRefused(args ...string) (usage, error) {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	cmd := exec.CommandContext(ctx, program, args...)
	begun := time.Now()
	output, err := cmd.CombinedOutput()
	took := time.Since(begun)
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		return usage{}, err
	}
	if strings.Contains(string(output), "goroutine ") {
		return usage{}, fmt.Errorf("panic: %s", output)
	}
	rusage, _ := cmd.ProcessState.SysUsage().(*syscall.Rusage)
	return usage{wall: took, peak: rusage.Maxrss * 1024}, nil
}
