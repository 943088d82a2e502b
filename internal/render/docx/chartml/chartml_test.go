package chartml_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"banwen/internal/chart"
	"banwen/internal/doc"
	"banwen/internal/doc/doctest"
	"banwen/internal/render/docx/chartml"

	"github.com/stretchr/testify/require"
)

// row is a series of points that are labelled as given; the value is the
// number that the label begins with, an empty label is a missing value.
func row(name, color string, labels ...string) doc.Series {
	s := doc.Series{Name: name, Color: color}
	for _, l := range labels {
		value := strings.TrimRight(regexp.MustCompile(`^-?[0-9.]*`).FindString(l), ".")
		p := doc.Point{Value: value, Label: l, Color: color}
		if value == "" {
			p.Missing, p.Label = true, "缺"
		}
		s.Points = append(s.Points, p)
	}
	return s
}

func months(n int) (names []string) {
	for i := range n {
		names = append(names, fmt.Sprintf("%d月", i+1))
	}
	return names
}

func counts(n, from int) (labels []string) {
	for i := range n {
		labels = append(labels, fmt.Sprint(from+i*37))
	}
	return labels
}

func upTo(max string) *doc.Axis { return &doc.Axis{Min: "0", Max: max, Step: "200"} }

// chartsOfAllShapes are those of doctest and some with awkward labels.
func chartsOfAllShapes() []*doc.Chart {
	return append(doctest.Charts(),
		&doc.Chart{Kind: doc.Column, Categories: []string{"立案", "资金", "人"}, Axis: upTo("1200"),
			Series: []doc.Series{row("数", "1F3864", "190起", "980.48万余元", "129人")}},
		&doc.Chart{Kind: doc.Column, Unit: "％", Categories: []string{"甲", "乙"}, Axis: &doc.Axis{Min: "-15", Max: "5", Step: "5"},
			Series: []doc.Series{row("增减", "1F3864", "-9.1", "3.40")}},
		&doc.Chart{Kind: doc.Column, Unit: "元", Categories: []string{"甲", "乙"}, Axis: upTo("1200"),
			Series: []doc.Series{{Name: "数", Color: "1F3864", Points: []doc.Point{
				{Value: "1038.65", Label: "1,038.65"}, {Value: "12.3", Label: "约12"},
			}}}},
		&doc.Chart{Kind: doc.Pie, Unit: "起", Categories: months(12), Series: []doc.Series{
			row("数", "1F3864", "300起", "250起", "120起", "60起", "30起", "20起", "15起", "12起", "9起", "6起", "4起", "2起")}},
	)
}

func TestEveryLabelIsShownAsItPrints(t *testing.T) {
	for _, c := range chartsOfAllShapes() {
		t.Run(c.Title+string(c.Kind), func(t *testing.T) {
			p, _ := draw(t, c)
			list := p.all()
			require.GreaterOrEqual(t, len(list), len(c.Series))
			for i, s := range c.Series {
				known := 0
				for _, point := range list[i].Points {
					known++
					want := s.Points[point.Index].Label
					if strings.Trim(want, "0123456789.-") == "" && c.Kind == doc.Bar {
						want += c.Unit
					}
					look, text := list[i].label(t, point)
					require.Equal(t, want, text)
					require.Equal(t, "1", look.Value.Val)
				}
				require.Equal(t, len(s.Points)-missing(s), known)
			}
		})
	}
}

func missing(s doc.Series) (n int) {
	for _, p := range s.Points {
		if p.Missing {
			n++
		}
	}
	return n
}

func TestValuesColoursAndAxisAreTheChartsOwn(t *testing.T) {
	for _, c := range doctest.Charts() {
		t.Run(string(c.Kind), func(t *testing.T) {
			p, content := draw(t, c)
			list := p.all()
			for i, s := range c.Series {
				require.Equal(t, s.Name, list[i].Name)
				for _, point := range list[i].Points {
					require.Equal(t, strings.TrimSuffix(s.Points[point.Index].Value, "0"), strings.TrimSuffix(point.Value, "0"))
				}
				if c.Axis == nil {
					for n, slice := range list[i].Slices {
						require.Equal(t, s.Points[n].Color, slice.Val)
					}
				} else if c.Kind != doc.Line {
					require.Equal(t, s.Color, list[i].Fill.Val)
				}
			}
			if c.Axis != nil {
				require.Equal(t, *c.Axis, doc.Axis{Min: p.Values.Min.Val, Max: p.Values.Max.Val, Step: p.Values.Unit.Val})
			}
			require.NotContains(t, content, "schemeClr")
			require.Equal(t, "0", p.Rounded.Val)
			require.Equal(t, "gap", p.Blanks.Val)
		})
	}
}

