package pipeline

import (
	"banwen/internal/compose"
	"banwen/internal/diag"
	"banwen/internal/trace"
)

// Traced is where a report's figures come from and where they go.
type Traced struct {
	Figures  []trace.Trace
	Composed bool // else mistakes keep the document from being made, and nothing is known of where figures are printed
}

// Trace traces a report's figures through the data and the document of a
// draft. With mistakes in the data that keep it from being read there is
// nothing. Where charts end up on the page does not matter here, so they are
// not arranged.
func Trace(q Request) (*Traced, diag.List) {
	q.Stage = compose.Draft
	c, diags := composed(q)
	if c == nil {
		return nil, diags
	}
	return &Traced{Figures: trace.Of(c.report, c.book, c.findings, c.document), Composed: c.document != nil}, diags
}
