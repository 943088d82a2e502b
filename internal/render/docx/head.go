package docx

import (
	"slices"
	"unicode/utf8"

	"banwen/internal/chart"
	"banwen/internal/doc"
	"banwen/internal/render/docx/xml"
	"banwen/internal/style"
)

// head is the red head (版头, GB/T 9704-2012, 7.2) in the flow of the text:
// what stands at the top left, the organ mark, the number with the signers,
// the rule; none for plain material.
func (f *file) head() []*xml.Node {
	h := f.document.Head
	if h == nil {
		return nil
	}
	nodes, used := f.headTop(h)
	nodes = append(nodes, f.mark(h, used))
	return append(nodes, f.numberLines(h)...)
}

// headTop is 份号, 密级 and 紧急程度, a line each from the first line of the
// type area on (7.2.1 to 7.2.3), and the height they take.
func (f *file) headTop(h *doc.Head) ([]*xml.Node, style.Length) {
	var nodes []*xml.Node
	used := style.Length(0)
	for _, line := range []struct {
		text        []doc.Run
		style, part string
		set         style.Text
	}{
		{h.Copy, copyStyle, copyPart, f.profile.Head.Copy},
		{h.Secrecy, secrecyStyle, secrecyPart, f.profile.Head.Secrecy},
		{h.Urgency, secrecyStyle, urgencyPart, f.profile.Head.Secrecy},
	} {
		if len(line.text) > 0 {
			nodes = append(nodes, f.paragraph(line.style, line.part, f.plain(line.text), f.paragraphMark(doc.WholeChange(line.text))))
			used += line.set.Pitch
		}
	}
	return nodes, used
}

// mark is the organ mark (7.2.4), its characters' top edge the profile's
// distance under the type area's top, of which used is taken already. Word
// puts the characters in the middle of an exact line.
func (f *file) mark(h *doc.Head, used style.Length) *xml.Node {
	set := f.profile.Head.Mark
	size := f.markSize(h)
	in := inline{}
	if size != set.Size {
		in.size = size
	}
	before := max(0, f.profile.Head.Top-used-(set.Pitch-size)/2)
	return f.paragraph(markStyle, markPart, f.runs(h.Mark, in),
		xml.E("w:spacing", xml.A("w:before", twips(before))), f.paragraphMark(h.Change()))
}

// fittingSize is the size, at most size and in half points, at which a text
// is no wider than a line. Every character counts as a full one: letters of
// 小标宋 are wider than half.
func fittingSize(text string, size, width style.Length) style.Length {
	const half = style.Pt / 2
	if n := style.Length(utf8.RuneCountInString(text)); n*size > width {
		return max(half, width/n/half*half)
	}
	return size
}

// markSize is the size of the organ mark's characters.
func (f *file) markSize(h *doc.Head) style.Length {
	return fittingSize(doc.Text(h.Mark), f.profile.Head.Mark.Size, f.profile.Page.TextWidth)
}

// numberLines are the number (7.2.5), blank lines under the organ mark's
// characters, and the rule below it. With signers
// (7.2.6) the number stands left on the line of the last of them.
func (f *file) numberLines(h *doc.Head) []*xml.Node {
	blank := f.blankLines(f.profile.Head.Lines) - (f.profile.Head.Mark.Pitch-f.markSize(h))/2
	above := xml.E("w:spacing", xml.A("w:before", twips(max(0, blank))))
	if len(h.Signers) == 0 {
		return []*xml.Node{f.paragraph(numberStyle, numberPart, f.plain(h.Number), f.headRule(), above, f.paragraphMark(h.Change()))}
	}
	var nodes []*xml.Node
	lines := f.signerLines(h)
	stops := f.signerStops(lines)
	for i, names := range lines {
		last := i == len(lines)-1
		var content []*xml.Node
		if last {
			content = append(content, f.bookmarked(numberPart, f.plain(h.Number))...)
		}
		content = append(content, f.signers(h, names, i == 0, len(lines) == 1)...)
		nodes = append(nodes, f.paragraph(numberStyle, signersPart+integer(i+1), content,
			optional(!last, on("w:keepNext")), optional(last, f.headRule()), stops[i], above,
			f.firstLine(withIndent(f.profile.Head.Number, 1)), val("w:jc", "left"), f.paragraphMark(h.Change())))
		above = nil
	}
	return nodes
}

