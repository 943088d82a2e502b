package chart

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"banwen/internal/doc"

	"github.com/shopspring/decimal"
)

// What a chart as wide as the type area can show so that it can still be read
// in print.
const (
	maxCategories  = 12 // of an upright chart: twelve months
	maxRows        = 24 // of lying bars, which may fill a page
	maxBars        = 48 // of lying bars in all
	maxSlices      = 12
	maxSeries      = 6
	maxLines       = 4  // series of a line chart: more cannot be told apart without colour
	maxNameLength  = 30 // characters of a category or a series
	maxLabelLength = 8  // ems of a label
)

// Mistakes is all that keeps a chart from being made, each in Chinese.
type Mistakes []error

// Error joins the mistakes into one line.
func (m Mistakes) Error() string {
	texts := make([]string, len(m))
	for i, e := range m {
		texts[i] = e.Error()
	}
	return strings.Join(texts, "；")
}

// Unwrap lists the mistakes.
func (m Mistakes) Unwrap() []error { return m }

func (m *Mistakes) addf(format string, args ...any) { *m = append(*m, fmt.Errorf(format, args...)) }

// kindNames are the kinds as people name them.
var kindNames = map[doc.ChartKind]string{
	doc.Column: "柱状图", doc.Bar: "条形图", doc.StackedColumn: "堆叠柱状图",
	doc.Line: "折线图", doc.Pie: "饼图", doc.Doughnut: "环形图",
}

// check names everything about s that its kind cannot show.
func check(s Spec) error {
	var m Mistakes
	if kindNames[s.Kind] == "" {
		m.addf("没有“%s”这种图", s.Kind)
		return m
	}
	checkShape(s, &m)
	checkNames(s, &m)
	if len(m) == 0 {
		checkLabels(s, &m)
		checkWhole(s, &m)
	}
	if len(m) == 0 {
		return nil
	}
	return m
}

// checkShape looks at the numbers of categories, series and points.
func checkShape(s Spec, m *Mistakes) {
	name := kindNames[s.Kind]
	switch n := len(s.Categories); {
	case n == 0:
		m.addf("%s没有分类", name)
	case isRound(s.Kind) && n > maxSlices:
		m.addf("%s最多分%d块，现有%d块，可把小的并为“其他”或改用条形图", name, maxSlices, n)
	case s.Kind == doc.Bar && n > maxRows:
		m.addf("%s最多%d个分类，现有%d个", name, maxRows, n)
	case s.Kind == doc.Bar && n*len(s.Series) > maxBars:
		m.addf("%s最多画%d条，现有%d条，可减少分类或数据", name, maxBars, n*len(s.Series))
	case s.Kind != doc.Bar && n > maxCategories:
		m.addf("%s最多%d个分类，现有%d个，可改用条形图", name, maxCategories, n)
	}
	switch n := len(s.Series); {
	case n == 0:
		m.addf("%s没有数据", name)
	case isRound(s.Kind) && n > 1:
		m.addf("%s只能画一组数，现有%d组，可改用柱状图", name, n)
	case s.Kind == doc.Line && n > maxLines:
		m.addf("折线图最多%d条线，现有%d条", maxLines, n)
	case n > maxSeries:
		m.addf("%s最多%d组数，现有%d组", name, maxSeries, n)
	}
	for _, row := range s.Series {
		if len(row.Points) != len(s.Categories) {
			m.addf("“%s”有%d个数，分类却有%d个", row.Name, len(row.Points), len(s.Categories))
		}
	}
}

// checkNames looks at what categories and series are called.
func checkNames(s Spec, m *Mistakes) {
	for i, category := range s.Categories {
		switch {
		case strings.TrimSpace(category) == "":
			m.addf("第%d个分类没有名称", i+1)
		case utf8.RuneCountInString(category) > maxNameLength:
			m.addf("分类“%s”的名称太长，最多%d字", category, maxNameLength)
		}
	}
	if len(s.Series) < 2 {
		return
	}
	seen := map[string]bool{}
	for i, row := range s.Series {
		switch {
		case strings.TrimSpace(row.Name) == "":
			m.addf("第%d组数没有名称", i+1)
		case utf8.RuneCountInString(row.Name) > maxNameLength:
			m.addf("“%s”的名称太长，最多%d字", row.Name, maxNameLength)
		case seen[row.Name]:
			m.addf("有两组数都叫“%s”", row.Name)
		}
		seen[row.Name] = true
	}
}

// checkLabels looks at the lengths of labels.
func checkLabels(s Spec, m *Mistakes) {
	for _, row := range s.Series {
		for i, p := range row.Points {
			if EstimateWidth(p.Label, "", 2) > 2*maxLabelLength {
				m.addf("“%s”的数“%s”太长，图中写不下，可换用较大的单位", s.Categories[i], p.Label)
			}
		}
	}
}

// checkWhole looks at the values of the kinds that show parts of a whole.
func checkWhole(s Spec, m *Mistakes) {
	if !isRound(s.Kind) && s.Kind != doc.StackedColumn {
		return
	}
	total, missing := decimal.Zero, false
	for _, row := range s.Series {
		for i, p := range row.Points {
			missing = missing || p.Missing
			if p.Missing {
				continue
			}
			total = total.Add(p.Value)
			if p.Value.IsNegative() {
				m.addf("%s不能画负数：“%s”是%s，可改用柱状图", kindNames[s.Kind], s.Categories[i], p.Value)
			}
		}
	}
	if isRound(s.Kind) && len(*m) == 0 && !missing && total.IsZero() {
		m.addf("%s各项都是零，画不出比例", kindNames[s.Kind])
	}
}
