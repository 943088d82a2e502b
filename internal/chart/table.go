package chart

import "banwen/internal/style"

// table stands below the categories of a chart whose labels have no room at
// their bars or points: a row for each series, headed by its key and name,
// and one for the totals of a stacked chart.
type table struct {
	rows   []tableRow
	heads  style.Length // width of the heads
	height style.Length
}

type tableRow struct {
	name   []string // wrapped
	key    int      // series whose key stands before the name; noKey: none
	labels []string // one a category
	height style.Length
}

const (
	noKey      = -1
	widestHead = 24 // percent of the drawing
)

func (d *drawing) newTable() table {
	var t table
	for i, s := range d.chart.Series {
		var labels []string
		for _, p := range s.Points {
			labels = append(labels, p.Label)
		}
		d.addRow(&t, s.Name, i, labels)
	}
	if totals := Totals(d.chart); totals != nil && len(d.chart.Series) > 1 {
		d.addRow(&t, "合计", noKey, totals)
	}
	return t
}

func (d *drawing) addRow(t *table, name string, key int, labels []string) {
	before := d.keyWidth() + d.em(40)
	row := tableRow{key: key, labels: labels}
	row.name = d.wrap(name, d.area.width()*widestHead/100-before)
	for _, line := range row.name {
		t.heads = max(t.heads, before+d.width(line))
	}
	row.height = style.Length(len(row.name))*d.pitch + d.em(30)
	t.height += row.height
	t.rows = append(t.rows, row)
}

// drawTable draws the table at the foot of the drawing.
func (f *frame) drawTable(t table) {
	y := f.area.bottom - t.height
	for _, row := range t.rows {
		f.rule(0, y, f.plot.right, y, GridColor, GridWidth)
		middle := y + row.height/2
		if row.key != noKey {
			f.key(row.key, 0, middle)
		}
		f.lines(row.name, f.keyWidth()+f.em(40), middle-style.Length(len(row.name)-1)*f.pitch/2, Start)
		for i, label := range row.labels[:min(len(row.labels), len(f.chart.Categories))] {
			f.text(label, f.slot(i), middle, Middle)
		}
		y += row.height
	}
}
