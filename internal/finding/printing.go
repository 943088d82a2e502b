package finding

import "banwen/internal/doc"

// Locate says of each finding where its figures are printed in d; a finding
// that knows its place already, as one of the text does, keeps it.
func Locate(d *doc.Document, findings []Finding) {
	places := printings(d)
	for i := range findings {
		f := &findings[i]
		if f.Printed != nil {
			continue
		}
		seen := map[Printing]bool{}
		for _, name := range f.Figures {
			for _, p := range places[name] {
				if !seen[p] {
					seen[p] = true
					f.Printed = append(f.Printed, p)
				}
			}
		}
	}
}

// printings lists where each figure, by its 工作.指标, is printed.
func printings(d *doc.Document) map[string][]Printing {
	places := map[string][]Printing{}
	for _, p := range d.Passages() {
		text, at := p.Text(), 0
		for _, r := range p.Runs {
			if r.Origin != nil {
				places[r.Origin.Name] = append(places[r.Origin.Name], Printing{p.Node, p.Section, doc.SentenceAt(text, at)})
			}
			at += len(r.Text)
		}
		if c, ok := p.Block.(*doc.Chart); ok && p.Kind == doc.CaptionPassage {
			addChart(places, c, p.Section)
		}
	}
	return places
}

// addChart adds the places of a chart's figures.
func addChart(places map[string][]Printing, c *doc.Chart, section string) {
	for _, s := range c.Series {
		for _, point := range s.Points {
			if point.Origin != nil {
				places[point.Origin.Name] = append(places[point.Origin.Name], Printing{c.ID, section, c.Caption()})
			}
		}
	}
}