func TestEveryTextNamesTheChineseFace(t *testing.T) {
	for _, c := range chartsOfAllShapes() {
		_, content := draw(t, c)
		texts := strings.Count(content, "<a:defRPr") + strings.Count(content, "<a:rPr")
		for _, slot := range []string{"latin", "ea", "cs"} {
			require.Equal(t, texts, strings.Count(content, "<a:"+slot+` typeface="仿宋_GB2312"/>`))
		}
		require.Equal(t, texts, strings.Count(content, ` sz="1050"`))
	}
}

func TestLyingBarsAreRankedFromTheTopWithoutAValueAxis(t *testing.T) {
	p, _ := draw(t, doctest.Charts()[1])
	require.Equal(t, "maxMin", p.Names.Orientation.Val)
	require.Equal(t, "1", p.Values.Deleted.Val)
	require.Empty(t, p.Values.Title)
	_, text := p.all()[0].label(t, p.all()[0].Points[2])
	require.Equal(t, "18.90万元", text)
}

func TestUnitStandsAboveTheValueAxis(t *testing.T) {
	p, _ := draw(t, doctest.Charts()[0])
	require.Equal(t, []string{"单位：人"}, p.Values.Title)
	require.Equal(t, "0", p.Values.Deleted.Val)
}

func TestLegendIsOnlyForSeveralSeries(t *testing.T) {
	for _, c := range doctest.Charts() {
		p, _ := draw(t, c)
		require.Equal(t, len(c.Series) > 1, p.Legend != nil, c.Kind)
	}
}

func TestMissingValueIsAGapThatIsNamed(t *testing.T) {
	two := &doc.Chart{Kind: doc.Column, Unit: "起", Categories: []string{"甲", "乙"}, Axis: upTo("200"),
		Series: []doc.Series{row("今年", "1F3864", "1", ""), row("去年", "B0CBE6", "", "")}}
	p, _ := draw(t, two)
	require.Equal(t, []pt{{0, "甲（去年缺）"}, {1, "乙（今年缺，去年缺）"}}, p.all()[0].Categories)
	require.Equal(t, []pt{{0, "1"}}, p.all()[0].Points)
	require.Empty(t, p.all()[1].Points)

	one := &doc.Chart{Kind: doc.Line, Unit: "起", Categories: months(3), Axis: upTo("200"),
		Series: []doc.Series{row("今年", "1F3864", "1", "", "2")}}
	p, _ = draw(t, one)
	require.Equal(t, "2月（缺）", p.all()[0].Categories[1].Value)

	pie := &doc.Chart{Kind: doc.Pie, Unit: "起", Categories: []string{"甲", "乙"}, Series: []doc.Series{row("数", "1F3864", "3起", "")}}
	pie.Series[0].Points[1].Label = "乙 缺"
	p, _ = draw(t, pie)
	require.Equal(t, []string{"乙 缺"}, p.Title)
	require.Len(t, p.all()[0].Points, 1)
}

func TestDoughnutHasItsTotalInTheHoleAndLabelsWithoutPosition(t *testing.T) {
	p, content := draw(t, doctest.Charts()[2])
	require.Equal(t, chart.Totals(doctest.Charts()[2]), p.Title)
	require.NotContains(t, content, "dLblPos")
	for _, own := range p.all()[0].Labels.Own {
		require.NotEmpty(t, own.Right.Val, "moved off the ring")
	}
}

func TestStackedColumnsHaveTotalsThatTheLegendDoesNotName(t *testing.T) {
	c := doctest.Charts()[4]
	p, _ := draw(t, c)
	require.Equal(t, "stacked", p.Bars[0].Grouping.Val)
	totals := p.Lines[0].Series[0]
	for i, want := range chart.Totals(c) {
		_, text := totals.label(t, totals.Points[i])
		require.Equal(t, want, text)
	}
	require.Len(t, p.Legend.Entries, 1)
	require.Equal(t, "2", p.Legend.Entries[0].Index.Val)
}

