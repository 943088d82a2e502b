package typeset_test

import (
	"strconv"
	"testing"

	"banwen/internal/chart"
	"banwen/internal/doc"
	"banwen/internal/doc/doctest"
	"banwen/internal/style"
	"banwen/internal/typeset"

	"github.com/stretchr/testify/require"
)

func redhead(t testing.TB) *style.Profile {
	t.Helper()
	p, diags := style.Load(style.Shipped(), "redhead")
	require.Empty(t, diags)
	return p
}

// top is the upper edge of a line's characters, bottom the lower one.
func (l line) top() style.Length    { return l.y - l.runs[0].Size*88/100 }
func (l line) bottom() style.Length { return l.top() + l.runs[0].Size }

// named gives the one line that has a text.
func named(t testing.TB, lines []line, text string) line {
	t.Helper()
	for _, l := range lines {
		if l.text == text {
			return l
		}
	}
	require.Fail(t, "no line "+text, "%q", texts(lines))
	return line{}
}

// rules gives the rules of a node: all lines of its shapes, with their page.
func rules(l *typeset.Layout, node string) (found []chart.Line, pages []int) {
	for _, page := range l.Pages {
		for _, item := range page.Items {
			shapes, ok := item.(*typeset.Shapes)
			if !ok || shapes.Node != node {
				continue
			}
			for _, shape := range shapes.Shapes {
				found = append(found, shape.(chart.Line))
				pages = append(pages, page.Number)
			}
		}
	}
	return found, pages
}

const tenth = style.Mm / 10

func requireNear(t testing.TB, want, got style.Length, what string) {
	t.Helper()
	require.InDelta(t, want.Millimetres(), got.Millimetres(), tenth.Millimetres(), what)
}

// The red head as it stands on the page, against the figures of GB/T
// 9704-2012 written down again here.
func TestRedHeadStandsAsTheStandardSays(t *testing.T) {
	p := redhead(t)
	d := doctest.Formal()
	d.Blocks = append(d.Blocks, filler("f", 40))
	l := mustSet(t, d, p)
	lines := linesOf(t, l)
	left, right, top := 28*style.Mm, 184*style.Mm, 37*style.Mm
	cell := 156 * style.Mm / 28
	pitch := 579 * style.Twip

	t.Run("7.2.1 to 7.2.3 份号, 密级, 紧急程度 flush left from line 1", func(t *testing.T) {
		labels := linesOfKind(t, l, typeset.HeadLabel)
		require.Equal(t, []string{"000001", "机密★1年", "特急"}, texts(labels))
		for i, label := range labels {
			require.Equal(t, left, label.x)
			require.Equal(t, top+style.Length(i)*pitch+(pitch-16*style.Pt)/2, label.top())
			require.Equal(t, 16*style.Pt, label.runs[0].Size)
		}
		require.Equal(t, style.FangFace, labels[0].runs[0].Role)
		require.Equal(t, style.HeiFace, labels[2].runs[0].Role)
	})
	t.Run("7.2.4 red organ mark, centred, 35 mm under the top of the type area", func(t *testing.T) {
		mark := linesOfKind(t, l, typeset.HeadMark)[0]
		requireNear(t, top+35*style.Mm, mark.top(), "top edge")
		requireNear(t, mark.x-left, right-mark.end, "centred")
		for _, run := range mark.runs {
			require.Equal(t, "FF0000", run.Color)
		}
		require.Equal(t, style.TitleFace, mark.runs[len(mark.runs)-1].Role)
	})
	number := named(t, lines, "x公报〔2023〕12号")
	t.Run("7.2.5 number two blank lines under the mark", func(t *testing.T) {
		mark := linesOfKind(t, l, typeset.HeadMark)[0]
		first := named(t, lines, "签发人：张三")
		require.Equal(t, mark.bottom()+2*pitch+(pitch-16*style.Pt)/2, first.top())
	})
	t.Run("7.2.6 number left, signers right, both one character in; level with the last signer", func(t *testing.T) {
		require.Equal(t, left+cell, number.x)
		second, third := named(t, lines, "李四光"), named(t, lines, "王五")
		requireNear(t, right-cell, second.end, "right edge")
		require.Equal(t, number.y, third.y)
		first := named(t, lines, "签发人：张三")
		require.Equal(t, first.y, second.y)
		require.Equal(t, first.runs[1].X, third.x, "later lines under the first name")
		require.Equal(t, style.FangFace, first.runs[0].Role)
		require.Equal(t, style.KaiFace, first.runs[1].Role)
	})
	t.Run("7.2.7 red rule 4 mm under the number, as wide as the type area", func(t *testing.T) {
		found, _ := rules(l, "head")
		require.Len(t, found, 1)
		rule := found[0]
		require.Equal(t, "FF0000", rule.Color)
		require.Equal(t, []style.Length{left, right}, []style.Length{rule.Points[0].X, rule.Points[1].X})
		requireNear(t, number.bottom()+4*style.Mm, rule.Points[0].Y-rule.Width/2, "upper edge")
		require.Equal(t, p.Head.RuleWidth, rule.Width)
	})
	t.Run("7.3.1 title two blank lines under the rule, 2号 小标宋", func(t *testing.T) {
		found, _ := rules(l, "head")
		title := linesOfKind(t, l, typeset.TitleText)[0]
		gap := title.top() - (36*style.Pt-22*style.Pt)/2 - found[0].Points[0].Y
		require.InDelta(t, 2, float64(gap)/float64(pitch), 0.5)
		require.Equal(t, 22*style.Pt, title.runs[0].Size)
		require.Equal(t, style.TitleFace, title.runs[0].Role)
	})
	t.Run("7.3.2 addressee one blank line under the title, flush left", func(t *testing.T) {
		title, to := linesOfKind(t, l, typeset.TitleText)[0], linesOfKind(t, l, typeset.AddresseeText)[0]
		require.Equal(t, "县委、县政府：", to.text)
		require.Equal(t, left, to.x)
		require.Equal(t, pitch, to.top()-(pitch-16*style.Pt)/2-title.bottom()-(36*style.Pt-22*style.Pt)/2)
	})
	t.Run("5.2.3 what follows is on the grid again", func(t *testing.T) {
		for _, one := range linesOfKind(t, l, typeset.BodyText) {
			require.Zero(t, (one.top()-top-(pitch-16*style.Pt)/2)%pitch)
		}
	})
}

