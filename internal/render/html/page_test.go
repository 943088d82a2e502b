package html_test

import (
	"bytes"
	"errors"
	"net/url"
	"slices"
	"strings"
	"testing"

	"banwen/internal/doc"
	"banwen/internal/doc/doctest"
	"banwen/internal/render/html"
	"banwen/internal/style"

	"github.com/stretchr/testify/require"
	"golang.org/x/net/html/atom"

	markup "golang.org/x/net/html"
)

func plain(t testing.TB) *style.Profile {
	t.Helper()
	p, diags := style.Load(style.Shipped(), "plain")
	require.Empty(t, diags)
	return p
}

// write gives the static page as bytes and as a browser parses it.
func write(t testing.TB, d *doc.Document) (string, *markup.Node) {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, html.Write(&b, d, plain(t)))
	return b.String(), parse(t, b.String())
}

func writeInteractive(t testing.TB, d *doc.Document) (string, *markup.Node) {
	t.Helper()
	defer html.SetBundle("draw(1 < 2 && 'x')")()
	var b bytes.Buffer
	require.NoError(t, html.WriteInteractive(&b, d, plain(t)))
	return b.String(), parse(t, b.String())
}

func parse(t testing.TB, page string) *markup.Node {
	t.Helper()
	root, err := markup.Parse(strings.NewReader(page))
	require.NoError(t, err)
	return root
}

// all lists the elements below n that the filter lets through, in order.
func all(n *markup.Node, filter func(*markup.Node) bool) []*markup.Node {
	var found []*markup.Node
	for d := range n.Descendants() {
		if d.Type == markup.ElementNode && filter(d) {
			found = append(found, d)
		}
	}
	return found
}

func named(name string) func(*markup.Node) bool {
	return func(n *markup.Node) bool { return n.Data == name }
}

func classed(class string) func(*markup.Node) bool {
	return func(n *markup.Node) bool { return slices.Contains(strings.Fields(attribute(n, "class")), class) }
}

