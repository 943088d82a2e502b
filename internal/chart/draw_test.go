package chart_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"banwen/internal/chart"
	"banwen/internal/doc"
	"banwen/internal/doc/doctest"
	"banwen/internal/style"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"
)

// edges is where a text or shape is.
type edges struct{ left, top, right, bottom style.Length }

func textEdges(t chart.Text) edges {
	w := chart.EstimateWidth(t.Text, t.Face, t.Size)
	left := t.At.X
	switch t.Anchor {
	case chart.Middle:
		left -= w / 2
	case chart.End:
		left -= w
	}
	return edges{left, t.At.Y - t.Size*86/100, left + w, t.At.Y + t.Size*14/100}
}

func pointsEdges(points []chart.Point) edges {
	e := edges{points[0].X, points[0].Y, points[0].X, points[0].Y}
	for _, p := range points {
		e = edges{min(e.left, p.X), min(e.top, p.Y), max(e.right, p.X), max(e.bottom, p.Y)}
	}
	return e
}

// requireSound checks what holds of every drawing: all inside, no two texts
// meet, lines thick enough to print.
func requireSound(t *testing.T, s chart.Scene, about any) {
	t.Helper()
	var seen []chart.Text
	for _, shape := range s.Shapes {
		var e edges
		switch v := shape.(type) {
		case chart.Text:
			e = textEdges(v)
			for _, other := range seen {
				o := textEdges(other)
				require.False(t, e.left < o.right && o.left < e.right && e.top < o.bottom && o.top < e.bottom,
					"“%s” meets “%s”: %v", v.Text, other.Text, about)
			}
			seen = append(seen, v)
		case chart.Rect:
			require.False(t, v.W < 0 || v.H < 0, about)
			e = edges{v.X, v.Y, v.X + v.W, v.Y + v.H}
		case chart.Line:
			require.True(t, v.Width >= style.Pt/2 || v.Color == "FFFFFF", "a rule of %s: %v", v.Width, about)
			e = pointsEdges(v.Points)
		case chart.Polygon:
			e = pointsEdges(v.Points)
		}
		require.True(t, e.left >= 0 && e.top >= 0 && e.right <= s.Width && e.bottom <= s.Height, "%T outside: %v %v", shape, e, about)
	}
}

// requireNothingLost checks that every category, series and label is in the drawing.
func requireNothingLost(t *testing.T, c *doc.Chart, s chart.Scene) {
	t.Helper()
	all := strings.ReplaceAll(strings.Join(texts(s), ""), " ", "")
	for _, category := range c.Categories {
		require.Contains(t, all, strings.ReplaceAll(category, " ", ""))
	}
	for _, series := range c.Series {
		if len(c.Series) > 1 {
			require.Contains(t, all, series.Name)
		}
		for _, p := range series.Points {
			require.Contains(t, all, strings.ReplaceAll(p.Label, " ", ""))
		}
	}
}

var kinds = []doc.ChartKind{doc.Column, doc.Bar, doc.StackedColumn, doc.Line, doc.Pie, doc.Doughnut}

const nameCharacters = "县公安局禁毒大队户籍地实有吸毒人员（）、3级以上精神障碍患者排查矛盾纠纷化解电信网络诈骗案件AB12"

func randomName(r *rand.Rand, longest int) string {
	runes := []rune(nameCharacters)
	name := ""
	for range 1 + r.IntN(longest) {
		name += string(runes[r.IntN(len(runes))])
	}
	return name
}

func randomSpec(r *rand.Rand) chart.Spec {
	s := chart.Spec{Kind: kinds[r.IntN(len(kinds))], Title: "随机", Unit: []string{"起", "万元", "%", "人次", ""}[r.IntN(5)]}
	longest := []int{4, 9, 22}[r.IntN(3)]
	n, rows := 1+r.IntN(12), 1+r.IntN(4)
	round := s.Kind == doc.Pie || s.Kind == doc.Doughnut
	if round {
		rows = 1
	}
	for i := range n {
		s.Categories = append(s.Categories, fmt.Sprint(i)+"、"+randomName(r, longest))
	}
	size := int64(math.Pow10(1 + r.IntN(8)))
	for i := range rows {
		row := chart.SeriesSpec{Name: fmt.Sprint(i) + randomName(r, longest)}
		for range n {
			p := chart.PointSpec{Value: decimal.New(r.Int64N(size)+1, -int32(r.IntN(3))), Missing: r.IntN(20) == 0 && !round}
			if s.Kind != doc.StackedColumn && !round && r.IntN(6) == 0 {
				p.Value = p.Value.Neg()
			}
			if !p.Missing && s.Unit == "" {
				p.Label = p.Value.String() + "起"
			}
			row.Points = append(row.Points, p)
		}
		s.Series = append(s.Series, row)
	}
	return s
}

func TestNoTextsMeetAndNothingLeavesTheScene(t *testing.T) {
	for seed := range uint64(600) {
		c := build(t, randomSpec(rand.New(rand.NewPCG(seed, 7))))
		s := draw(c)
		requireSound(t, s, fmt.Sprintf("seed %d: %s", seed, c.Alt))
		requireNothingLost(t, c, s)
	}
}