func TestNumberAloneStandsInTheMiddle(t *testing.T) {
	d := doctest.Formal()
	d.Head.Signers = nil
	l := mustSet(t, d, redhead(t))
	number := linesOfKind(t, l, typeset.HeadNumber)[0]
	requireNear(t, number.x-28*style.Mm, 184*style.Mm-number.end, "centred")
}

func TestSignersStandTwoALine(t *testing.T) {
	for _, c := range []struct {
		name    string
		signers []string
		lines   int
	}{
		{"one", []string{"张三"}, 1},
		{"two", []string{"张三", "李四"}, 1},
		{"three", []string{"张三", "李四", "王五"}, 2},
		{"five", []string{"张三", "李四", "王五", "赵六", "欧阳修文"}, 3},
		{"long names", []string{"迪丽热巴·迪力木拉提", "古力娜扎尔·拜合提亚尔"}, 2},
		{"too long for the number", []string{hanzi(20)}, 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := redhead(t)
			d := doctest.Formal()
			d.Head.Signers = doctest.Names(c.signers...)
			l := mustSet(t, d, p)
			number := linesOfKind(t, l, typeset.HeadNumber)[0]
			levels := map[style.Length]bool{number.y: true}
			all := ""
			for _, s := range linesOfKind(t, l, typeset.HeadSigners) {
				all += s.text
				levels[s.y] = true
				require.LessOrEqual(t, s.y, number.y)
				require.LessOrEqual(t, s.end, p.Page.Left+p.Page.TextWidth-p.CharacterCell())
				if s.y == number.y {
					require.Greater(t, s.x, number.end, "the number has its room")
				}
			}
			require.Len(t, levels, c.lines)
			want := "签发人："
			for _, s := range c.signers {
				want += s
			}
			require.Equal(t, want, all)
		})
	}
}

func TestMarkWiderThanTheTypeAreaIsSetSmaller(t *testing.T) {
	p := redhead(t)
	d := doctest.Formal()
	d.Head.Mark = doc.Plain("xx市xx县应急管理和安全生产委员会办公室文件")
	marks := linesOfKind(t, mustSet(t, d, p), typeset.HeadMark)
	require.Len(t, marks, 1, "one line")
	require.Less(t, marks[0].runs[0].Size, p.Head.Mark.Size)
	require.GreaterOrEqual(t, marks[0].x, p.Page.Left)
	require.LessOrEqual(t, marks[0].end, p.Page.Left+p.Page.TextWidth)
	require.Greater(t, marks[0].end-marks[0].x, p.Page.TextWidth*9/10, "no smaller than it must be")
	requireNear(t, p.Page.Top+p.Head.Top, marks[0].top(), "top edge")
}