func attribute(n *markup.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func textOf(n *markup.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == markup.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}

// full is the sample as a draft with a table, figures with all they can have,
// a missing figure and a signature.
func full() *doc.Document {
	d := doctest.Sample()
	d.Meta.Draft = true
	origin := doc.Origin{
		Name: "反诈.劝返率", Value: "66.3677130%", Place: doc.Place{File: "areas/anti-fraud.yaml", Line: 12, Col: 7},
		Formula: "劝返 / 滞留", Inputs: []string{"反诈.劝返 = 148人", "反诈.滞留 = 223人"},
		Source: "反诈平台", Definition: "4类国家", AsOf: "6月30日", Base: "去年同期 120人",
	}
	d.Blocks = append(d.Blocks, doctest.Table(),
		&doc.Paragraph{ID: "rate", Runs: []doc.Run{{Text: "劝返率"}, {Text: "66.37％", Origin: &origin}, {Text: "。"}}},
		&doc.Paragraph{ID: "again", Runs: []doc.Run{{Text: "66.37％", Bold: true, Origin: &origin}}},
		&doc.Paragraph{ID: "gap", Runs: []doc.Run{{Text: "抓获"}, {Text: "【待补】", Missing: true}}})
	for _, b := range d.Blocks {
		if c, ok := b.(*doc.Chart); ok && c.Kind == doc.Line {
			c.Series[0].Points[0].Origin = &doc.Origin{Name: "刑侦.1月立案", Value: "90起", Place: doc.Place{File: "areas/crime.yaml", Line: 9, Col: 3}}
		}
	}
	formal := doctest.Formal()
	d.Head, d.Addressee, d.Attachments = formal.Head, formal.Addressee, formal.Attachments
	d.Signature, d.Remark, d.Imprint = formal.Signature, formal.Remark, formal.Imprint
	return d
}

// lines are the texts of the article's headings and paragraphs.
func lines(root *markup.Node) []string {
	var texts []string
	article := all(root, named("article"))[0]
	for n := article.FirstChild; n != nil; n = n.NextSibling {
		switch n.DataAtom {
		case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.P:
			texts = append(texts, textOf(n))
		}
	}
	return texts
}

func TestTextIsTheSeedLineByLine(t *testing.T) {
	_, root := write(t, doctest.Sample())
	want := strings.Split(strings.Trim(doctest.SampleText(), "\n"), "\n")
	want = append(want[:1], want[2:]...) // the empty line under the title
	require.Equal(t, want, lines(root))
}

func TestBlocksStandInTheDocumentsOrder(t *testing.T) {
	d := full()
	_, root := write(t, d)
	article := all(root, named("article"))[0]
	var ids, want []string
	for n := article.FirstChild; n != nil; n = n.NextSibling {
		if id := attribute(n, "id"); id != "" {
			ids = append(ids, id)
		}
	}
	for _, b := range d.Blocks {
		want = append(want, "node-"+b.NodeID())
	}
	for _, a := range d.Attachments {
		want = append(want, "node-"+a.ID)
	}
	require.Equal(t, want, ids)
}

func TestRunInHeadingIsAHeadingInsideItsParagraph(t *testing.T) {
	_, root := write(t, &doc.Document{Blocks: []doc.Block{
		&doc.Heading{ID: "a", Level: 2, Number: "（一）", Runs: []doc.Run{{Text: "标题。"}}, Body: []doc.Run{{Text: "正文。"}}},
		&doc.Heading{ID: "b", Level: 3, Number: "1.", Runs: []doc.Run{{Text: "另起"}}},
		&doc.Heading{ID: "c", Level: 4, Number: "（1）", Runs: []doc.Run{{Text: "再下"}}},
	}})
	run := all(root, classed("level2"))[0]
	require.Equal(t, "heading", attribute(run, "role"))
	require.Equal(t, "3", attribute(run, "aria-level"))
	require.Equal(t, "（一）标题。", textOf(run))
	require.Equal(t, "p", run.Parent.Data)
	require.Equal(t, "（一）标题。正文。", textOf(run.Parent))
	require.Equal(t, "1.另起", textOf(all(root, named("h4"))[0]))
	require.Equal(t, "（1）再下", textOf(all(root, named("h5"))[0]))
}

func TestHead(t *testing.T) {
	page, root := write(t, full())
	require.True(t, strings.HasPrefix(page, "<!DOCTYPE html>\n"))
	require.Equal(t, "zh-CN", attribute(all(root, named("html"))[0], "lang"))
	require.Equal(t, "县公安局2023年上半年工作总结及下半年工作计划", textOf(all(root, named("title"))[0]))
	status := textOf(all(root, classed("status"))[0])
	for _, want := range []string{"初稿", "xx县公安局", "2023年上半年", "待处理1处"} {
		require.Contains(t, status, want)
	}
}

func TestMissingFiguresAreMarkedCountedAndLinked(t *testing.T) {
	_, root := write(t, full())
	marks := all(root, named("mark"))
	require.Len(t, marks, 1)
	require.Equal(t, "【待补】", textOf(marks[0]))
	require.Equal(t, "#node-gap", attribute(all(all(root, classed("status"))[0], named("a"))[0], "href"))
	_, root = write(t, doctest.Sample())
	require.NotContains(t, textOf(all(root, classed("status"))[0]), "待补")
	require.Contains(t, textOf(all(root, classed("status"))[0]), "定稿")
}

func TestOutlineLeadsToEveryHeadingOfLevels1And2(t *testing.T) {
	d := full()
	_, root := write(t, d)
	var links, want []string
	for _, a := range all(all(root, named("nav"))[0], named("a")) {
		links = append(links, attribute(a, "href")+" "+textOf(a))
	}
	for _, b := range d.Blocks {
		if h, ok := b.(*doc.Heading); ok {
			want = append(want, "#node-"+h.ID+" "+h.Number+strings.TrimSuffix(doc.Text(h.Runs), "。"))
		}
	}
	want = append(want, "#node-attachment%2f1 附件1　各派出所办案情况表", "#node-attachment%2f2 附件2　主要措施", "#node-a1 一、总体要求")
	require.Equal(t, want, links)
}

func TestIdsAreUniqueAndLinksStayOnThePage(t *testing.T) {
	for _, page := range []func(testing.TB, *doc.Document) (string, *markup.Node){write, writeInteractive} {
		_, root := page(t, full())
		ids := map[string]bool{}
		for _, n := range all(root, func(n *markup.Node) bool { return attribute(n, "id") != "" }) {
			require.False(t, ids[attribute(n, "id")], attribute(n, "id"))
			ids[attribute(n, "id")] = true
		}
		for _, n := range all(root, func(*markup.Node) bool { return true }) {
			require.Empty(t, attribute(n, "src"))
			if href := attribute(n, "href"); href != "" {
				id, err := url.PathUnescape(strings.TrimPrefix(href, "#"))
				require.NoError(t, err)
				require.True(t, ids[id], href)
			}
			if id := attribute(n, "aria-describedby"); id != "" {
				require.True(t, ids[id], id)
			}
		}
	}
}

func TestEveryFigureTellsAllOfItsOrigin(t *testing.T) {
	_, root := write(t, full())
	figures := all(root, classed("figure"))
	require.Len(t, figures, 4, "22起, 66.37％ twice, and 90起 in a chart's data")
	var rate *markup.Node
	for _, f := range figures {
		require.Equal(t, "0", attribute(f, "tabindex"))
		if textOf(f) == "66.37％" {
			rate = f
		}
	}
	const tip = "反诈.劝返率 66.3677130%\n出处：areas/anti-fraud.yaml:12:7\n公式：劝返 / 滞留\n" +
		"算自：反诈.劝返 = 148人；反诈.滞留 = 223人\n比较基数：去年同期 120人\n来源：反诈平台\n口径：4类国家\n截至：6月30日"
	require.Equal(t, tip, attribute(rate, "data-origin"))
	rows := all(all(root, classed("origins"))[0], named("li"))
	require.Len(t, rows, 3, "an origin printed twice is listed once")
	for _, row := range rows {
		if attribute(row, "id") == attribute(rate, "aria-describedby") {
			for _, line := range strings.Split(tip, "\n") {
				require.Contains(t, textOf(row), line)
			}
			return
		}
	}
	t.Fatal("the figure's description is not on the page")
}

func TestChartHasDrawingCaptionNoteAndData(t *testing.T) {
	_, root := write(t, full())
	figures := all(root, classed("chart"))
	require.Len(t, figures, 6)
	for i, c := range doctest.Charts() {
		for _, drawing := range all(figures[i], named("svg")) {
			require.Equal(t, "img", attribute(drawing, "role"))
			require.Equal(t, c.Alt, attribute(drawing, "aria-label"))
		}
		caption := textOf(all(figures[i], named("figcaption"))[0])
		require.Equal(t, c.Caption()+c.Note, caption)
	}
	data := all(root, classed("data"))
	require.Len(t, data, 6)
	var cells []string
	for _, c := range all(data[5], func(n *markup.Node) bool { return n.Data == "td" || n.Data == "th" }) {
		cells = append(cells, textOf(c))
	}
	require.Equal(t, []string{"类别", "立案（起）", "1月", "90", "2月", "78", "3月", "缺", "4月", "101", "5月", "82"}, cells)
}

func TestDataOfCategoriesInSeveralUnitsShowsLabels(t *testing.T) {
	c := doctest.Charts()[1]
	c.Unit, c.Series[0].Points[0].Label = "", "1038.65万元"
	_, root := write(t, &doc.Document{Blocks: []doc.Block{c}})
	data := textOf(all(root, classed("data"))[0])
	require.Contains(t, data, "1038.65万元")
	require.NotContains(t, data, "（）")
}

func TestDrawingShowsLabelsAndColours(t *testing.T) {
	_, root := write(t, &doc.Document{Blocks: []doc.Block{doctest.Charts()[0]}})
	drawing := all(all(root, classed("wide"))[0], named("svg"))[0]
	text := textOf(drawing)
	for _, want := range []string{"4957", "3672", "1285", "4908", "3464", "1460", "6000", "今年", "去年同期"} {
		require.Contains(t, text, want)
	}
	fills := map[string]int{}
	for _, r := range all(drawing, named("rect")) {
		fills[attribute(r, "fill")]++
	}
	require.Equal(t, 4, fills["#1F4E79"], "three bars and their key")
	require.Equal(t, 4, fills["#9DC3E6"])
}

func TestTable(t *testing.T) {
	table := doctest.Table()
	table.Note = "数据来源：刑侦大队"
	_, root := write(t, &doc.Document{Blocks: []doc.Block{table}})
	figure := all(root, classed("table"))[0]
	require.Equal(t, "表1　刑事与治安案件情况", textOf(all(figure, named("figcaption"))[0]))
	require.Equal(t, "单位：起", textOf(all(figure, classed("unit"))[0]))
	require.Equal(t, "数据来源：刑侦大队", textOf(all(figure, classed("note"))[0]))
	rows := all(figure, named("tr"))
	require.Len(t, rows, 3)
	require.Equal(t, "刑事破案303293", textOf(rows[2]))
	require.Equal(t, "right", attribute(all(rows[2], named("td"))[1], "class"))
}

func TestSignature(t *testing.T) {
	_, root := write(t, full())
	signature := all(root, classed("signature"))[0]
	require.Equal(t, "xx县公安局2023年6月30日", textOf(signature))
}

func TestTitleLinesThatAreNotTheTitleAreNotPrinted(t *testing.T) {
	_, root := write(t, &doc.Document{Title: doc.Title{Text: "工作总结", Lines: []string{"工作"}}})
	require.Equal(t, []string{"工作总结"}, lines(root))
}

func TestSameBytes(t *testing.T) {
	first, _ := write(t, full())
	for range 5 {
		again, _ := write(t, full())
		require.Equal(t, first, again)
	}
	first, _ = writeInteractive(t, full())
	again, _ := writeInteractive(t, full())
	require.Equal(t, first, again)
}

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errors.New("disk full") }

func TestWriteErrorIsReported(t *testing.T) {
	require.ErrorContains(t, html.Write(broken{}, full(), plain(t)), "disk full")
}

func BenchmarkWrite(b *testing.B) {
	d, p := doctest.Sample(), plain(b)
	for b.Loop() {
		var page bytes.Buffer
		require.NoError(b, html.Write(&page, d, p))
	}
}
