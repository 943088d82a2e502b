package chart

import (
	"slices"

	"banwen/internal/style"

	"github.com/shopspring/decimal"
)

// widestStack is how wide a stacked column grows, in percent of the text size.
const widestStack = 520

// drawStacks draws stacked columns: labels in their segments, beside them
// where a segment is too low, the total above.
func drawStacks(d *drawing) {
	f := d.frame(false)
	width := f.stackWidth()
	for i, total := range Totals(d.chart) {
		top, beside := f.stack(i, width, true)
		f.besideStack(beside, f.slot(i)+width/2)
		if len(d.chart.Series) > 1 {
			f.label(total, f.slot(i), top-f.em(70), Middle)
		}
	}
	f.baseline()
}

// drawStacksWithTable draws stacked columns with the labels in a table below.
func drawStacksWithTable(d *drawing) {
	f := d.frame(true)
	for i := range d.chart.Categories {
		f.stack(i, f.stackWidth(), false)
	}
	f.baseline()
}

// stackWidth is wide enough for the labels inside where the slot allows.
func (f *frame) stackWidth() style.Length {
	widest := style.Length(0)
	for _, s := range f.chart.Series {
		for _, p := range s.Points {
			widest = max(widest, f.width(p.Label)+f.em(60))
		}
	}
	usual := min(f.slotWidth()/2, f.em(widestStack))
	return max(usual, min(widest, f.slotWidth()*8/10))
}

// sideLabel is a label that stands beside its segment.
type sideLabel struct {
	text   string
	middle style.Length
}

// stack draws one column and gives its top and the labels that had no room inside.
func (f *frame) stack(category int, width style.Length, labelled bool) (top style.Length, beside []sideLabel) {
	left := f.slot(category) - width/2
	sum := decimal.Zero
	top = f.values.zero()
	for _, p := range column(f.chart, category) {
		v, _ := value(p)
		sum = sum.Add(v)
		segment := box{left, f.values.at(sum), left + width, top}
		top = segment.top
		if segment.height() > 0 {
			f.bar(segment, p.Color)
		}
		middle := (segment.top + segment.bottom) / 2
		switch {
		case !labelled:
		case segment.height() >= f.em(120) && f.width(p.Label) <= width-f.em(20):
			f.colored(p.Label, f.slot(category), middle, Middle, TextOn(p.Color))
		default:
			beside = append(beside, sideLabel{p.Label, middle})
		}
	}
	return top, beside
}

// besideStack sets labels at the right of a column, spread so that they do not meet.
func (f *frame) besideStack(labels []sideLabel, x style.Length) {
	slices.Reverse(labels) // the stack grows upwards
	wanted := make([]style.Length, len(labels))
	for i, l := range labels {
		wanted[i] = l.middle
	}
	placed, ok := spread(wanted, f.em(105), f.plot.top, f.plot.bottom-f.em(10))
	if !ok {
		f.fail()
	}
	for i, l := range labels {
		f.rule(x, l.middle, x+f.em(30), placed[i], LeaderColor, GridWidth)
		f.label(l.text, x+f.em(45), placed[i], Start)
	}
}
