package chartml

import (
	"strings"

	"banwen/internal/chart"
	"banwen/internal/doc"
	"banwen/internal/render/docx/sheet"
	"banwen/internal/render/docx/xml"

	"github.com/shopspring/decimal"
)

// totalsName is the series of the sums of a stacked chart.
const totalsName = "合计"

// table is the data of a chart as its workbook has it.
func table(c *doc.Chart) *sheet.Table {
	t := &sheet.Table{}
	if c.Unit != "" {
		t.Corner = "单位：" + c.Unit
	}
	for i := range c.Categories {
		t.Rows = append(t.Rows, category(c, i))
	}
	for _, s := range c.Series {
		column := sheet.Column{Name: s.Name, Cells: make([]sheet.Cell, len(c.Categories))}
		for i := range min(len(s.Points), len(c.Categories)) {
			column.Cells[i] = cell(s.Points[i])
		}
		t.Columns = append(t.Columns, column)
	}
	if totals := totals(c); totals != nil {
		column := sheet.Column{Name: totalsName, Cells: make([]sheet.Cell, len(c.Categories))}
		for i, text := range totals {
			column.Cells[i] = cell(doc.Point{Value: number(text), Label: text})
		}
		t.Columns = append(t.Columns, column)
	}
	return t
}

// totals are the sums to stand above stacked columns; nil where there are none.
func totals(c *doc.Chart) []string {
	if c.Kind != doc.StackedColumn || len(c.Series) < 2 {
		return nil
	}
	sums := chart.Totals(c)
	if strings.Join(sums, "") == "" {
		return nil
	}
	return sums
}

// hasTotals says whether the data ends with a column of sums.
func (w *writer) hasTotals() bool { return len(w.data.Columns) > len(w.Series) }

// category is a category's name. What is not known has no point that could
// have a label, so the category says it: 3月（缺）.
func category(c *doc.Chart, i int) string {
	name := c.Categories[i]
	if isRound(c) {
		return name
	}
	var missing []string
	for _, s := range c.Series {
		if i >= len(s.Points) || !s.Points[i].Missing || s.Points[i].Label == "" {
			continue
		}
		label := s.Points[i].Label
		if len(c.Series) > 1 {
			label = s.Name + label
		}
		missing = append(missing, label)
	}
	if missing == nil {
		return name
	}
	return name + "（" + strings.Join(missing, "，") + "）"
}

// cell is a point's value with the format that shows it as its label does.
func cell(p doc.Point) sheet.Cell {
	v, err := decimal.NewFromString(p.Value)
	if p.Missing || err != nil {
		return sheet.Cell{}
	}
	format, ok := numberFormat(v, p.Label)
	if !ok {
		format = decimals(max(0, -v.Exponent()))
	}
	return sheet.Cell{Value: v.String(), Format: format}
}

func isRound(c *doc.Chart) bool { return c.Kind == doc.Pie || c.Kind == doc.Doughnut }

// cached is a column's numbers with their place in the workbook; what is
// missing is left out.
func (w *writer) cached(column int) *xml.Node {
	cells := w.data.Columns[column].Cells
	cache := xml.E("c:numCache", nil, xml.E("c:formatCode", nil, xml.T("General")), val("c:ptCount", integer(len(cells))))
	for i, c := range cells {
		if c.Value == "" {
			continue
		}
		cache.Add(xml.E("c:pt", xml.A("idx", integer(i), "formatCode", c.Format), xml.E("c:v", nil, xml.T(c.Value))))
	}
	return xml.E("c:val", nil, xml.E("c:numRef", nil, xml.E("c:f", nil, xml.T(w.data.CellsRef(column))), cache))
}

// categories are the categories' names with their place in the workbook.
func (w *writer) categories() *xml.Node {
	return xml.E("c:cat", nil, textRef(w.data.RowsRef(), w.data.Rows))
}

// name is a series' name with its place in the workbook.
func (w *writer) name(column int) *xml.Node {
	return xml.E("c:tx", nil, textRef(w.data.NameRef(column), []string{w.data.Columns[column].Name}))
}

// textRef is a list of texts in the workbook.
func textRef(ref string, texts []string) *xml.Node {
	cache := xml.E("c:strCache", nil, val("c:ptCount", integer(len(texts))))
	for i, text := range texts {
		cache.Add(xml.E("c:pt", xml.A("idx", integer(i)), xml.E("c:v", nil, xml.T(text))))
	}
	return xml.E("c:strRef", nil, xml.E("c:f", nil, xml.T(ref)), cache)
}
