package emf_test

import (
	"flag"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"banwen/internal/chart"
	"banwen/internal/doc"
	"banwen/internal/doc/doctest"
	"banwen/internal/render/docx/emf"
	"banwen/internal/style"

	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "rewrite the goldens")

var setting = emf.Setting{
	Face:    func(r style.Role) string { return string(r) + "_GB2312" },
	Measure: chart.EstimateWidth,
}

// hundredth is the unit of the picture's coordinates.
const hundredth = style.Pt / 100

func scene(c *doc.Chart) chart.Scene {
	text := style.Text{Face: style.FangFace, Size: 21 * style.Pt / 2, Pitch: 12 * style.Pt}
	return chart.Draw(c, 156*style.Mm, chart.Height(c, 579*style.Twip), text, chart.EstimateWidth)
}

func draw(t *testing.T, s chart.Scene) []byte {
	t.Helper()
	data, err := emf.Draw(s, setting)
	require.NoError(t, err)
	return data
}

// drawnOf are the shapes of a picture of one scene.
func drawnOf(t *testing.T, shapes ...chart.Shape) []drawn {
	t.Helper()
	return read(t, draw(t, chart.Scene{Width: 100 * style.Pt, Height: 50 * style.Pt, Shapes: shapes})).drawn
}

// eachChart runs a test on a chart of every kind, and on one of lines that
// need dashes.
func eachChart(t *testing.T, test func(t *testing.T, c *doc.Chart)) {
	for _, c := range append(doctest.Charts(), twoLines()) {
		t.Run(c.ID, func(t *testing.T) { test(t, c) })
	}
}

func twoLines() *doc.Chart {
	c := doctest.Charts()[5]
	c.ID = "lines"
	other := doc.Series{Name: "去年同期", Color: "9DC3E6"}
	for _, v := range []string{"40", "35", "52", "48", "30"} {
		other.Points = append(other.Points, doc.Point{Value: v, Label: v, Color: other.Color})
	}
	c.Series = append(c.Series, other)
	return c
}

// near requires that a coordinate is the nearest to a length.
func near(t *testing.T, want style.Length, got int32) {
	t.Helper()
	require.InDelta(t, float64(want)/float64(hundredth), got, 0.5001)
}

func requirePoints(t *testing.T, want []chart.Point, got [][2]int32) {
	t.Helper()
	require.Len(t, got, len(want))
	for i, p := range want {
		near(t, p.X, got[i][0])
		near(t, p.Y, got[i][1])
	}
}

func requireText(t *testing.T, want chart.Text, got drawn) {
	t.Helper()
	require.Equal(t, "EMR_EXTTEXTOUTW", got.kind)
	require.Equal(t, []string{want.Text, want.Color, setting.Face(want.Face)}, []string{got.text, got.color, got.face})
	near(t, want.Size, got.size)
	near(t, want.At.Y, got.at[0][1])
	anchor := got.at[0][0]
	switch want.Anchor {
	case chart.Middle:
		anchor += got.width() / 2
	case chart.End:
		anchor += got.width()
	}
	require.InDelta(t, float64(want.At.X)/float64(hundredth), anchor, 1.5)
	width := chart.EstimateWidth(want.Text, want.Face, want.Size)
	require.InDelta(t, float64(width)/float64(hundredth), got.width(), 1.01)
}

func TestPictureIsTheScene(t *testing.T) {
	eachChart(t, func(t *testing.T, c *doc.Chart) {
		s := scene(c)
		rest := read(t, draw(t, s)).drawn
		for _, shape := range s.Shapes {
			require.NotEmpty(t, rest)
			count := 1
			switch want := shape.(type) {
			case chart.Text:
				requireText(t, want, rest[0])
			case chart.Line:
				count = requireLine(t, want, rest)
			case chart.Polygon:
				requireArea(t, want, rest[0])
			case chart.Rect:
				right, bottom := want.X+want.W, want.Y+want.H
				requireArea(t, chart.Polygon{
					Points: []chart.Point{{X: want.X, Y: want.Y}, {X: right, Y: want.Y}, {X: right, Y: bottom}, {X: want.X, Y: bottom}},
					Fill:   want.Fill, Stroke: want.Stroke, StrokeWidth: want.StrokeWidth,
				}, rest[0])
			}
			rest = rest[count:]
		}
		require.Empty(t, rest)
	})
}

