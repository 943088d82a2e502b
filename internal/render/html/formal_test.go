package html_test

import (
	"strings"
	"testing"

	"banwen/internal/doc"
	"banwen/internal/doc/doctest"
	"banwen/internal/render/html"
	"banwen/internal/style"

	"github.com/stretchr/testify/require"
)

func TestPartsOfAFormalDocumentStandInReadingOrder(t *testing.T) {
	_, root := write(t, doctest.Formal())
	text := textOf(all(root, named("article"))[0])
	at := 0
	for _, part := range []string{
		"000001", "机密★1年", "特急", "xx县公安局文件", "x公报〔2023〕12号", "签发人：张三李四光王五",
		"关于2023年上半年工作情况的报告", "县委、县政府：", "现将有关情况报告如下。",
		"附件：1. 各派出所办案情况表", "2. 主要措施", "xx县公安局", "2023年6月30日", "（联系人：李四，电话：0000000）",
		"附件1", "各派出所办案情况表", "61.5", "附件2", "主要措施", "一、总体要求",
		"抄送：市公安局，市委政法委。", "xx县公安局办公室", "2023年7月1日印发",
	} {
		i := strings.Index(text[at:], part)
		require.GreaterOrEqual(t, i, 0, part)
		at += i + len(part)
	}
}

func TestPlainMaterialHasNoneOfTheFormalParts(t *testing.T) {
	_, root := write(t, doctest.Sample())
	for _, class := range []string{"redhead", "addressee", "attachment-note", "remark", "attachment", "imprint"} {
		require.Empty(t, all(root, classed(class)), class)
	}
}

func TestMarkIsRedAndFitsIntoItsLine(t *testing.T) {
	style := func(mark string) string {
		d := doctest.Formal()
		d.Head.Mark = doc.Plain(mark)
		_, root := write(t, d)
		return textOf(all(root, named("style"))[0])
	}
	require.Contains(t, style("xx县公安局文件"), "color:#FF0000")
	require.Contains(t, style("xx县公安局文件"), ".mark{font-family:var(--xbs);font-size:calc(42pt*var(--scale));")
	require.Contains(t, style(strings.Repeat("局", 20)), ".mark{font-family:var(--xbs);font-size:calc(22.1102pt*var(--scale));")
}

func TestNumberWithoutSignersStandsInTheMiddle(t *testing.T) {
	d := doctest.Formal()
	d.Head.Signers = nil
	_, root := write(t, d)
	require.Len(t, all(root, classed("unsigned")), 1)
	require.Empty(t, all(root, classed("signers")))
}

func TestAttachmentsNoteLeadsToTheAttachments(t *testing.T) {
	_, root := write(t, doctest.Formal())
	var got []string
	for _, a := range all(all(root, classed("attachment-note"))[0], named("a")) {
		got = append(got, attribute(a, "href")+" "+textOf(a))
	}
	require.Equal(t, []string{"#node-attachment%2f1 各派出所办案情况表", "#node-attachment%2f2 主要措施"}, got)
}

func TestSealedSignatureIsMarked(t *testing.T) {
	d := doctest.Formal()
	_, root := write(t, d)
	require.Len(t, all(root, classed("sealed")), 1)
	d.Signature.Sealed = false
	_, root = write(t, d)
	require.Empty(t, all(root, classed("sealed")))
}

func TestWideTableTurnsItsPrintedPage(t *testing.T) {
	d := doctest.Formal()
	d.Attachments[0].Blocks[0].(*doc.Table).Wide = true
	_, root := write(t, d)
	require.Len(t, all(root, classed("turned")), 1)
	require.Contains(t, textOf(all(root, named("style"))[0]), "@page turned{size:841.8898pt 595.2756pt;")
}

func TestInteractiveChartsOfAttachments(t *testing.T) {
	d := doctest.Formal()
	d.Attachments[0].Blocks = append(d.Attachments[0].Blocks, doctest.Charts()[0])
	_, root := writeInteractive(t, d)
	require.Len(t, all(root, named("script")), 2, "the chart's options and the bundle")
}

func TestColourOfTheHeadCannotLeaveTheStyle(t *testing.T) {
	p, diags := style.Load(style.Shipped(), "redhead")
	require.Empty(t, diags)
	p.Head.Color = `red}</style><script>alert(1)</script>`
	var b strings.Builder
	require.NoError(t, html.Write(&b, doctest.Formal(), p))
	require.Empty(t, all(parse(t, b.String()), named("script")))
}
