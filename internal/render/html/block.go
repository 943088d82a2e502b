package html

import (
	"encoding/json"
	"html/template"

	"banwen/internal/chart"
	"banwen/internal/doc"
	"banwen/internal/style"
)

type heading struct {
	ID     string
	Level  int
	Rank   int // of the HTML heading: the title is 1
	Number string
	Words  []run
	Body   []run
	RunIn  bool
}

type paragraph struct {
	ID    string
	Words []run
}

// figure is a chart with its caption and its numbers.
type figure struct {
	ID            string
	Wide, Narrow  template.HTML   // SVG for pages and for phones
	Options       json.RawMessage // of ECharts; nil in a static page
	Caption, Note string
	Data          grid
}

type table struct {
	ID                  string
	Turned              bool // printed on pages of its own, on their side
	Caption, Unit, Note string
	Grid                grid
}

// grid is the header and rows of a table.
type grid struct {
	Label  string // for those who cannot see the table; empty where a caption says it
	Header []cell
	Rows   [][]cell
}

type cell struct {
	Runs  []run
	Align doc.Align
}

type run struct {
	Text          string
	Bold, Missing bool
	Origin        *origin
}

// converter turns the blocks of a document into those of a page, and gathers
// what the page says about all of them.
type converter struct {
	profile      *style.Profile
	origins      origins
	missing      int
	firstMissing string
}

func (c *converter) blocks(all []doc.Block) []block {
	blocks := make([]block, len(all))
	for i, b := range all {
		before := c.missing
		switch b := b.(type) {
		case *doc.Heading:
			blocks[i].Heading = c.heading(b)
		case *doc.Paragraph:
			blocks[i].Paragraph = &paragraph{ID: anchor(b), Words: c.runs(b.Runs)}
		case *doc.Chart:
			blocks[i].Chart = c.figure(b)
		case *doc.Table:
			blocks[i].Table = c.table(b)
		}
		if before == 0 && c.missing > 0 {
			c.firstMissing = anchor(b)
		}
	}
	return blocks
}

func (c *converter) heading(h *doc.Heading) *heading {
	return &heading{
		ID: anchor(h), Level: h.Level, Rank: h.Level + 1, Number: h.Number,
		Words: c.runs(h.Runs), Body: c.runs(h.Body), RunIn: len(h.Body) > 0,
	}
}

func (c *converter) figure(d *doc.Chart) *figure {
	return &figure{
		ID: anchor(d), Wide: c.draw(d, c.profile.Page.TextWidth), Narrow: c.draw(d, narrowChart),
		Caption: d.Caption(), Note: d.Note, Data: c.data(d),
	}
}

// narrowChart is the width of a chart for phones: drawn anew, as a chart as
// wide as the page would shrink until its labels cannot be read.
const narrowChart = 90 * style.Mm

func (c *converter) draw(d *doc.Chart, width style.Length) template.HTML {
	height := chart.Height(d, c.profile.Grid.Pitch)
	if width == narrowChart && d.Axis == nil {
		height = height * 5 / 7 // a narrow pie is a small one
	}
	return svg(chart.Draw(d, width, height, c.profile.ChartText, chart.EstimateWidth), d.Alt)
}

func (c *converter) table(t *doc.Table) *table {
	v := &table{ID: anchor(t), Turned: t.Wide, Caption: t.Caption(), Unit: t.Unit, Note: t.Note}
	v.Grid.Header = c.row(t.Header, t.Columns)
	for _, r := range t.Rows {
		v.Grid.Rows = append(v.Grid.Rows, c.row(r, t.Columns))
	}
	return v
}

func (c *converter) row(cells []doc.Cell, columns []doc.Align) []cell {
	row := make([]cell, len(cells))
	for i := range cells {
		row[i].Runs = c.runs(cells[i].Runs)
		if i < len(columns) {
			row[i].Align = columns[i]
		}
	}
	return row
}

func (c *converter) runs(all []doc.Run) []run {
	runs := make([]run, len(all))
	for i, r := range all {
		runs[i] = run{Text: r.Text, Bold: r.Bold, Missing: r.Missing, Origin: c.origins.of(r.Origin)}
		if r.Missing {
			c.missing++
		}
	}
	return runs
}
