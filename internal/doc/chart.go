package doc

import "strconv"

// ChartKind names a kind of chart.
type ChartKind string

// The kinds of chart. 柱状图 has upright bars side by side, 条形图 lying bars
// ranked from the top, 环形图 is a pie with a hole.
const (
	Column        ChartKind = "column"        // 柱状图
	Bar           ChartKind = "bar"           // 条形图
	StackedColumn ChartKind = "stackedColumn" // 堆叠柱状图
	Line          ChartKind = "line"          // 折线图
	Pie           ChartKind = "pie"           // 饼图
	Doughnut      ChartKind = "doughnut"      // 环形图
)

// Chart is a chart, wholly computed: labels, colours and the value axis are
// the same in every output because they are all here. A Pie or Doughnut has
// one series; its points carry the colours.
type Chart struct {
	ID         string    `json:"id"`
	Number     int       `json:"number"`          // 图1, 图2 … through the document
	Title      string    `json:"title"`           // caption without the number
	Note       string    `json:"note,omitempty"`  // source and reporting period, printed below the caption
	Place      *Place    `json:"place,omitempty"` // where the data asks for it
	Alt        string    `json:"alt"`             // what the chart shows, in one sentence, for those who cannot see it
	Kind       ChartKind `json:"kind"`
	Unit       string    `json:"unit"` // of the values; empty when categories differ in unit
	Categories []string  `json:"categories"`
	Series     []Series  `json:"series"`
	Axis       *Axis     `json:"axis,omitempty"` // the value axis; nil for Pie and Doughnut
	// Lines is the chart's height in lines of the page's grid; 0: as high as
	// its kind asks for. Typeset's arrangement sets it.
	Lines  int     `json:"lines,omitempty"`
	Change Change  `json:"change,omitempty"` // of the chart as a whole
	Marked *Marked `json:"marked,omitempty"` // nil where its texts have not changed
}

// Series is one row of a chart's data, a point a category.
type Series struct {
	Name   string  `json:"name"`
	Color  string  `json:"color"` // RRGGBB
	Points []Point `json:"points"`
}

// Point is one value of a series.
type Point struct {
	Value   string  `json:"value"` // exact decimal, no unit; empty when Missing
	Label   string  `json:"label"` // as printed beside the point
	Color   string  `json:"color"` // RRGGBB; the series' colour except in Pie and Doughnut
	Missing bool    `json:"missing,omitempty"`
	Origin  *Origin `json:"origin,omitempty"`
}

// Axis is a value axis; the values are exact decimals.
type Axis struct {
	Min  string `json:"min"`
	Max  string `json:"max"`
	Step string `json:"step"`
}

// NodeID implements Block.
func (c *Chart) NodeID() string { return c.ID }

func (c *Chart) kind() string { return "chart" }

// Caption is the chart's caption (图题) as printed: 图1　标题.
func (c *Chart) Caption() string { return "图" + strconv.Itoa(c.Number) + "　" + c.Title }