func TestPlainMaterialWithAnAddressee(t *testing.T) {
	p := plain(t)
	d := document(filler("p", 3))
	d.Addressee = doc.Plain(hanzi(40) + "：")
	l := mustSet(t, d, p)
	to := linesOfKind(t, l, typeset.AddresseeText)
	require.Len(t, to, 2)
	for _, one := range to {
		require.Equal(t, p.Page.Left, one.x, "7.3.2: later lines flush left")
	}
	title := linesOfKind(t, l, typeset.TitleText)[0]
	lead := (p.TitleText.Pitch - p.TitleText.Size) / 2
	require.Equal(t, p.Grid.Pitch, to[0].top()-(p.Grid.Pitch-p.Addressee.Size)/2-title.bottom()-lead)
}

func TestAttachmentNoteStandsAsTheStandardSays(t *testing.T) {
	p := redhead(t)
	cell := p.CharacterCell()
	set := func(n int) (lines []line, l *typeset.Layout) {
		d := document(filler("p", 3))
		for i := range n {
			title := "情况表"
			if i == 1 {
				title = hanzi(40)
			}
			d.Attachments = append(d.Attachments, doc.Attachment{ID: "a" + strconv.Itoa(i+1), Label: doc.Plain("附件" + strconv.Itoa(i+1)), Title: doc.Title{Text: title}})
		}
		l = mustSet(t, d, p)
		return linesOfKind(t, l, typeset.AttachmentNote), l
	}
	t.Run("7.3.4 one: no number, one blank line below, indent 2", func(t *testing.T) {
		lines, l := set(1)
		require.Equal(t, []string{"附件：情况表"}, texts(lines))
		require.Equal(t, p.Page.Left+2*cell, lines[0].x)
		body := linesOfKind(t, l, typeset.BodyText)
		require.Equal(t, 2*p.Grid.Pitch, lines[0].y-body[len(body)-1].y)
	})
	t.Run("7.3.4 several: numbers and titles each under the other, later lines under the title", func(t *testing.T) {
		lines, _ := set(11)
		require.Len(t, lines, 1+11+12, "“附件：”, number and title are apart; the second title has two lines")
		require.Equal(t, "附件：", lines[0].text)
		titles := map[style.Length]int{}
		for _, one := range lines {
			titles[one.x]++
		}
		edge := lines[2].x
		require.Equal(t, 12, titles[edge], "eleven titles, twelve lines")
		require.Equal(t, "1. ", lines[1].text)
		require.Equal(t, p.AttachmentNote.Face, lines[1].runs[0].Role)
	})
	t.Run("each title leads to its attachment", func(t *testing.T) {
		_, l := set(3)
		var nodes []string
		for _, link := range l.Pages[0].Links {
			nodes = append(nodes, link.Node)
			require.Equal(t, 1+number(t, link.Node[1:]), link.To.Page)
			require.Equal(t, p.Page.Top, link.To.Y)
		}
		require.Equal(t, []string{"a1", "a2", "a2", "a3"}, nodes)
	})
}

func number(t testing.TB, s string) int {
	t.Helper()
	n, err := strconv.Atoi(s)
	require.NoError(t, err)
	return n
}

func TestSealedSignatureStandsAsTheStandardSays(t *testing.T) {
	p := redhead(t)
	right := p.Page.Left + p.Page.TextWidth
	for _, c := range []struct {
		name, organ string
		dateMoves   bool
	}{
		{"7.3.5.1 organ shorter than the date", "县公安局", false},
		{"7.3.5.1 organ longer than the date", "中共某某县委政法委员会", false},
		{"7.3.5.1 organ that would leave the type area", "中共某某县委政法委员会社会治安综合治理办公室", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := document(filler("p", 3))
			d.Signature = &doc.Signature{Organ: doc.Plain(c.organ), Date: doc.Plain("2023年6月30日"), Sealed: true}
			l := mustSet(t, d, p)
			lines := linesOfKind(t, l, typeset.SignedText)
			require.Equal(t, []string{c.organ, "2023年6月30日"}, texts(lines))
			organ, date := lines[0], lines[1]
			requireNear(t, organ.x+organ.end, date.x+date.end, "centred to each other")
			if c.dateMoves {
				requireNear(t, right, organ.end, "organ ends with the type area")
			} else {
				requireNear(t, right-4*p.CharacterCell(), date.end, "four characters in")
			}
			require.LessOrEqual(t, organ.end, right)
			body := linesOfKind(t, l, typeset.BodyText)
			require.Equal(t, 2*p.Grid.Pitch, organ.y-body[len(body)-1].y, "one blank line")
		})
	}
}

