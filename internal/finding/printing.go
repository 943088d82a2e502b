package finding

import (
	"slices"
	"unicode/utf8"

	"banwen/internal/doc"
)

// Locate says of each finding where its figures are printed in d, each
// sentence once, the figure that must be wrong first; a finding
// that knows its place already, as one of the text does, keeps it.
func Locate(d *doc.Document, findings []Finding) {
	places := printings(d)
	for i := range findings {
		if f := &findings[i]; f.Printed == nil {
			f.locate(places)
		}
	}
}

// locate adds the places of the figures, each sentence once.
func (f *Finding) locate(places map[string][]Printing) {
	f.addPlaces(places[f.Suspect])
	for _, name := range f.Figures {
		if name != f.Suspect {
			f.addPlaces(places[name])
		}
	}
}

func (f *Finding) addPlaces(places []Printing) {
	for _, p := range places {
		isThere := slices.ContainsFunc(f.Printed, func(q Printing) bool { return q.Node == p.Node && q.Sentence == p.Sentence })
		if !isThere {
			f.Printed = append(f.Printed, p)
		}
	}
}

// printings lists where each figure, by its 工作.指标, is printed.
func printings(d *doc.Document) map[string][]Printing {
	places := map[string][]Printing{}
	for _, p := range d.Passages() {
		sentences, at := doc.Sentences{Text: p.Text()}, 0
		for _, r := range p.Runs {
			if r.Origin != nil {
				start, end := sentences.Around(at)
				places[r.Origin.Name] = append(places[r.Origin.Name], Printing{
					Node: p.Node, Section: p.Section, Sentence: sentences.Text[start:end],
					Text: r.Text, At: utf8.RuneCountInString(sentences.Text[start:at]),
				})
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
				places[point.Origin.Name] = append(places[point.Origin.Name], Printing{Node: c.ID, Section: section, Sentence: c.Caption(), Text: c.Caption()})
			}
		}
	}
}
