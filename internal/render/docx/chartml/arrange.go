package chartml

import (
	"banwen/internal/doc"
	"banwen/internal/style"
)

// arrangement is how a chart with axes uses its frame.
type arrangement struct {
	plot  box
	slot  style.Length // the width, or height, of a category's place
	bar   style.Length // the width of a column
	turn  turn         // of the labels
	table bool         // the labels have no room at their points and stand in a table below
}

// arrange finds room for every label: upright bars as far apart as looks
// best, then closer, then with labels on end, then with a table below.
func (w *writer) arrange() arrangement {
	a := arrangement{plot: w.plot(false), turn: horizontal}
	n := style.Length(max(1, len(w.Categories)))
	if w.Kind == doc.Bar {
		a.slot = a.plot.height() / n
		return a
	}
	a.slot = a.plot.width() / n
	if !w.fit(&a) {
		a.table = true
		a.plot = w.plot(true)
		a.slot = a.plot.width() / n
		return a
	}
	w.leaveHeadroom(&a)
	return a
}

// fit chooses how wide columns are and how labels stand; false when they have no room.
func (w *writer) fit(a *arrangement) bool {
	switch w.Kind {
	case doc.Line:
		return w.fitPoints(a)
	case doc.StackedColumn:
		return w.fitStacks(a)
	default:
		return w.fitColumns(a)
	}
}

// fitPoints finds room for the labels of lines.
func (w *writer) fitPoints(a *arrangement) bool {
	if w.widestLabel() > a.slot {
		a.turn = upwards
	}
	return (a.turn == horizontal || w.Size <= a.slot) && !w.pointsMeet(a.plot.height())
}

// pointsMeet says whether, in a plot so high, a label would cover the point
// or the label of another line.
func (w *writer) pointsMeet(height style.Length) bool {
	for category := range w.Categories {
		var points, texts []style.Length // from the foot
		for column := range w.Series {
			v, ok := w.value(column, category)
			if !ok {
				continue
			}
			at := w.extent(v.String(), height)
			text := at + w.em(90)
			if w.belongsBelow(column, category, height) {
				text = at - w.em(90)
			}
			points, texts = append(points, at), append(texts, text)
		}
		for i, text := range texts {
			for j := range points {
				if j != i && (abs(points[j]-text) < w.em(60) || abs(texts[j]-text) < w.em(90)) {
					return true
				}
			}
		}
	}
	return false
}

// fitColumns finds room for columns side by side and the labels above them.
func (w *writer) fitColumns(a *arrangement) bool {
	widest := w.widestLabel()
	for _, gap := range []style.Length{50, 34, 18} { // percent of a slot
		a.bar = min(a.slot*(100-gap)/100/style.Length(len(w.Series)), w.em(420))
		room := a.bar + w.em(10)
		if len(w.Series) == 1 {
			room = a.slot
		}
		if widest <= room {
			return true
		}
	}
	a.turn = upwards
	return w.Size <= a.bar
}

// fitStacks finds room for the labels of stacked columns, in their segments
// or beside them.
func (w *writer) fitStacks(a *arrangement) bool {
	widest := w.widestLabel()
	usual := min(a.slot/2, w.em(520))
	a.bar = max(usual, min(widest+w.em(60), a.slot*8/10))
	for _, s := range w.Series {
		for _, p := range s.Points {
			if !w.fitsInside(p, *a) && 2*(w.wide(p.Label)+w.em(50)) > a.slot-a.bar {
				return false
			}
		}
	}
	return widest <= a.slot
}

// leaveHeadroom lowers the plot so that the labels above it do not leave the chart.
func (w *writer) leaveHeadroom(a *arrangement) {
	high := w.em(100)
	if a.turn == upwards {
		high = w.widestLabel()
	}
	full, need := a.plot.height(), style.Length(0)
	for _, c := range w.data.Columns {
		for _, cell := range c.Cells {
			need = max(need, high+w.em(50)-(full-w.extent(cell.Value, full)))
		}
	}
	b := &a.plot
	b.top = min(max(b.top, need), b.bottom-w.Height/3)
}

// widestLabel is the width of the widest label.
func (w *writer) widestLabel() style.Length {
	most := style.Length(0)
	for _, s := range w.Series {
		for _, p := range s.Points {
			most = max(most, w.wide(p.Label))
		}
	}
	return most
}

// plot is the place of the plot without its axes' labels.
func (w *writer) plot(table bool) box {
	if w.Kind == doc.Bar {
		return w.barPlot()
	}
	names := w.Width - w.em(60)
	b := box{left: w.widest(w.ticks()) + w.em(60), top: w.em(90), right: w.Width - w.em(40)}
	if table { // the series' names stand at the left of the table
		b.left = max(b.left, min(w.widest(w.seriesNames())+w.em(300), w.Width/4))
	}
	if w.Unit != "" {
		b.top += w.em(140)
	}
	slot := (b.right - b.left) / style.Length(max(1, len(w.Categories)))
	b.bottom = w.Height - w.lines(w.data.Rows, slot)*w.em(120) - w.em(50)
	b.bottom -= w.legendHeight(names)
	if table {
		b.bottom -= style.Length(len(w.data.Columns)) * w.em(150)
	}
	return w.atLeast(b)
}

// barPlot is the plot of lying bars: names at the left, labels at the right.
func (w *writer) barPlot() box {
	names := min(w.widest(w.data.Rows), w.Width*38/100)
	return w.atLeast(box{
		left: names + w.em(80), top: w.em(30),
		right:  w.Width - w.widestLabel() - w.wide(w.Unit) - w.em(50),
		bottom: w.Height - w.em(30) - w.legendHeight(w.Width-w.em(60)),
	})
}

// atLeast keeps a plot large enough to be seen.
func (w *writer) atLeast(b box) box {
	b.bottom = max(b.bottom, b.top+w.Height/3)
	b.right = max(b.right, b.left+w.Width/3)
	return b
}

// legendHeight is the height that the legend takes at the foot.
func (w *writer) legendHeight(width style.Length) style.Length {
	if len(w.Series) < 2 {
		return 0
	}
	total := style.Length(0)
	for _, name := range w.seriesNames() {
		total += w.wide(name) + w.em(300)
	}
	return (total + width - 1) / width * w.em(170)
}

func (w *writer) seriesNames() []string {
	var names []string
	for _, s := range w.Series {
		names = append(names, s.Name)
	}
	return names
}