func requireArea(t *testing.T, want chart.Polygon, got drawn) {
	t.Helper()
	require.Equal(t, []string{"EMR_POLYGON", want.Fill, want.Stroke}, []string{got.kind, got.fill, got.pen.color})
	if want.Stroke != "" {
		near(t, want.StrokeWidth, int32(got.pen.width))
	}
	requirePoints(t, want.Points, got.at)
}

// requireLine checks a line and gives the number of shapes it is drawn with.
func requireLine(t *testing.T, want chart.Line, got []drawn) int {
	t.Helper()
	count := 1
	if want.Dash > 0 {
		count = int((length(want.Points) + 2*want.Dash - 1) / (2 * want.Dash))
		near(t, want.Points[0].X, got[0].at[0][0])
		near(t, want.Points[0].Y, got[0].at[0][1])
	} else {
		requirePoints(t, want.Points, got[0].at)
	}
	for _, d := range got[:count] {
		require.Equal(t, []string{"EMR_POLYLINE", want.Color}, []string{d.kind, d.pen.color})
		near(t, want.Width, int32(d.pen.width))
	}
	return count
}

func length(points []chart.Point) style.Length {
	total := 0.0
	for i, p := range points[1:] {
		total += math.Hypot(float64(p.X-points[i].X), float64(p.Y-points[i].Y))
	}
	return style.Length(total)
}

func TestDashesBendWhereTheLineDoes(t *testing.T) {
	line := chart.Line{Color: "1F4E79", Width: style.Pt, Dash: 4 * style.Pt,
		Points: []chart.Point{{}, {X: 10 * style.Pt}, {X: 10 * style.Pt, Y: 9 * style.Pt}}}
	var got [][][2]int32
	for _, d := range drawnOf(t, line) {
		got = append(got, d.at)
	}
	require.Equal(t, [][][2]int32{
		{{0, 0}, {400, 0}},
		{{800, 0}, {1000, 0}, {1000, 200}},
		{{1000, 600}, {1000, 900}},
	}, got)
}

func TestPictureIsAsLargeAsTheSceneAndHoldsAll(t *testing.T) {
	eachChart(t, func(t *testing.T, c *doc.Chart) {
		s := scene(c)
		m := read(t, draw(t, s))
		require.InDelta(t, s.Width.Millimetres(), float64(m.frame[0])/100, 0.005)
		require.InDelta(t, s.Height.Millimetres(), float64(m.frame[1])/100, 0.005)
		near(t, s.Width, int32(m.window[0]))
		near(t, s.Height, int32(m.window[1]))
		require.Equal(t, [2]uint32{m.view[0] - 1, m.view[1] - 1}, m.bounds)
		require.InDelta(t, s.Width.Points()/72*600, float64(m.view[0]), 0.5)
		require.InDelta(t, s.Height.Points()/72*600, float64(m.view[1]), 0.5)
		for _, d := range m.drawn {
			for _, p := range d.edges(d.size) {
				require.True(t, p[0] >= 0 && p[1] >= 0 && uint32(p[0]) <= m.window[0] && uint32(p[1]) <= m.window[1], "%v is outside", d)
			}
		}
	})
}

func TestSlicesAreFilledInTheirColours(t *testing.T) {
	for _, c := range doctest.Charts()[2:4] {
		filled := map[string]bool{}
		for _, d := range read(t, draw(t, scene(c))).drawn {
			if d.kind == "EMR_POLYGON" && len(d.at) > 4 {
				filled[d.fill] = true
			}
		}
		for _, p := range c.Series[0].Points {
			require.True(t, filled[p.Color], "%s: %s", c.Title, p.Color)
		}
	}
}

func TestSameSceneGivesTheSameBytes(t *testing.T) {
	eachChart(t, func(t *testing.T, c *doc.Chart) {
		require.Equal(t, draw(t, scene(c)), draw(t, scene(c)))
	})
}