func TestLabelThatItsSegmentCannotHoldStandsBesideIt(t *testing.T) {
	p, _ := draw(t, doctest.Charts()[4])
	onSite, online := p.all()[0], p.all()[1]
	require.Equal(t, "FFFFFF", onSite.Labels.Color.Val, "white on dark")
	require.Equal(t, "000000", online.Labels.Color.Val, "black on light")
	require.Regexp(t, `^0\.0[1-9]`, onSite.Labels.Own[0].Right.Val)
	require.Equal(t, "000000", onSite.Labels.Own[0].Color.Val)
	require.Regexp(t, `^-0\.0[1-9]`, online.Labels.Own[0].Right.Val, "the neighbour's is at the other side")
}

func TestLabelsWithoutRoomStandOnEndThenInATable(t *testing.T) {
	columns := func(series int) *doc.Chart {
		c := &doc.Chart{Kind: doc.Column, Unit: "起", Categories: months(12), Axis: upTo("2000")}
		for i := range series {
			c.Series = append(c.Series, row(fmt.Sprint("组", i), "1F3864", counts(12, 1000)...))
		}
		return c
	}
	p, _ := draw(t, columns(1))
	require.Equal(t, "0", p.all()[0].Labels.Body.Turn)
	p, _ = draw(t, columns(2))
	require.Equal(t, "-5400000", p.all()[0].Labels.Body.Turn)
	p, _ = draw(t, columns(6))
	require.NotNil(t, p.Table)
	require.Equal(t, "0", p.all()[0].Labels.Value.Val)
}

func TestLinesThatMeetHaveTheirLabelsInATable(t *testing.T) {
	c := &doc.Chart{Kind: doc.Line, Unit: "起", Categories: months(4), Axis: upTo("1000"),
		Series: []doc.Series{row("甲", "1F3864", counts(4, 800)...), row("乙", "7C7C7C", counts(4, 200)...)}}
	p, _ := draw(t, c)
	require.Nil(t, p.Table)
	c.Series = append(c.Series, row("丙", "76A1CB", counts(4, 280)...), row("丁", "5A5A5A", counts(4, 360)...))
	p, _ = draw(t, c)
	require.NotNil(t, p.Table)
}

func TestLabelInAValleyStandsBelowItsPoint(t *testing.T) {
	c := &doc.Chart{Kind: doc.Line, Unit: "起", Categories: months(3), Axis: upTo("1000"),
		Series: []doc.Series{row("甲", "1F3864", "800", "500", "900")}}
	p, _ := draw(t, c)
	s := p.all()[0]
	valley, _ := s.label(t, s.Points[1])
	require.Equal(t, "b", valley.Position.Val)
	peak, _ := s.label(t, s.Points[2])
	require.Equal(t, "t", peak.Position.Val)
}

func TestCrowdedSlicesHaveTheirLabelsInAColumn(t *testing.T) {
	p, _ := draw(t, chartsOfAllShapes()[len(chartsOfAllShapes())-1])
	own := p.all()[0].Labels.Own
	require.Len(t, own, 12)
	require.Equal(t, "outEnd", own[0].Position.Val, "alone on its side")
	require.Equal(t, "ctr", own[11].Position.Val)
	require.Regexp(t, `^-0\.[1-9]`, own[11].Right.Val)
}

func TestAChartWithoutDataIsStillWritten(t *testing.T) {
	for _, kind := range []doc.ChartKind{doc.Column, doc.Bar, doc.StackedColumn, doc.Line, doc.Pie, doc.Doughnut} {
		for _, c := range []*doc.Chart{
			{Kind: kind},
			{Kind: kind, Categories: []string{"甲"}},
			{Kind: kind, Categories: []string{"甲"}, Series: []doc.Series{{Name: "数", Color: "1F3864"}}},
			{Kind: kind, Categories: []string{"甲"}, Series: []doc.Series{row("数", "1F3864", "")}},
			{Kind: kind, Series: []doc.Series{row("数", "1F3864", "1", "2")}},
		} {
			require.NotPanics(t, func() { chartml.Part(c, text()) })
			draw(t, c)
		}
	}
}
