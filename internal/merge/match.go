package merge

import (
	"slices"

	"banwen/internal/align"
	"banwen/internal/docxread"
)

// How alike texts must be, in thousandths.
const (
	alike       = 500 // to be one paragraph though no bookmark says so
	barelyAlike = 120 // to be one where a bookmark says so
	alikeTitles = 600 // to be the title of one report
	contained   = 600 // for one to be a part of the other
	gain        = 20  // more, where a part is added
	mostLoose   = 200 // paragraphs on each side that are compared each with each
	mostSplit   = 30  // that one may be split into
)

// unit is a stretch of the edited file and the stretch of the document that it
// is now: one paragraph each unless it was split or merged.
type unit struct {
	base  []int // paragraphs of the document, in order
	lines []int // of the edited file, in order
}

// matching finds units.
type matching struct {
	base   []paragraph
	lines  []docxread.Line
	texts  []string // of lines, as compose would print them
	gramsB []align.Grams
	gramsL []align.Grams
	ofBase []int // the line that each paragraph is now; -1: none yet
	ofLine [][]int
}

func match(base []paragraph, lines []docxread.Line, texts []string) *matching {
	m := &matching{base: base, lines: lines, texts: texts, ofBase: make([]int, len(base)), ofLine: make([][]int, len(lines))}
	for i := range base {
		m.gramsB = append(m.gramsB, align.GramsOf(base[i].text))
		m.ofBase[i] = -1
	}
	for i := range texts {
		m.gramsL = append(m.gramsL, align.GramsOf(texts[i]))
	}
	m.byBookmark()
	m.byCell()
	m.byText()
	m.byLikeness()
	return m
}

func (m *matching) pair(b, l int) {
	m.ofBase[b] = l
	m.ofLine[l] = append(m.ofLine[l], b)
	slices.Sort(m.ofLine[l])
}

// byBookmark pairs what bookmarks say is the same. The bookmark of a paragraph
// that was deleted goes over to its neighbour, so several in one paragraph
// are those of paragraphs that were merged only if their texts are in it.
func (m *matching) byBookmark() {
	of := map[string]int{}
	for i := range m.base {
		if name := m.base[i].bookmark; name != "" {
			of[name] = i
		}
	}
	for l := range m.lines {
		var found []int
		for _, name := range m.lines[l].Bookmarks {
			if b, ok := of[name]; ok && m.ofBase[b] < 0 && !slices.Contains(found, b) {
				found = append(found, b)
			}
		}
		for _, b := range m.meant(found, l) {
			m.pair(b, l)
		}
	}
}

// meant picks of bookmarked paragraphs those that a line is.
func (m *matching) meant(found []int, l int) []int {
	if len(found) == 1 {
		b := found[0]
		if m.gramsB[b].Likeness(m.gramsL[l]) < barelyAlike && runeCount(m.base[b].text) > 10 {
			return nil
		}
		return found
	}
	best, most := -1, barelyAlike
	var parts []int
	for _, b := range found {
		if m.gramsB[b].Share(m.gramsL[l]) >= contained {
			parts = append(parts, b)
		}
		if s := m.gramsB[b].Likeness(m.gramsL[l]); s >= most {
			best, most = b, s
		}
	}
	if len(parts) > 0 || best < 0 {
		return parts
	}
	return []int{best}
}

// byCell pairs the cells of a table that has the rows and columns it had.
func (m *matching) byCell() {
	tables := map[int]int{} // of the document, by those of the file
	for b, l := range m.ofBase {
		if l >= 0 && m.base[b].cell != nil && m.lines[l].Cell != nil {
			tables[m.lines[l].Cell.Table] = m.base[b].cell.Table
		}
	}
	of := map[docxread.Cell]int{}
	sizes, now := map[int]docxread.Cell{}, map[int]docxread.Cell{}
	for b := range m.base {
		if c := m.base[b].cell; c != nil {
			of[*c] = b
			sizes[c.Table] = larger(sizes[c.Table], *c)
		}
	}
	for l := range m.lines {
		if c := m.lines[l].Cell; c != nil {
			now[c.Table] = larger(now[c.Table], *c)
		}
	}
	for l := range m.lines {
		c := m.lines[l].Cell
		if c == nil || len(m.ofLine[l]) > 0 {
			continue
		}
		table, known := tables[c.Table]
		if !known || now[c.Table].Row != sizes[table].Row || now[c.Table].Column != sizes[table].Column {
			continue
		}
		if b, ok := of[docxread.Cell{Table: table, Row: c.Row, Column: c.Column}]; ok && m.ofBase[b] < 0 {
			m.pair(b, l)
		}
	}
}