func TestTextKeepsItsSizeInChartsOfUsualSize(t *testing.T) {
	for _, c := range doctest.Charts() {
		s := draw(c)
		requireSound(t, s, c.Title)
		requireNothingLost(t, c, s)
		for _, shape := range s.Shapes {
			if text, ok := shape.(chart.Text); ok {
				require.Equal(t, chartText.Size, text.Size, c.Title)
			}
		}
	}
}

func TestTheSameDrawingEveryTime(t *testing.T) {
	for _, c := range doctest.Charts() {
		require.Equal(t, draw(c), draw(c))
	}
}

func TestDrawTakesAnyChart(t *testing.T) {
	for _, kind := range kinds {
		for _, c := range []*doc.Chart{
			{Kind: kind},
			{Kind: kind, Categories: []string{"a"}},
			{Kind: kind, Categories: []string{"a", "b"}, Series: []doc.Series{{Points: []doc.Point{{Value: "?", Label: "?"}}}}},
			{Kind: kind, Categories: []string{"a"}, Series: []doc.Series{{Points: []doc.Point{{Value: "0", Label: "0"}, {Value: "1", Label: "1"}}}},
				Axis: &doc.Axis{Min: "1", Max: "1", Step: "0"}},
			{Kind: kind, Categories: []string{strings.Repeat("长", 500)}, Series: []doc.Series{{Points: []doc.Point{{Value: "1", Label: strings.Repeat("9", 300)}}}}},
		} {
			require.NotPanics(t, func() { draw(c) }, kind)
		}
	}
}

// barsOf are the bars of one colour, without the keys of legends and tables.
func barsOf(s chart.Scene, color string) []chart.Rect {
	var bars []chart.Rect
	for _, shape := range s.Shapes {
		if r, ok := shape.(chart.Rect); ok && r.Fill == color && r.W != r.H {
			bars = append(bars, r)
		}
	}
	return bars
}

func TestHeightsOfColumnsAreInProportion(t *testing.T) {
	c := build(t, spec(doc.Column, "人", "a b c", row("今年", "4957", "3672", "1285")))
	bars := barsOf(draw(c), c.Series[0].Color)
	require.Len(t, bars, 3)
	for i, v := range []float64{4957, 3672, 1285} {
		require.InEpsilon(t, v/4957, float64(bars[i].H)/float64(bars[0].H), 1e-5)
	}
	require.Equal(t, bars[0].Y+bars[0].H, bars[2].Y+bars[2].H, "they stand on one line")
}

func TestNegativeColumnsHangFromTheLine(t *testing.T) {
	c := build(t, spec(doc.Column, "起", "a b", row("", "40", "-20")))
	bars := barsOf(draw(c), c.Series[0].Color)
	require.Len(t, bars, 2)
	require.Equal(t, bars[0].Y+bars[0].H, bars[1].Y)
	require.InDelta(t, float64(bars[0].H)/2, float64(bars[1].H), 2)
}

func TestLengthsOfLyingBarsAreInProportion(t *testing.T) {
	c := build(t, spec(doc.Bar, "万元", "止付 冻结 返还", row("金额", "980.48", "1038.65", "18.90")))
	s := draw(c)
	bars := barsOf(s, c.Series[0].Color)
	require.Len(t, bars, 3)
	require.InEpsilon(t, 980.48/1038.65, float64(bars[1].W)/float64(bars[0].W), 1e-5)
	require.InEpsilon(t, 18.90/1038.65, float64(bars[2].W)/float64(bars[0].W), 1e-4)
	require.Subset(t, texts(s), []string{"1038.65万元", "980.48万元", "18.90万元"})
}

func TestStacksAddUp(t *testing.T) {
	c := build(t, spec(doc.StackedColumn, "次", "督察 单位", row("现场", "72", "103"), row("网上", "42", "731")))
	s := draw(c)
	lower, upper := barsOf(s, c.Series[0].Color), barsOf(s, c.Series[1].Color)
	require.Len(t, lower, 2)
	require.Len(t, upper, 2)
	require.Equal(t, lower[1].Y, upper[1].Y+upper[1].H)
	require.InEpsilon(t, 731.0/103, float64(upper[1].H)/float64(lower[1].H), 1e-4)
	require.Subset(t, texts(s), []string{"114", "834"})
}

func TestALineBreaksAtAMissingValue(t *testing.T) {
	c := build(t, spec(doc.Line, "起", "1月 2月 3月 4月 5月", row("立案", "90", "78", "", "101", "82")))
	s := draw(c)
	var stretches []int
	for _, shape := range s.Shapes {
		if l, ok := shape.(chart.Line); ok && l.Color == c.Series[0].Color {
			stretches = append(stretches, len(l.Points))
		}
	}
	require.Equal(t, []int{2, 2}, stretches)
	require.Contains(t, texts(s), "缺")
}