func TestRemarkStandsUnderTheDate(t *testing.T) {
	p := redhead(t)
	l := mustSet(t, doctest.Formal(), p)
	remark := linesOfKind(t, l, typeset.RemarkText)[0]
	signed := linesOfKind(t, l, typeset.SignedText)
	require.Equal(t, signed[1].y+p.Grid.Pitch, remark.y, "7.3.6")
	require.Equal(t, p.Page.Left+2*p.CharacterCell(), remark.x)
}

// With every closing part there is, none of them stands on a page without two
// lines of the text before it (7.3.5.4).
func TestClosingPartsAreNeverAlone(t *testing.T) {
	p := redhead(t)
	for before := range 50 {
		d := doctest.Formal()
		d.Blocks = doc.Blocks{filler("f", before+2), paragraph("p", "特此报告。")}
		l := mustSet(t, d, p)
		text := map[int]int{}
		closing := map[int]bool{}
		for _, one := range linesOf(t, l) {
			switch one.kind {
			case typeset.BodyText:
				text[one.page]++
			case typeset.SignedText, typeset.RemarkText, typeset.AttachmentNote:
				closing[one.page] = true
			}
		}
		require.Len(t, closing, 1, "%d lines before", before)
		for page := range closing {
			require.GreaterOrEqual(t, text[page], 2, "%d lines before", before)
		}
	}
}

func TestAttachmentStandsAsTheStandardSays(t *testing.T) {
	p := redhead(t)
	l := mustSet(t, doctest.Formal(), p)
	require.Len(t, l.Pages, 4, "the text's two, the attachments' one each")
	for i, want := range []string{"附件1", "附件2"} {
		var page []line
		for _, one := range linesOf(t, l) {
			if one.page == i+3 {
				page = append(page, one)
			}
		}
		label, title, text := page[0], page[1], page[2]
		require.Equal(t, want, label.text, "7.3.7: no colon")
		require.Equal(t, style.HeiFace, label.runs[0].Role)
		require.Equal(t, 16*style.Pt, label.runs[0].Size)
		require.Equal(t, p.Page.Left, label.x, "7.3.7: flush left")
		require.Equal(t, p.Page.Top+(p.Grid.Pitch-label.runs[0].Size)/2, label.top(), "7.3.7: line 1")
		third := p.Page.Top + 2*p.Grid.Pitch
		require.Equal(t, third+(p.TitleText.Pitch-p.TitleText.Size)/2, title.top(), "7.3.7: line 3")
		requireNear(t, title.x-p.Page.Left, p.Page.Left+p.Page.TextWidth-title.end, "centred")
		require.Greater(t, text.top()-title.bottom(), p.Grid.Pitch)
		require.Equal(t, "— "+strconv.Itoa(i+3)+" —", page[len(page)-1].text, "page numbers go on")
	}
}

func TestChartsOfAttachmentsFindTheirPlace(t *testing.T) {
	p := plain(t)
	c := doctest.Charts()[0]
	d := document(filler("p", 3))
	d.Attachments = []doc.Attachment{{ID: "a", Label: doc.Plain("附件"), Title: doc.Title{Text: "图"}, Blocks: doc.Blocks{
		filler("q", 12), c, filler("r", 12)}}}
	arranged := arrange(t, d)
	require.Equal(t, []string{"q", "r", "chart1"}, nodes(&doc.Document{Blocks: arranged.Attachments[0].Blocks}))
	require.Equal(t, []string{"q", "chart1", "r"}, nodes(&doc.Document{Blocks: d.Attachments[0].Blocks}), "the document given is not changed")
	page, _ := chartPlace(t, mustSet(t, arranged, p), c.ID)
	require.Equal(t, 3, page)
}

func TestOutlineNamesAttachmentsAndWhatIsInThem(t *testing.T) {
	l := mustSet(t, doctest.Formal(), redhead(t))
	var got []string
	for _, b := range l.Outline {
		got = append(got, strconv.Itoa(b.Level)+" "+b.Text)
	}
	require.Equal(t, []string{"1 附件1　各派出所办案情况表", "1 附件2　主要措施", "2 一、总体要求"}, got)
}

