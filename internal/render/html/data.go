package html

import "banwen/internal/doc"

// data is a chart's numbers as a table, a row a category.
func (c *converter) data(d *doc.Chart) grid {
	g := grid{Label: d.Title + "的数据", Header: []cell{textCell("类别", doc.AlignLeft)}}
	for _, s := range d.Series {
		g.Header = append(g.Header, textCell(withUnit(s.Name, d.Unit), doc.AlignRight))
	}
	for i, category := range d.Categories {
		cells := []cell{textCell(category, doc.AlignLeft)}
		for _, s := range d.Series {
			if i < len(s.Points) {
				cells = append(cells, c.point(s.Points[i], d.Unit))
			}
		}
		g.Rows = append(g.Rows, row{Cells: cells})
	}
	return g
}

// point is one number: bare where the column's head has the unit, else as it
// is printed beside the bar.
func (c *converter) point(p doc.Point, unit string) cell {
	v := textCell(pointText(p, unit), doc.AlignRight)
	v.Runs[0].Origin = c.origins.of(p.Origin)
	return v
}

func pointText(p doc.Point, unit string) string {
	switch {
	case p.Missing:
		return "缺"
	case unit == "":
		return p.Label
	default:
		return p.Value
	}
}

func withUnit(name, unit string) string {
	if unit == "" {
		return name
	}
	return name + "（" + unit + "）"
}

func textCell(text string, align doc.Align) cell {
	return cell{Runs: []run{{Text: text}}, Align: align}
}
