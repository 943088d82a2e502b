package review

import (
	"banwen/internal/align"
	"banwen/internal/doc"
)

// piece is a stretch of text of one change; text of both versions has none.
type piece struct {
	tokens []token
	change doc.Change
}

// pieces compares two texts at the grain of words. What is deleted comes
// before what is put in its place.
func pieces(a, b []token) []piece {
	var all []piece
	for _, e := range smooth(align.Edits(keys(a), keys(b)), a) {
		if e.Equal {
			all = append(all, piece{b[e.B0:e.B1], ""})
			continue
		}
		if e.A0 < e.A1 {
			all = append(all, piece{a[e.A0:e.A1], doc.Deleted})
		}
		if e.B0 < e.B1 {
			all = append(all, piece{b[e.B0:e.B1], doc.Inserted})
		}
	}
	return all
}

// keys are what makes each of tokens the same as another.
func keys(all []token) []string {
	of := make([]string, len(all))
	for i := range all {
		of[i] = all[i].key()
	}
	return of
}

// merged is two texts as one, with what has changed marked.
func merged(a, b []doc.Run) []doc.Run {
	var runs []doc.Run
	for _, p := range pieces(tokens(a), tokens(b)) {
		runs = append(runs, p.runs()...)
	}
	return runs
}

// runs is a piece as runs: tokens of one run are one again.
func (p piece) runs() []doc.Run {
	var runs []doc.Run
	var last *doc.Run
	for _, t := range p.tokens {
		if t.run == last {
			runs[len(runs)-1].Text += t.text
			continue
		}
		r := *t.run
		r.Text, r.Change = t.text, p.change
		runs, last = append(runs, r), t.run
	}
	return runs
}

// whole marks all of a text with one change.
func whole(runs []doc.Run, change doc.Change) []doc.Run {
	marked := make([]doc.Run, len(runs))
	for i, r := range runs {
		r.Change = change
		marked[i] = r
	}
	return marked
}
