package compose

import (
	"fmt"

	"banwen/internal/diag"
	"banwen/internal/template"
)

// Bounds of the work that one document may be; a report of 1,000 areas, each
// with a chart, is some 100,000 steps and three quarters of maxLoad.
const (
	maxSteps    = 300_000 // nodes run, and members that loops go through
	maxLoad     = 4 << 20 // bytes of text, with what else there is reckoned in them
	maxMistakes = 1_000   // after which the rest is not looked at
)

// What a cell of a table and a chart take, as bytes of text.
const (
	cellLoad  = 150
	chartLoad = 1_500
)

// work is how much of a document has been made so far. Loops that stand in
// each other, and texts that name each other, make much of little.
type work struct {
	steps, load int
	exceeded    *diag.Diagnostic // why it ends here
	at          *prose           // the text in which the steps end
}

// step counts n steps in p.
func (w *work) step(p *prose, n int) {
	if w.steps += n; w.steps > maxSteps && w.exceeded == nil {
		w.exceeded = &diag.Diagnostic{Pos: p.place(0), Message: "循环太多或内容太长，算不完", Hint: "减少套在一起的 {{每个 …}}"}
		w.at = p
	}
}

// carry counts what comes into the document from an offset of a text.
func (w *work) carry(load int, place template.Place, offset int) {
	if w.load += load; w.load > maxLoad && w.exceeded == nil {
		w.exceeded = &diag.Diagnostic{
			Pos: place(offset), Message: fmt.Sprintf("内容太多，连同图表超过 %d MB", maxLoad>>20), Hint: "删减，或分成几份报告",
		}
	}
}

// exceedIn names the loop at an offset of p as the place where the work
// exceeds its bounds, where it does so in p: the outermost comes last.
func (w *work) exceedIn(p *prose, offset int) {
	if w.at == p {
		w.exceeded.Pos = p.place(offset)
	}
}

// over tells whether there is nothing more to be done.
func (c *composer) over() bool { return c.work.exceeded != nil || len(c.diags) > maxMistakes }
