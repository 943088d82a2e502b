package trace

import (
	"slices"
	"strings"
	"unicode/utf8"

	"banwen/internal/diag"
	"banwen/internal/doc"
	"banwen/internal/finding"
)

// Manner is how a place of the document has a figure.
type Manner string

// The manners.
const (
	Itself Manner = "印出" // its value stands there, or 【待补】 in its stead
	Behind Manner = "用于" // what stands there is computed from it: a rate, a change, a base of comparison
)

// Values lists the manners.
func (Manner) Values() []string { return []string{string(Itself), string(Behind)} }

// Printing is one place of the document that has a figure.
type Printing struct {
	finding.Printing
	Caption string   `json:"caption,omitempty" about:"图题或表题，照所印；正文里的没有"`
	Manner  Manner   `json:"manner" about:"印出它的数值，还是印出由它算出的比率、增减等"`
	Pos     diag.Pos `json:"pos" about:"{{…}} 的位置；图表是它的名称的位置"`
}

// printings enters every place of the document that has a figure.
func (t *tracer) printings(d *doc.Document) {
	p := &printer{tracer: t, byPos: make(map[diag.Pos]*Trace, len(t.traces))}
	for i := range t.traces {
		p.byPos[t.traces[i].Pos] = &t.traces[i]
	}
	for _, passage := range d.Passages() {
		p.passage(passage)
	}
}

// printer goes through a document.
type printer struct {
	*tracer
	byPos map[diag.Pos]*Trace
}

// exhibit is what a passage says of a chart or a table; nothing of other blocks.
func exhibit(b doc.Block) (caption string, asked *doc.Place) {
	switch b := b.(type) {
	case *doc.Chart:
		return b.Caption(), b.Place
	case *doc.Table:
		return b.Caption(), b.Place
	}
	return "", nil
}

// passage enters the figures in a passage, and at its caption those of a chart.
func (p *printer) passage(passage doc.Passage) {
	caption, asked := exhibit(passage.Block)
	if c, ok := passage.Block.(*doc.Chart); ok && passage.Kind == doc.CaptionPassage {
		p.chart(c, passage.Section)
	}
	sentences, offset := doc.Sentences{Text: passage.Text()}, 0
	for _, run := range passage.Runs {
		if run.Origin != nil {
			start, end := sentences.Around(offset)
			printed := Printing{
				Printing: finding.Printing{
					Node: passage.Node, Section: passage.Section, Sentence: sentences.Text[start:end],
					Text: run.Text, At: utf8.RuneCountInString(sentences.Text[start:offset]),
				},
				Caption: caption,
			}
			p.enter(run.Origin, printed, run.Place, asked)
		}
		offset += len(run.Text)
	}
}

// chart enters the figures of a chart; a point reads as its category
// and its label, which in a pie begins with it.
func (p *printer) chart(c *doc.Chart, section string) {
	for _, series := range c.Series {
		for i, point := range series.Points {
			if point.Origin == nil {
				continue
			}
			category := c.Categories[i] + " "
			if strings.HasPrefix(point.Label, category) {
				category = ""
			}
			p.enter(point.Origin, Printing{
				Printing: finding.Printing{
					Node: c.ID, Section: section, Sentence: category + point.Label,
					Text: point.Label, At: utf8.RuneCountInString(category),
				},
				Caption: c.Caption(),
			}, c.Place)
		}
	}
}

// enter enters a place at the figures that an origin names. Of the places
// that are known the first is where it was asked for.
func (p *printer) enter(o *doc.Origin, printed Printing, places ...*doc.Place) {
	if i := slices.IndexFunc(places, func(at *doc.Place) bool { return at != nil }); i >= 0 {
		printed.Pos = diag.Pos(*places[i])
	}
	own := p.byName[o.Name]
	if own == nil || own.Pos != diag.Pos(o.Place) { // a period may be called as a figure elsewhere is
		own = nil
	}
	printed.Manner = Behind
	if own != nil && o.Base == "" {
		printed.Manner = Itself
	}
	if own != nil {
		own.Printed = append(own.Printed, printed)
		return
	}
	for _, of := range p.behind(o) {
		of.Printed = append(of.Printed, printed)
	}
}

// behind lists the figures behind what is no figure of the data itself: the
// two of a rate, and the one whose base a chart shows.
func (p *printer) behind(o *doc.Origin) []*Trace {
	var all []*Trace
	for _, input := range o.Inputs {
		name := input[:max(0, strings.LastIndex(input, " = "))] // a name may hold the sign, a value cannot
		if of := p.byName[name]; of != nil && !slices.Contains(all, of) {
			all = append(all, of)
		}
	}
	if of := p.byPos[diag.Pos(o.Place)]; len(all) == 0 && of != nil && strings.HasPrefix(o.Name, of.Name) {
		all = append(all, of)
	}
	return all
}