func TestObjectsAreMadeOnce(t *testing.T) {
	eachChart(t, func(t *testing.T, c *doc.Chart) {
		seen := map[string]bool{}
		for _, r := range read(t, draw(t, scene(c))).records {
			if name, rest, _ := strings.Cut(r, " "); strings.Contains(name, "CREATE") {
				_, object, _ := strings.Cut(rest, " ")
				require.False(t, seen[name+object], r)
				seen[name+object] = true
			}
		}
	})
}

func TestPicturesAreAsLookedAt(t *testing.T) {
	eachChart(t, func(t *testing.T, c *doc.Chart) {
		got := strings.Join(read(t, draw(t, scene(c))).records, "\n") + "\n"
		golden := filepath.Join("testdata", c.ID+".txt")
		if *update {
			require.NoError(t, os.MkdirAll("testdata", 0o755))
			require.NoError(t, os.WriteFile(golden, []byte(got), 0o644))
		}
		want, err := os.ReadFile(golden)
		require.NoError(t, err)
		require.Equal(t, string(want), got)
	})
}

func TestTexts(t *testing.T) {
	one := func(text string, anchor chart.Anchor) chart.Text {
		return chart.Text{At: chart.Point{X: 50 * style.Pt, Y: 20 * style.Pt}, Anchor: anchor, Text: text, Face: style.FangFace, Size: 10 * style.Pt, Color: "000000"}
	}
	for _, c := range []struct {
		text   string
		anchor chart.Anchor
		want   string
		x      int32
		steps  []int32
	}{
		{"在家1人", chart.Start, "在家1人", 5000, []int32{1000, 1000, 500, 1000}},
		{"在家", chart.Middle, "在家", 4000, []int32{1000, 1000}},
		{"12", chart.End, "12", 4000, []int32{500, 500}},
		{"𬭎1", chart.Start, "𬭎1", 5000, []int32{1000, 0, 500}},
		{"甲\x00\x01\u200b乙\ufe00", chart.End, "甲乙", 3000, []int32{1000, 1000}},
		{"\xff", chart.Start, "\ufffd", 5000, []int32{1000}},
	} {
		got := drawnOf(t, one(c.text, c.anchor))
		require.Len(t, got, 1, "%q", c.text)
		require.Equal(t, c.want, got[0].text)
		require.Equal(t, [][2]int32{{c.x, 2000}}, got[0].at, "%q", c.text)
		require.Equal(t, c.steps, got[0].steps, "%q", c.text)
	}
	require.Empty(t, drawnOf(t, one("", chart.Start), one("\x00", chart.Start)))
}

func TestNamesOfFacesAreCutToWhatAFontHolds(t *testing.T) {
	long := emf.Setting{Face: func(style.Role) string { return strings.Repeat("宋", 40) }, Measure: chart.EstimateWidth}
	data, err := emf.Draw(chart.Scene{Shapes: []chart.Shape{chart.Text{Text: "甲", Size: style.Pt, Color: "000000"}}}, long)
	require.NoError(t, err)
	require.Equal(t, strings.Repeat("宋", 31), read(t, data).drawn[0].face)
}

func TestNothingToDrawGivesAWholePicture(t *testing.T) {
	at := []chart.Point{{}, {X: style.Pt}}
	require.Empty(t, read(t, draw(t, chart.Scene{})).drawn)
	require.Empty(t, drawnOf(t, chart.Line{Points: at[:1], Color: "000000"}, chart.Line{Points: at}, chart.Polygon{Points: at, Fill: "000000"}, chart.Rect{W: style.Pt, H: style.Pt}))
}

type star struct{ chart.Shape }

func TestWhatCannotBeDrawnIsSaid(t *testing.T) {
	corners := []chart.Point{{}, {X: style.Pt}, {Y: style.Pt}}
	for _, c := range []struct {
		shape chart.Shape
		want  string
	}{
		{chart.Polygon{Points: corners, Fill: "red"}, "“red”不是颜色"},
		{chart.Polygon{Points: corners, Stroke: "12345"}, "“12345”不是颜色"},
		{chart.Line{Points: corners, Color: "GGGGGG"}, "“GGGGGG”不是颜色"},
		{chart.Text{Text: "甲"}, "“”不是颜色"},
		{star{}, "不能画"},
	} {
		_, err := emf.Draw(chart.Scene{Shapes: []chart.Shape{c.shape}}, setting)
		require.ErrorContains(t, err, c.want)
	}
}
