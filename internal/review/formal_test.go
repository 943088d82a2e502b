package review_test

import (
	"bytes"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"banwen/internal/doc"
	"banwen/internal/doc/doctest"
	"banwen/internal/font"
	"banwen/internal/render/html"
	"banwen/internal/review"
	"banwen/internal/style"
	"banwen/internal/typeset"

	"github.com/stretchr/testify/require"
)

// formal is the sample with everything that a formal document has.
func formal() *doc.Document {
	d := doctest.FormalReport()
	d.Head.Signers = doctest.Names("张三", "李四光")
	return d
}

// editFrame changes what stands around the text, as people do.
func (e *editor) editFrame(d *doc.Document) {
	if d.Head == nil && e.IntN(2) == 0 {
		d.Head = formal().Head
	}
	if h := d.Head; h != nil {
		for _, runs := range []*[]doc.Run{&h.Copy, &h.Secrecy, &h.Urgency, &h.Number} {
			*runs = e.optional(*runs)
		}
		h.Mark, h.Signers = e.words(h.Mark), e.names(h.Signers)
	}
	if e.IntN(6) == 0 {
		d.Head = nil
	}
	d.Addressee, d.Remark = e.optional(d.Addressee), e.optional(d.Remark)
	e.editTitle(&d.Title)
	e.editClosing(d)
	e.editAttachments(d)
}

func (e *editor) editClosing(d *doc.Document) {
	switch e.IntN(5) {
	case 0:
		d.Signature, d.Imprint = nil, nil
	case 1:
		d.Signature, d.Imprint = formal().Signature, formal().Imprint
	}
	if d.Signature != nil {
		d.Signature.Organ, d.Signature.Date = e.optional(d.Signature.Organ), e.words(d.Signature.Date)
	}
	if m := d.Imprint; m != nil {
		m.CopyTo, m.Issuer, m.Date = e.optional(m.CopyTo), e.words(m.Issuer), e.words(m.Date)
	}
}

func (e *editor) editAttachments(d *doc.Document) {
	all := formal().Attachments[:e.IntN(3)]
	for i := range all {
		if all[i].Label = doc.Plain("附件"); len(all) > 1 {
			all[i].Label = doc.Plain("附件" + string(rune('1'+i)))
		}
		e.editTitle(&all[i].Title)
	}
	d.Attachments = all
}

// editTitle changes a title and where its lines end.
func (e *editor) editTitle(t *doc.Title) {
	before := t.Text
	if t.Text = e.text(before); t.Text == before {
		return
	}
	runes := []rune(t.Text)
	t.Lines = nil
	for len(runes) > 0 {
		n := min(len(runes), 4+e.IntN(14))
		t.Lines, runes = append(t.Lines, string(runes[:n])), runes[n:]
	}
}

func (e *editor) words(runs []doc.Run) []doc.Run {
	if e.IntN(2) == 0 {
		return runs
	}
	return doc.Plain(e.text(doc.Text(runs)))
}

// optional changes a text, takes it away or puts one there.
func (e *editor) optional(runs []doc.Run) []doc.Run {
	if e.IntN(5) == 0 {
		return nil
	}
	if len(runs) == 0 && e.IntN(2) == 0 {
		return nil
	}
	return e.words(runs)
}

func (e *editor) names(names []doc.Run) []doc.Run {
	all := []string{"张三", "李四光", "王五", "欧阳修文", "赵六"}
	e.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	switch e.IntN(3) {
	case 0:
		return names
	case 1:
		return append(names[:len(names):len(names)], doctest.Names(all[:e.IntN(2)]...)...)
	default:
		return doctest.Names(all[:e.IntN(4)]...)
	}
}

func TestAcceptAndRejectGiveTheFrameOfEitherVersion(t *testing.T) {
	for seed := range uint64(40) {
		e := &editor{Rand: rand.New(rand.NewPCG(seed, 5))}
		a := formal()
		e.editFrame(a)
		b := clone(t, a)
		e.editFrame(b)
		e.edit(b)
		marked := review.Marked(a, b, by)
		requireLines(t, seed, said(written(t, b)), said(accept(written(t, marked))))
		requireLines(t, seed, said(written(t, a)), said(reject(written(t, marked))))
	}
}

func TestAFormalDocumentBesideItselfIsItself(t *testing.T) {
	require.Equal(t, formal(), review.Marked(formal(), formal(), by))
}

// changedFrame is two versions of which the later differs in every part
// around the text.
func changedFrame() (a, b *doc.Document) {
	a, b = formal(), formal()
	b.Head.Copy = doc.Plain("000002")
	b.Head.Urgency = nil
	b.Head.Number = doc.Plain("x公报〔2023〕13号")
	b.Head.Signers = doctest.Names("张三", "王五")
	b.Title.Text, b.Title.Lines = "xx县公安局关于2023年上半年重点工作的报告", []string{"xx县公安局关于", "2023年上半年重点工作的报告"}
	b.Addressee = doc.Plain("县委：")
	b.Signature.Date = doc.Plain("2023年7月3日")
	b.Remark = doc.Plain("（联系人：王五，电话：0000000）")
	b.Imprint = nil
	b.Attachments = b.Attachments[:1]
	b.Attachments[0].Label = doc.Plain("附件")
	return a, b
}

