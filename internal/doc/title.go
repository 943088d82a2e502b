package doc

import (
	"slices"
	"strings"
)

// Title is the document's title (标题).
type Title struct {
	Text  string   `json:"text"`  // the whole title, in one line
	Lines []string `json:"lines"` // the same, broken on word boundaries for the page; joined they give Text
	Runs  []Run    `json:"runs"`  // the same, with where each part was typed or comes from
	// Marked is the title with what has changed in it, to be shown instead of
	// Lines; its line ends are \n, which change as words do. nil where nothing has.
	Marked []Run `json:"marked,omitempty"`
}

// LineEnd ends a line of a title.
const LineEnd = "\n"

// Broken is the title in one text with its line ends.
func (t *Title) Broken() string {
	if len(t.Lines) == 0 || strings.Join(t.Lines, "") != t.Text && t.Text != "" {
		return t.Text
	}
	return strings.Join(t.Lines, LineEnd)
}

// BrokenRuns is the title with what has changed in it, each line end in a run
// of its own.
func (t *Title) BrokenRuns() []Run {
	marked := t.Marked
	if marked == nil {
		marked = Plain(t.Broken())
	}
	var all []Run
	for _, r := range marked {
		for i, text := range strings.Split(r.Text, LineEnd) {
			if i > 0 {
				all = append(all, one(LineEnd, r.Change)...)
			}
			all = append(all, one(text, r.Change)...)
		}
	}
	return all
}

// LineRuns is the title line by line, with what has changed in it. Line ends
// that are gone end none.
func (t *Title) LineRuns() [][]Run {
	lines := [][]Run{nil}
	for _, r := range t.BrokenRuns() {
		switch last := len(lines) - 1; {
		case r.Text != LineEnd:
			lines[last] = append(lines[last], r)
		case r.Change != Deleted:
			lines = append(lines, nil)
		}
	}
	return lines
}

// HeadRuns is the title in one line, with what has changed in it.
func (t *Title) HeadRuns() []Run {
	return slices.DeleteFunc(t.BrokenRuns(), func(r Run) bool { return r.Text == LineEnd })
}