// headRule is the red rule under the number (7.2.7), as wide as the type
// area. Its distance is that from the number's characters, which Word puts in
// the middle of their line.
func (f *file) headRule() *xml.Node {
	return xml.E("w:pBdr", nil, rule("bottom", f.profile.Head.RuleWidth, f.ruleDistance(), f.profile.Head.Color))
}

// ruleDistance is the distance of the rule from the bottom of the number's line.
func (f *file) ruleDistance() style.Length {
	h := f.profile.Head
	return rounded(max(0, h.RuleBelow-(h.Number.Pitch-h.Number.Size)/2), style.Pt)
}

// headHeight is the height from the type area's top to the rule's lower edge.
func (f *file) headHeight(h *doc.Head) style.Length {
	look := f.profile.Head
	lines := style.Length(max(1, len(f.signerLines(h))))
	return look.Top + f.markSize(h) + f.blankLines(look.Lines) + lines*look.Number.Pitch + f.ruleDistance() + rounded(look.RuleWidth, style.Pt/8)
}

// namesALine is how many signers stand on a line (7.2.6).
const namesALine = 2

// signerLines shares the signers' names among lines: one each where two would
// not leave the number its room. Where some are new or gone all stand on one,
// since lines cannot come and go with them.
func (f *file) signerLines(h *doc.Head) [][]doc.Run {
	if doc.IsChanged(h.Signers) {
		return [][]doc.Run{h.Signers}
	}
	lines := slices.Collect(slices.Chunk(h.Signers, namesALine))
	cell := f.cell(f.profile.Head.Number)
	number := chart.EstimateWidth(doc.Text(h.Number), "", cell)
	if f.signersWidth(lines)+number+3*cell > f.profile.Page.TextWidth {
		return slices.Collect(slices.Chunk(h.Signers, 1))
	}
	return lines
}

// signersWidth is the width of the word before the names and of their columns.
func (f *file) signersWidth(lines [][]doc.Run) style.Length {
	cell := f.cell(f.profile.Head.Signer)
	width := chart.EstimateWidth(doc.SignersWord, "", f.cell(f.profile.Head.Number)) + f.nameWidth(lines, 0)
	if second := f.nameWidth(lines, 1); second > 0 {
		width += cell + second
	}
	return width
}

// nameWidth is the width of the longest name in a column.
func (f *file) nameWidth(lines [][]doc.Run, column int) style.Length {
	longest := style.Length(0)
	for _, names := range lines {
		if column < len(names) {
			longest = max(longest, chart.EstimateWidth(names[column].Text, "", f.cell(f.profile.Head.Signer)))
		}
	}
	return longest
}

// signers is a line of names after a tab, the first with the word before it.
// In several lines the names of a column begin under each other.
func (f *file) signers(h *doc.Head, names []doc.Run, first, alone bool) []*xml.Node {
	content := f.tracked(doc.WholeChange(h.Signers), []*xml.Node{tab()})
	if first {
		content = append(content, f.plain(h.SignersLabel())...)
	}
	if alone {
		return append(content, f.signerNames(h.SignersRow())...)
	}
	for i := range names {
		if i > 0 {
			content = append(content, tab())
		}
		content = append(content, f.signerNames(names[i:i+1])...)
	}
	return content
}

func (f *file) signerNames(names []doc.Run) []*xml.Node {
	return f.runs(names, inline{style: signerStyle, face: f.profile.Head.Signer.Face})
}

// signerStops are the tab stops of each line of signers: one line ends a
// character inside the right edge; several have their columns there.
func (f *file) signerStops(lines [][]doc.Run) []*xml.Node {
	cell := f.cell(f.profile.Head.Signer)
	right := f.profile.Page.TextWidth - cell
	if len(lines) == 1 {
		return []*xml.Node{tabStops(stop{"right", right})}
	}
	word := right - f.signersWidth(lines)
	names := word + chart.EstimateWidth(doc.SignersWord, "", f.cell(f.profile.Head.Number))
	second := right - f.nameWidth(lines, 1)
	all := make([]*xml.Node, len(lines))
	for i := range lines {
		start := names
		if i == 0 {
			start = word
		}
		all[i] = tabStops(stop{"left", max(0, start)}, stop{"left", max(0, second)})
	}
	return all
}