// area is that of a polygon (shoelace formula).
func area(points []chart.Point) float64 {
	sum := 0.0
	for i, p := range points {
		q := points[(i+1)%len(points)]
		sum += float64(p.X)*float64(q.Y) - float64(q.X)*float64(p.Y)
	}
	return math.Abs(sum) / 2
}

func TestAreasOfSlicesAreInProportion(t *testing.T) {
	for _, kind := range []doc.ChartKind{doc.Pie, doc.Doughnut} {
		values := []float64{568, 105, 11, 0.5}
		c := build(t, spec(kind, "人", "在家 住院 外出 其他", row("", "568", "105", "11", "0.5")))
		var areas []float64
		whole := 0.0
		for _, shape := range draw(c).Shapes {
			if p, ok := shape.(chart.Polygon); ok {
				areas = append(areas, area(p.Points))
				whole += area(p.Points)
			}
		}
		require.Len(t, areas, len(values))
		for i, v := range values {
			require.InDelta(t, v/684.5, areas[i]/whole, 1e-4, "slice %d of the %s", i, kind)
		}
	}
}

func TestAWholePieIsADisc(t *testing.T) {
	c := build(t, spec(doc.Pie, "起", "全部", row("", "7")))
	for _, shape := range draw(c).Shapes {
		if p, ok := shape.(chart.Polygon); ok {
			e := pointsEdges(p.Points)
			r := float64(e.right-e.left) / 2
			require.InEpsilon(t, math.Pi*r*r, area(p.Points), 1e-3)
			return
		}
	}
	require.Fail(t, "no disc")
}

func TestADoughnutSaysItsTotal(t *testing.T) {
	require.Contains(t, texts(draw(build(t, spec(doc.Doughnut, "起", "已化解 未化解", row("", "99", "72"))))), "共171起")
}

func TestLabelsWithoutRoomStandInATable(t *testing.T) {
	months := "1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月"
	rows := []chart.SeriesSpec{
		row("今年", strings.Fields("1090 1078 1095 1101 1082 1086 1077 1120 1066 1070 1088 1091")...),
		row("去年", strings.Fields("1190 1178 1195 1201 1182 1186 1177 1220 1166 1170 1188 1191")...),
	}
	c := build(t, spec(doc.Column, "起", months, rows...))
	s := draw(c)
	requireSound(t, s, "table")
	requireNothingLost(t, c, s)
	heights := map[style.Length]bool{}
	for _, shape := range s.Shapes {
		if text, ok := shape.(chart.Text); ok && len(text.Text) == 4 && text.Anchor == chart.Middle && strings.HasPrefix(text.Text, "1") && !strings.HasSuffix(text.Text, "月") {
			heights[text.At.Y] = true
			require.Equal(t, chartText.Size, text.Size)
		}
	}
	require.Len(t, heights, 2, "two rows of values")
}

func TestNamesBreakWhereTheyRead(t *testing.T) {
	c := build(t, spec(doc.Column, "起", "处置公安部、区公安厅及相关系统推送预警信息 3级以上（含3级）精神障碍患者住院治疗人数", row("", "65507", "190")))
	all := texts(draw(c))
	require.Contains(t, all, "及相关系统推送预警信息")
	for _, line := range all {
		first, last := []rune(line)[0], []rune(line)[len([]rune(line))-1]
		require.NotContains(t, "，。、；：）％级", string(first))
		require.NotContains(t, "（", string(last))
	}
}

func TestHeight(t *testing.T) {
	chartOf := func(kind doc.ChartKind, categories, series int) *doc.Chart {
		return &doc.Chart{Kind: kind, Categories: make([]string, categories), Series: make([]doc.Series, series)}
	}
	for _, test := range []struct {
		chart *doc.Chart
		lines style.Length
	}{
		{chartOf(doc.Column, 3, 2), 7}, {chartOf(doc.Line, 12, 1), 7}, {chartOf(doc.Pie, 3, 1), 7},
		{chartOf(doc.Bar, 1, 1), 5}, {chartOf(doc.Bar, 3, 1), 5}, {chartOf(doc.Bar, 6, 1), 6},
		{chartOf(doc.Bar, 4, 2), 7}, {chartOf(doc.Bar, 12, 1), 11}, {chartOf(doc.Bar, 24, 4), 20},
	} {
		require.Equal(t, test.lines*pitch, chart.Height(test.chart, pitch))
	}
}

func TestTextOnDarkFillsIsWhite(t *testing.T) {
	require.Equal(t, "FFFFFF", chart.TextOn("1F3864"))
	require.Equal(t, "000000", chart.TextOn("B0CBE6"))
	require.Equal(t, "000000", chart.TextOn(""), "no colour is no dark one")
}

func TestEstimateWidth(t *testing.T) {
	require.Equal(t, 30*style.Pt, chart.EstimateWidth("12起％", style.FangFace, 10*style.Pt))
	require.Zero(t, chart.EstimateWidth("", style.FangFace, 10*style.Pt))
}