func TestImprintStandsAsTheStandardSays(t *testing.T) {
	p := redhead(t)
	d := doctest.Formal()
	d.Imprint.CopyTo = doc.Plain("市公安局，市委政法委，县人大常委会办公室，县政协办公室，县纪委监委，县人民法院")
	l := mustSet(t, d, p)
	left, right := p.Page.Left, p.Page.Left+p.Page.TextWidth
	found, pages := rules(l, "imprint")
	require.Len(t, found, 3)
	t.Run("7.4.1 rules as wide as the type area, 0.35 mm outside, 0.25 mm inside", func(t *testing.T) {
		for i, weight := range []style.Length{35 * style.Mm / 100, 25 * style.Mm / 100, 35 * style.Mm / 100} {
			require.Equal(t, weight, found[i].Width)
			require.Equal(t, left, found[i].Points[0].X)
			require.Equal(t, right, found[i].Points[1].X)
		}
	})
	t.Run("7.4 last rule on the lower edge of the type area, on the last page", func(t *testing.T) {
		require.Equal(t, 262*style.Mm, found[2].Points[0].Y)
		require.Equal(t, len(l.Pages), pages[2])
	})
	lines := linesOfKind(t, l, typeset.ImprintText)
	t.Run("7.4.2 抄送 one character in, later lines under the first character after the colon", func(t *testing.T) {
		require.Equal(t, "抄送：市公安局，市委政法委，县人大常委会办公室，县政协办公", lines[0].text)
		require.Equal(t, left+14*style.Pt, lines[0].x)
		require.Equal(t, "室，县纪委监委，县人民法院。", lines[1].text)
		require.Equal(t, left+4*14*style.Pt, lines[1].x)
		require.LessOrEqual(t, lines[0].end, right-14*style.Pt)
		require.Equal(t, 14*style.Pt, lines[0].runs[0].Size)
	})
	t.Run("7.4.3 印发机关 left, 印发日期 right, one character in", func(t *testing.T) {
		issuer, date := named(t, lines, "xx县公安局办公室"), named(t, lines, "2023年7月1日印发")
		require.Equal(t, left+14*style.Pt, issuer.x)
		require.Equal(t, right-14*style.Pt, date.end)
		require.Equal(t, issuer.y, date.y)
	})
}

func TestImprintThatDoesNotFitGoesToANextPage(t *testing.T) {
	p := plain(t)
	moved := 0
	for n := 1; n < 50; n++ {
		d := document(filler("p", n))
		d.Imprint = &doc.Imprint{CopyTo: doc.Plain("市公安局"), Issuer: doc.Plain("办公室"), Date: doc.Plain("2023年7月1日")}
		l := mustSet(t, d, p)
		found, pages := rules(l, "imprint")
		require.Equal(t, len(l.Pages), pages[0])
		require.Equal(t, p.Page.Top+p.Page.TextHeight, found[2].Points[0].Y)
		last := line{}
		for _, one := range linesOfKind(t, l, typeset.BodyText) {
			last = one
		}
		if last.page < len(l.Pages) {
			moved++
		} else {
			require.Less(t, last.bottom(), found[0].Points[0].Y, "%d lines", n)
		}
	}
	require.Positive(t, moved)
}

func TestFormalDocumentHasEveryPart(t *testing.T) {
	p := redhead(t)
	for _, signers := range [][]string{nil, {"张三"}, {"张三", "李四", "王五"}} {
		d := doctest.Formal()
		d.Head.Signers = doctest.Names(signers...)
		first := mustSet(t, d, p)
		require.Equal(t, first, mustSet(t, d, p), "the same every time")
		kinds := map[typeset.Kind]bool{}
		for _, one := range linesOf(t, first) {
			kinds[one.kind] = true
		}
		for _, kind := range []typeset.Kind{
			typeset.HeadMark, typeset.HeadLabel, typeset.HeadNumber, typeset.AddresseeText, typeset.AttachmentNote,
			typeset.AttachmentLabel, typeset.SignedText, typeset.RemarkText, typeset.ImprintText,
		} {
			require.True(t, kinds[kind], kind)
		}
		require.Equal(t, len(signers) > 0, kinds[typeset.HeadSigners])
	}
}
