package html

import (
	"encoding/json"
	"html/template"

	"banwen/internal/chart"
	"banwen/internal/doc"
	"banwen/internal/render/svg"
	"banwen/internal/style"
)

type heading struct {
	ID      string
	Level   int
	Rank    int   // of the HTML heading: the title is 1
	Words   []run // with the number
	Body    []run
	RunIn   bool
	Changed bool
}

type paragraph struct {
	ID      string
	Words   []run
	Changed bool
}

// figure is a chart with its caption and its numbers.
type figure struct {
	ID            string
	Wide, Narrow  template.HTML   // SVG for pages and for phones
	Options       json.RawMessage // of ECharts; nil in a static page
	Caption, Note []run
	Data          grid
	Changed       bool
	Gone          bool // told in words: drawn, it would be taken for one that is there
}

type table struct {
	ID                  string
	Turned              bool // printed on pages of its own, on their side
	Caption, Unit, Note []run
	Grid                grid
}

// grid is the header and rows of a table.
type grid struct {
	Label  string // for those who cannot see the table; empty where a caption says it
	Header []cell
	Rows   []row
}

// row is one row of a table.
type row struct {
	Cells   []cell
	Changed bool
}

type cell struct {
	Runs  []run
	Align doc.Align
}

type run struct {
	Text          string
	Bold, Missing bool
	Origin        *origin
	Change        doc.Change
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
			blocks[i].Paragraph = &paragraph{ID: anchor(b), Words: c.runs(doc.WithBreak(b.Runs, b.Break)), Changed: doc.IsChanged(b.Runs) || b.Break != ""}
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
		ID: anchor(h), Level: h.Level, Rank: h.Level + 1,
		Words: c.runs(h.Words()), Body: c.runs(doc.WithBreak(h.Body, h.Break)), RunIn: len(h.Body) > 0,
		Changed: doc.IsChanged(h.Words()) || doc.IsChanged(h.Body) || h.Break != "",
	}
}

func (c *converter) figure(d *doc.Chart) *figure {
	if d.Change == doc.Deleted {
		told := []doc.Run{{Text: d.Alt, Change: doc.Deleted}}
		return &figure{ID: anchor(d), Caption: c.runs(d.CaptionRuns()), Note: c.runs(told), Changed: true, Gone: true}
	}
	return &figure{
		ID: anchor(d), Wide: c.draw(d, c.profile.Page.TextWidth), Narrow: c.draw(d, narrowChart),
		Caption: c.runs(d.CaptionRuns()), Note: c.runs(d.NoteRuns()), Data: c.data(d),
		Changed: d.Change != "" || d.Marked != nil,
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
	return template.HTML(svg.Chart(chart.Draw(d, width, height, c.profile.ChartText, chart.EstimateWidth), d.Alt))
}

func (c *converter) table(t *doc.Table) *table {
	v := &table{ID: anchor(t), Turned: t.Wide, Caption: c.runs(t.CaptionRuns()), Unit: c.runs(t.UnitRuns()), Note: c.runs(t.NoteRuns())}
	v.Grid.Header = c.row(t.Header, t.Columns).Cells
	for _, r := range t.Rows {
		v.Grid.Rows = append(v.Grid.Rows, c.row(r, t.Columns))
	}
	return v
}

func (c *converter) row(cells []doc.Cell, columns []doc.Align) row {
	r := row{Cells: make([]cell, len(cells))}
	for i := range cells {
		r.Cells[i].Runs = c.runs(cells[i].Runs)
		r.Changed = r.Changed || doc.IsChanged(cells[i].Runs)
		if i < len(columns) {
			r.Cells[i].Align = columns[i]
		}
	}
	return r
}

func (c *converter) runs(all []doc.Run) []run {
	runs := make([]run, len(all))
	for i, r := range all {
		runs[i] = run{Text: r.Text, Bold: r.Bold, Missing: r.Missing, Origin: c.origins.of(r.Origin), Change: r.Change}
		if r.Missing {
			c.missing++
		}
	}
	return runs
}
