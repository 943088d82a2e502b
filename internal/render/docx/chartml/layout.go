package chartml

import (
	"strings"

	"banwen/internal/chart"
	"banwen/internal/render/docx/xml"
	"banwen/internal/style"
)

// box is a place in the chart.
type box struct{ left, top, right, bottom style.Length }

func (b box) width() style.Length  { return b.right - b.left }
func (b box) height() style.Length { return b.bottom - b.top }

// em is a part of the text size.
func (w *writer) em(percent style.Length) style.Length { return w.Size * percent / 100 }

// wide is the width of a text.
func (w *writer) wide(text string) style.Length { return chart.EstimateWidth(text, "", w.Size) }

// widest is the width of the widest of texts.
func (w *writer) widest(texts []string) style.Length {
	most := style.Length(0)
	for _, t := range texts {
		most = max(most, w.wide(t))
	}
	return most
}

// lines is how many lines the longest of texts takes in a width.
func (w *writer) lines(texts []string, width style.Length) style.Length {
	perLine := max(w.Size, width/w.Size*w.Size)
	return (max(w.widest(texts), 1) + perLine - 1) / perLine
}

// inner puts the plot without its axes' labels into b.
func (w *writer) inner(b box) *xml.Node {
	return xml.E("c:layout", nil, xml.E("c:manualLayout", nil,
		val("c:layoutTarget", "inner"), val("c:xMode", "edge"), val("c:yMode", "edge"),
		val("c:x", share(b.left, w.Width)), val("c:y", share(b.top, w.Height)),
		val("c:w", share(b.width(), w.Width)), val("c:h", share(b.height(), w.Height))))
}

// at puts the top left corner of a text.
func (w *writer) at(x, y style.Length) *xml.Node {
	return xml.E("c:layout", nil, xml.E("c:manualLayout", nil,
		val("c:xMode", "edge"), val("c:yMode", "edge"),
		val("c:x", share(x, w.Width)), val("c:y", share(y, w.Height))))
}

// moved moves a label from where it would stand.
func (w *writer) moved(right, down style.Length) *xml.Node {
	return xml.E("c:layout", nil, xml.E("c:manualLayout", nil,
		val("c:x", share(right, w.Width)), val("c:y", share(down, w.Height))))
}

// share is part of whole as a fraction with four decimals.
func share(part, whole style.Length) string {
	const one = 10000
	n := part * one / max(whole, 1)
	sign := ""
	if n < 0 {
		sign, n = "-", -n
	}
	digits := integer(int(n % one))
	return sign + integer(int(n/one)) + "." + strings.Repeat("0", 4-len(digits)) + digits
}
