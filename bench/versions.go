//go:build linux

package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// manyAreas make a report of about 500 pages.
const manyAreas = 400

// versions measures diff and redline, the whole process: of the sample with a
// few edits, and of a report of about 500 pages of which every fifth area changed.
func versions(work string) error {
	old, edited := filepath.Join(work, "sample-old"), filepath.Join(work, "sample-edited")
	for _, folder := range []string{old, edited} {
		if err := os.CopyFS(folder, os.DirFS(sample)); err != nil {
			return err
		}
	}
	if err := replaceIn(filepath.Join(edited, "areas", "crime.yaml"), "全力提升群众安全感", "全面提升群众安全感和满意度"); err != nil {
		return err
	}
	long, longEdited := filepath.Join(work, "long-old"), filepath.Join(work, "long-edited")
	for _, folder := range []string{long, longEdited} {
		if err := writeReport(folder, manyAreas); err != nil {
			return err
		}
	}
	for i := 0; i < manyAreas; i += 5 {
		if err := replaceIn(filepath.Join(longEdited, "areas", fmt.Sprintf("area-%04d.yaml", i)), "压实各级责任", "层层压实责任"); err != nil {
			return err
		}
	}
	fmt.Printf("diff and redline, whole process, median of %d runs: the sample, and a report of %d areas\n\n| command | sample ms | long ms | long peak MB |\n|---|---|---|---|\n", growthRuns, manyAreas)
	for _, out := range []string{"", "redline.docx", "redline.pdf", "redline.html"} {
		short, _, err := compared(old, edited, work, out)
		if err != nil {
			return err
		}
		wall, peak, err := compared(long, longEdited, work, out)
		if err != nil {
			return err
		}
		name := out
		if name == "" {
			name = "diff"
		}
		fmt.Printf("| %s | %.0f | %.0f | %d |\n", name, ms(short), ms(wall), peak>>20)
	}
	fmt.Println()
	return nil
}

// compared runs diff, or redline where it writes to a file.
func compared(a, b, work, out string) (time.Duration, int64, error) {
	args := []string{"diff", a, b}
	if out != "" {
		args = []string{"redline", a, b, "-o", filepath.Join(work, out)}
	}
	var walls []time.Duration
	var peak int64
	for range growthRuns {
		u, err := measured(exec.Command(program, args...))
		if err != nil {
			return 0, 0, err
		}
		walls, peak = append(walls, u.wall), max(peak, u.peak)
	}
	return median(walls), peak, nil
}

// replaceIn replaces words in a file.
func replaceIn(file, old, instead string) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	return os.WriteFile(file, []byte(strings.ReplaceAll(string(text), old, instead)), 0o644)
}