// larger is the last cell of a table, as far as it has been seen.
func larger(a, b docxread.Cell) docxread.Cell {
	return docxread.Cell{Row: max(a.Row, b.Row), Column: max(a.Column, b.Column)}
}

// byText pairs what has not changed at all, in its order.
func (m *matching) byText() {
	of := map[string][]int{}
	for b := range m.base {
		if m.ofBase[b] < 0 {
			of[m.base[b].text] = append(of[m.base[b].text], b)
		}
	}
	for l := range m.lines {
		same := of[m.texts[l]]
		if len(m.ofLine[l]) > 0 || len(same) == 0 {
			continue
		}
		m.pair(same[0], l)
		of[m.texts[l]] = same[1:]
	}
}

// byLikeness pairs what is left, the likest first.
func (m *matching) byLikeness() {
	base, lines := m.left()
	if len(base) > mostLoose || len(lines) > mostLoose {
		return
	}
	type candidate struct {
		b, l int
		like int
	}
	var all []candidate
	for _, b := range base {
		for _, l := range lines {
			if (m.base[b].cell == nil) != (m.lines[l].Cell == nil) {
				continue
			}
			if s := m.gramsB[b].Likeness(m.gramsL[l]); s >= alike {
				all = append(all, candidate{b, l, s})
			}
		}
	}
	slices.SortStableFunc(all, func(x, y candidate) int { return y.like - x.like })
	for _, c := range all {
		if m.ofBase[c.b] < 0 && len(m.ofLine[c.l]) == 0 {
			m.pair(c.b, c.l)
		}
	}
}

// left lists what has no counterpart yet.
func (m *matching) left() (base, lines []int) {
	for b, l := range m.ofBase {
		if l < 0 {
			base = append(base, b)
		}
	}
	for l, all := range m.ofLine {
		if len(all) == 0 {
			lines = append(lines, l)
		}
	}
	return base, lines
}

// units puts together what was split and merged. fresh are lines that are of
// no paragraph, gone the paragraphs that no line is.
func (m *matching) units() (all []unit, fresh, gone []int) {
	m.mergeLeft()
	at := map[int]int{} // the unit of each line
	for l, base := range m.ofLine {
		if len(base) > 0 {
			at[l] = len(all)
			all = append(all, unit{base: base, lines: []int{l}})
		}
	}
	_, lines := m.left()
	for _, l := range lines {
		if u, ok := m.splitOff(all, at, l); ok {
			at[l] = u
			all[u].lines = append(all[u].lines, l)
			slices.Sort(all[u].lines)
			continue
		}
		fresh = append(fresh, l)
	}
	gone, _ = m.left()
	return all, fresh, gone
}

// mergeLeft finds paragraphs without bookmark that were merged into the one
// before or after them.
func (m *matching) mergeLeft() {
	for b, l := range m.ofBase {
		if l >= 0 || m.base[b].cell != nil {
			continue
		}
		for _, near := range []int{b - 1, b + 1} {
			if near < 0 || near >= len(m.base) || m.ofBase[near] < 0 || m.base[near].cell != nil {
				continue
			}
			l := m.ofBase[near]
			if m.gramsB[b].Share(m.gramsL[l]) >= contained && m.gramsB[near].With(m.gramsB[b]).Likeness(m.gramsL[l]) > m.gramsB[near].Likeness(m.gramsL[l]) {
				m.pair(b, l)
				break
			}
		}
	}
}

// splitOff finds the unit beside a line that the line is a part of.
func (m *matching) splitOff(all []unit, at map[int]int, l int) (int, bool) {
	if m.lines[l].Cell != nil {
		return 0, false
	}
	for _, near := range []int{l - 1, l + 1} {
		u, ok := at[near]
		if !ok || m.lines[near].Cell != nil || len(all[u].lines) >= mostSplit {
			continue
		}
		var base, now align.Grams
		for _, b := range all[u].base {
			base = base.With(m.gramsB[b])
		}
		for _, other := range all[u].lines {
			now = now.With(m.gramsL[other])
		}
		if m.gramsL[l].Share(base) >= contained && now.With(m.gramsL[l]).Likeness(base) > now.Likeness(base)+gain {
			return u, true
		}
	}
	return 0, false
}

// outOfOrder lists the units that stand elsewhere than they did: all but a longest
// row of those that kept their order.
func outOfOrder(all []unit) []int {
	began := make([]int, len(all))
	for i := range all {
		began[i] = all[i].base[0]
	}
	var others []int
	for i, kept := range align.Increasing(began) {
		if !kept {
			others = append(others, i)
		}
	}
	return others
}
