package cli

import (
	"fmt"
	"io"
	"strings"

	"banwen/internal/merge"
	"banwen/internal/pipeline"
)

// mergePrinter prints what a merge comes to.
type mergePrinter struct {
	folder string
	w      io.Writer
}

// print prints the differences of the files, then what needs a person.
func (p mergePrinter) print(m *pipeline.Merged, written bool) {
	for _, f := range m.Files {
		fmt.Fprint(p.w, f.Diff)
		if strings.HasPrefix(f.Name, "../") {
			fmt.Fprintf(p.w, "提示：%s 是另一份报告的，改了那份也变\n", joinPath(p.folder, f.Name))
		}
	}
	for _, f := range m.Figures {
		p.figure(f)
	}
	for _, t := range m.Typed {
		p.typed(t)
	}
	for _, u := range m.Unplaced {
		p.unplaced("没有并入", u)
	}
	for _, u := range m.Notes {
		p.unplaced("提示", u)
	}
	for _, what := range m.Ignored {
		fmt.Fprintf(p.w, "提示：没有读改稿里的%s\n", what)
	}
	fmt.Fprintf(p.w, "%s：并入 %d 段，没有并入 %d 处，手改的数字 %d 个，手写的数字 %d 个，新批注 %d 条\n",
		p.folder, len(m.Changes), len(m.Unplaced), len(m.Figures), len(m.Typed), len(m.Remarks))
	switch {
	case len(m.Files) == 0:
		fmt.Fprintln(p.w, "没有要写的文件")
	case written:
		fmt.Fprintf(p.w, "已写 %d 个文件\n", len(m.Files))
	default:
		fmt.Fprintln(p.w, "没有写任何文件；要写回数据，加 --write")
	}
}

// figure prints a figure that was changed by hand.
func (p mergePrinter) figure(f merge.Figure) {
	fmt.Fprintf(p.w, "%s: 数字：%s 数据里是%s，", placeIn(p.folder, f.Pos), f.Name, f.Value)
	switch {
	case f.Dropped:
		fmt.Fprint(p.w, "改稿连同前后的文字删去了它，正文里不再印")
	case f.InDOCX == "":
		fmt.Fprint(p.w, "改稿删去了它；正文照印")
	default:
		fmt.Fprintf(p.w, "改稿写“%s”；正文照印，要改就改数据", clipped(f.InDOCX))
	}
	fmt.Fprintf(p.w, "（%s）\n", f.Section)
}

// mostMeant is how many indicators are named that a typed number may be.
const mostMeant = 3

// typed prints a number that was typed where no figure was.
func (p mergePrinter) typed(t merge.Typed) {
	fmt.Fprintf(p.w, "%s: 手写的数字：“%s”照写并入，没有出处；", placeIn(p.folder, t.Pos), t.Text)
	if len(t.Meant) == 0 {
		fmt.Fprintf(p.w, "没有值相同的指标，要留就填成指标，再写成 {{指标}}（%s）\n", t.Section)
		return
	}
	var names []string
	for i, m := range t.Meant {
		if i == mostMeant {
			names = append(names, fmt.Sprintf("等 %d 个", len(t.Meant)))
			break
		}
		names = append(names, fmt.Sprintf("{{%s}}（%s）", m.Name, placeIn(p.folder, m.Pos)))
	}
	fmt.Fprintf(p.w, "值相同的指标有 %s，是它就把数字换成它（%s）\n", strings.Join(names, "、"), t.Section)
}

// unplaced prints an edit that was not taken over.
func (p mergePrinter) unplaced(label string, u merge.Unplaced) {
	at := placeIn(p.folder, u.Pos)
	if at != "" {
		at += ": "
	}
	fmt.Fprintf(p.w, "%s%s：%s：%s\n", at, label, u.Kind, u.Reason)
	before, after := differing(u.Before, u.After)
	for _, line := range []struct{ label, text string }{{"现在", before}, {"改稿", after}} {
		if line.text != "" {
			fmt.Fprintf(p.w, "  %s：%s\n", line.label, line.text)
		}
	}
}

// differing is where two texts begin to differ, short enough to print.
func differing(a, b string) (string, string) {
	x, y := []rune(a), []rune(b)
	same := 0
	for same < len(x) && same < len(y) && x[same] == y[same] {
		same++
	}
	from := max(same-10, 0)
	return shownFrom(x, from), shownFrom(y, from)
}

func shownFrom(text []rune, from int) string {
	if len(text) == 0 {
		return ""
	}
	head := ""
	if from > 0 {
		head = "…"
	}
	return head + clipped(string(text[from:]))
}

// clipped is the beginning of a text, on one line.
func clipped(text string) string {
	const most = 60
	runes := []rune(text)
	end := ""
	if len(runes) > most {
		runes, end = runes[:most], "…"
	}
	for i, r := range runes {
		if r == '\n' {
			runes[i] = '⏎'
		}
	}
	return string(runes) + end
}