func TestTheFrameIsListedInTheOrderOfThePage(t *testing.T) {
	a, b := changedFrame()
	var got []string
	for _, c := range compare(a, b).Texts {
		if c.What == review.FramePart || c.What == review.TitlePart {
			got = append(got, c.Section+"："+string(c.Kind)+" "+shown(c.Pieces))
		}
	}
	require.Equal(t, []string{
		"版头＞份号：修改 [-000001-]{+000002+}",
		"版头＞紧急程度：删去 [-加急-]",
		"版头＞发文字号：修改 x公报〔2023〕[-12-]{+13+}号",
		"版头＞签发人：修改 张三[-　李四光-]{+　王五+}",
		"标题：修改 xx县公安局关于2023年上半年[-工作情况-]{+重点工作+}的报告",
		"主送机关：修改 县委[-、县政府-]：",
		"落款＞成文日期：修改 2023年[-6月30日-]{+7月3日+}",
		"附注：修改 （联系人：[-李四-]{+王五+}，电话：0000000）",
		"附件2：删去 [-2023年上半年各派出所接处警、刑事案件、治安案件和矛盾纠纷化解情况统计表-]",
		"版记＞抄送机关：删去 [-市公安局，县人大常委会办公室、县政协办公室，县纪委监委、县委政法委，县人民法院、县人民检察院-]",
		"版记＞印发机关：删去 [-xx县公安局办公室-]",
		"版记＞印发日期：删去 [-2023年7月1日-]",
	}, got)
}

func TestTheFrameIsMarkedOnThePage(t *testing.T) {
	a, b := changedFrame()
	p, diags := style.Load(style.Shipped(), "redhead")
	require.Empty(t, diags)
	marked := review.Marked(a, b, by)
	layout, list := typeset.Set(marked, p, font.Shipped())
	require.Empty(t, list)
	printed := map[typeset.Kind]string{}
	for _, page := range layout.Pages {
		for _, item := range page.All() {
			if run, ok := item.(*typeset.GlyphRun); ok {
				printed[run.Kind] += shown([]review.Piece{{Text: glyphs(run), Change: run.Change}})
			}
		}
	}
	for kind, want := range map[typeset.Kind]string{
		typeset.HeadLabel:       "[-000001-]{+000002+}秘密★1年[-加急-]",
		typeset.HeadNumber:      "x公报〔2023〕[-12-]{+13+}号",
		typeset.HeadSigners:     "签发人：张三[-李四光-]{+王五+}",
		typeset.AddresseeText:   "县委[-、县政府-]：",
		typeset.RemarkText:      "（联系人：[-李四-]{+王五+}，电话：0000000）",
		typeset.AttachmentLabel: "附件[-1-][-附件2-]",
	} {
		require.Equal(t, want, printed[kind], kind)
	}
	require.Equal(t, "附件　"+b.Attachments[0].Title.Text, layout.Outline[len(layout.Outline)-3].Text)
	require.Equal(t, "附件2　"+a.Attachments[1].Title.Text, layout.Outline[len(layout.Outline)-1].Text, "gone")
	require.Contains(t, printed[typeset.ImprintText], "[-抄送：-]")
	require.Contains(t, printed[typeset.SignedText], "2023年[-6月30日-]{+7月3日+}")

	var page bytes.Buffer
	require.NoError(t, html.Write(&page, marked, p))
	for _, want := range []string{
		`<p class="copy changed"><del>000001</del><ins>000002</ins></p>`, `<p class="secrecy changed"><del>加急</del></p>`,
		`<p class="number changed">x公报〔2023〕<del>12</del><ins>13</ins>号</p>`,
		`<span class="signer"><del>李四光</del></span><span class="signer"><ins>王五</ins></span>`,
		`<span>xx县公安局关于</span><span class="changed">2023年上半年<del>工作情况</del><ins>重点工作</ins>的报告</span>`,
		`<p class="addressee changed">县委<del>、县政府</del>：</p>`, `<p class="attachment-label changed">附件<del>1</del></p>`,
		`<span><del>xx县公安局办公室</del></span><span><del>2023年7月1日</del><del>印发</del></span>`,
	} {
		require.Contains(t, page.String(), want)
	}
}

func glyphs(run *typeset.GlyphRun) string {
	text := ""
	for _, g := range run.Glyphs {
		text += string(g.Char)
	}
	return text
}

// A title that shows two titles at once is broken into lines of about one width.
func TestAChangedTitleThatIsTooWideKeepsItsLinesBalanced(t *testing.T) {
	a, b := formal(), formal()
	b.Title = doc.Title{Text: "xx县公安局关于2023年上半年重点工作推进情况及下半年打算的报告", Lines: []string{"xx县公安局关于2023年上半年", "重点工作推进情况及下半年打算的报告"}}
	a.Title = doc.Title{Text: "xx县公安局关于2023年上半年维护稳定工作成效的报告", Lines: []string{"xx县公安局关于", "2023年上半年维护稳定工作成效的报告"}}
	layout, diags := typeset.Set(review.Marked(a, b, by), profile(t), font.Shipped())
	require.Empty(t, diags)
	widths := map[style.Length]style.Length{}
	for _, item := range layout.Pages[0].Items {
		if run, ok := item.(*typeset.GlyphRun); ok && run.Kind == typeset.TitleText {
			for _, g := range run.Glyphs {
				widths[run.Y] += g.Advance
			}
		}
	}
	require.Len(t, widths, 3)
	all := slices.Sorted(maps.Values(widths))
	require.Less(t, all[1]-all[0], 3*profile(t).TitleText.Size, "the lines of the broken one")
}
