//go:build linux

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// growthRuns is how often each size runs for its median.
const growthRuns = 5

// growth measures how the time grows with the number of areas.
func growth(work string) error {
	fmt.Printf("Growth, docx, pdf and html of a report of N areas, each with three figures, a chart and 500 characters; median of %d runs\n\n", growthRuns)
	fmt.Printf("| areas | ms | ms an area | peak MB |\n|---|---|---|---|\n")
	var all []time.Duration
	for _, n := range []int{10, 100, 1000} {
		folder := filepath.Join(work, "areas-"+strconv.Itoa(n))
		if err := writeReport(folder, n); err != nil {
			return err
		}
		var walls []time.Duration
		var peak int64
		for range growthRuns {
			u, err := runProgram(folder, filepath.Join(work, "grown"))
			if err != nil {
				return err
			}
			walls, peak = append(walls, u.wall), max(peak, u.peak)
		}
		wall := median(walls)
		all = append(all, wall)
		fmt.Printf("| %d | %.1f | %.2f | %d |\n", n, ms(wall), ms(wall)/float64(n), peak>>20)
	}
	fmt.Printf("\nt(1000)/t(10) = %.1f\n", float64(all[2])/float64(all[0]))
	return nil
}

// writeReport writes a report's folder of n areas.
func writeReport(folder string, n int) error {
	if err := os.MkdirAll(filepath.Join(folder, "areas"), 0o755); err != nil {
		return err
	}
	var names []string
	for i := range n {
		name := fmt.Sprintf("area-%04d", i)
		names = append(names, name)
		if err := os.WriteFile(filepath.Join(folder, "areas", name+".yaml"), []byte(areaText(i)), 0o644); err != nil {
			return err
		}
	}
	report := "单位: 某单位\n标题: 某单位工作总结\n期间: 2023上半年\n导语: 今年以来，各项工作稳步推进。\n工作: [" + strings.Join(names, ", ") + "]\n"
	return os.WriteFile(filepath.Join(folder, "report.yaml"), []byte(report), 0o644)
}

func areaText(i int) string {
	prose := strings.Repeat("坚持问题导向，紧盯重点任务，压实各级责任，推动各项工作落地见效。", 16)
	return fmt.Sprintf(`工作: 第%d项
责任单位: 办公室
统计期: 1—6月
标题: 抓好第%d项工作
指标:
  受理: {数: %d件, 去年同期: %d件}
  办结: %d件
  办结率: {公式: 办结 / 受理, 格式: 百分比2}
正文: |
  %s共受理{{受理}}，同比{{同比 受理}}，办结{{办结}}，办结率{{办结率}}。
图表:
  - {名称: 办理情况, 类型: 柱状图, 指标: [受理, 办结]}
`, i+1, i+1, 200+i, 190+i, 100+i, prose)
}
