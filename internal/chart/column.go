package chart

import "banwen/internal/style"

// The space between two groups of columns, in percent of a slot.
const (
	roomyGap  = 50
	middleGap = 34
	narrowGap = 18
)

// widestColumn is how wide a column grows, in percent of the text size.
const widestColumn = 420

// drawColumns draws columns side by side with their labels above them.
func drawColumns(gap style.Length) layout {
	return func(d *drawing) {
		f := d.frame(false)
		f.columns(gap, true)
		f.baseline()
	}
}

// drawColumnsWithTable draws columns with their labels in a table below.
func drawColumnsWithTable(d *drawing) {
	f := d.frame(true)
	f.columns(middleGap, false)
	f.baseline()
}

func (f *frame) columns(gap style.Length, labelled bool) {
	n := style.Length(len(f.chart.Series))
	width := min(f.slotWidth()*(100-gap)/100/n, f.em(widestColumn))
	zero := f.values.zero()
	for category := range f.chart.Categories {
		left := f.slot(category) - width*n/2
		for i, p := range column(f.chart, category) {
			x := left + width*style.Length(i)
			v, ok := value(p)
			if ok {
				f.bar(box{x, f.values.at(v), x + width, zero}, p.Color)
			}
			if labelled {
				f.labelBeyond(p, v, x+width/2)
			}
		}
	}
}
