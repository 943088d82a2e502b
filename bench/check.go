//go:build linux

package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"banwen/internal/compose"
	"banwen/internal/pipeline"
)

// checks measures banwen check: on the sample in process, and the whole
// process on reports of ever more indicators with a 校核 each.
func checks(work string) error {
	request := pipeline.Request{Files: os.DirFS(filepath.Dir(sample)), Dir: filepath.Base(sample), Stage: compose.Draft}
	var times []time.Duration
	for range stageRuns {
		begun := time.Now()
		_, diags := pipeline.Check(request)
		times = append(times, time.Since(begun))
		if err := failure(diags); err != nil {
			return err
		}
	}
	fmt.Printf("Check of %s in process, from folder to findings, median of %d runs: %.1f ms\n\n", sample, stageRuns, ms(median(times)))
	fmt.Printf("Check of a report of N indicators with N relations, whole process, median of %d runs\n\n| indicators | ms | µs each | peak MB |\n|---|---|---|---|\n", growthRuns)
	for _, n := range []int{1_000, 10_000, 100_000} {
		folder := filepath.Join(work, "checks-"+strconv.Itoa(n))
		if err := writeChecks(folder, n); err != nil {
			return err
		}
		var walls []time.Duration
		var peak int64
		for range growthRuns {
			u, err := measured(exec.Command(program, "check", folder))
			if err != nil {
				return err
			}
			walls, peak = append(walls, u.wall), max(peak, u.peak)
		}
		wall := median(walls)
		fmt.Printf("| %d | %.0f | %.1f | %d |\n", n, ms(wall), ms(wall)*1000/float64(n), peak>>20)
	}
	fmt.Println()
	return nil
}

// writeChecks writes a report's folder of n indicators, a thousand an area:
// sums of the two before, each checked, with an order to the one before.
func writeChecks(folder string, n int) error {
	const perArea = 1000
	if err := os.MkdirAll(filepath.Join(folder, "areas"), 0o755); err != nil {
		return err
	}
	var names []string
	for i := range n / perArea {
		var figures, relations strings.Builder
		for j := range perArea {
			fmt.Fprintf(&figures, "  指标%d: %d起\n", j, j)
			fmt.Fprintf(&relations, "  - 指标%d + 指标%d = 指标%d + 指标%d\n", j, (j+7)%perArea, (j+7)%perArea, j)
		}
		name := fmt.Sprintf("a%03d", i)
		names = append(names, name)
		text := fmt.Sprintf("工作: 第%d项\n指标:\n%s校核:\n%s", i, figures.String(), relations.String())
		if err := os.WriteFile(filepath.Join(folder, "areas", name+".yaml"), []byte(text), 0o644); err != nil {
			return err
		}
	}
	report := "单位: 某单位\n标题: 某单位工作总结\n期间: 2023上半年\n导语: 今年以来，各项工作稳步推进。\n工作: [" + strings.Join(names, ", ") + "]\n"
	return os.WriteFile(filepath.Join(folder, "report.yaml"), []byte(report), 0o644)
}
