package review_test

import (
	"encoding/json"
	"maps"
	"math/rand/v2"
	"strings"
	"testing"

	"banwen/internal/doc"
	"banwen/internal/doc/doctest"
	"banwen/internal/review"

	"github.com/stretchr/testify/require"
)

// of is a document of blocks.
func of(blocks ...doc.Block) *doc.Document {
	return &doc.Document{Title: doc.Title{Text: "总结", Lines: []string{"总结"}}, Blocks: blocks}
}

func paragraph(id string, texts ...string) *doc.Paragraph {
	return &doc.Paragraph{ID: id, Runs: words(texts...)}
}

func compare(a, b *doc.Document) *review.Difference {
	return review.Compare(review.Version{Document: a}, review.Version{Document: b})
}

// shown writes pieces as [-gone-] and {+new+}.
func shown(pieces []review.Piece) string {
	var b strings.Builder
	for _, p := range pieces {
		switch p.Change {
		case doc.Inserted:
			b.WriteString("{+" + p.Text + "+}")
		case doc.Deleted:
			b.WriteString("[-" + p.Text + "-]")
		default:
			b.WriteString(p.Text)
		}
	}
	return b.String()
}

func TestWordGrain(t *testing.T) {
	for _, c := range []struct {
		name       string
		was, is    []string
		difference string
	}{
		{"a printed figure is one token", []string{"全县共破案", "=22起", "，抓获"}, []string{"全县共破案", "=25起", "，抓获"}, "全县共破案[-22起-]{+25起+}，抓获"},
		{"so is a change", []string{"立案同比", "=下降9.1％", "。"}, []string{"立案同比", "=上升9.2％", "。"}, "立案同比[-下降9.1％-]{+上升9.2％+}。"},
		{"a typed number with its unit", []string{"查处980.48万余元的案件"}, []string{"查处980.49万余元的案件"}, "查处[-980.48万余元-]{+980.49万余元+}的案件"},
		{"a typed share", []string{"化解率57.89％，上升"}, []string{"化解率57.90％，上升"}, "化解率[-57.89％-]{+57.90％+}，上升"},
		{"a range", []string{"1—5月份，全县"}, []string{"1—6月份，全县"}, "[-1—5月-]{+1—6月+}份，全县"},
		{"a figure typed instead of printed is no change", []string{"共", "=22起", "。"}, []string{"共22起。"}, ""},
		{"a word of letters", []string{"使用DNA比对技术"}, []string{"使用DNB比对技术"}, "使用[-DNA-]{+DNB+}比对技术"},
		{"punctuation alone", []string{"抓班子，带队伍，促工作"}, []string{"抓班子、带队伍、促工作"}, "抓班子[-，-]{+、+}带队伍[-，-]{+、+}促工作"},
		{"no confetti", []string{"切实加强组织领导责任。"}, []string{"进一步强化督导责任。"}, "[-切实加强组织领-]{+进一步强化督+}导责任。"},
		{"words put in", []string{"提升群众安全感。"}, []string{"提升群众安全感和满意度。"}, "提升群众安全感{+和满意度+}。"},
		{"nothing in common", []string{"甲乙丙丁"}, []string{"子丑寅卯"}, "[-甲乙丙丁-]{+子丑寅卯+}"},
	} {
		t.Run(c.name, func(t *testing.T) {
			head := &doc.Heading{ID: "h", Level: 1, Number: "一、"}
			was, is := *head, *head
			was.Runs, is.Runs = words(c.was...), words(c.is...)
			d := compare(of(&was), of(&is))
			if c.difference == "" {
				require.True(t, d.IsEmpty())
				return
			}
			require.Len(t, d.Texts, 1)
			require.Equal(t, "一、"+c.difference, shown(d.Texts[0].Pieces))
		})
	}
}

const (
	first  = "坚持每日警情研判机制，持续压降案件。"
	second = "全县共排查梳理矛盾纠纷，逐项化解落实。"
	third  = "加强农村道路交通安全管理，落实交所合一。"
)

func TestParagraphsThatMoveSplitAndMerge(t *testing.T) {
	kinds := func(d *review.Difference) (all []string) {
		for _, c := range d.Texts {
			text := string(c.Kind) + " " + shown(c.Pieces)
			if c.Moved {
				text = "移动，" + text
			}
			all = append(all, text)
		}
		return all
	}
	whole := []doc.Block{paragraph("p1", first), paragraph("p2", second), paragraph("p3", third)}
	for _, c := range []struct {
		name   string
		is     []doc.Block
		change []string
	}{
		{"put in before the others", []doc.Block{paragraph("p1", "新的一段。"), paragraph("p2", first), paragraph("p3", second), paragraph("p4", third)}, []string{"新增 {+新的一段。+}"}},
		{"gone", []doc.Block{paragraph("p1", first), paragraph("p2", third)}, []string{"删去 [-" + second + "-]"}},
		{"moved", []doc.Block{paragraph("p1", third), paragraph("p2", first), paragraph("p3", second)}, []string{"移动，移动 " + third}},
		{"moved and changed", []doc.Block{paragraph("p1", strings.Replace(third, "农村", "城乡", 1)), paragraph("p2", first), paragraph("p3", second)},
			[]string{"移动，修改 加强[-农村-]{+城乡+}道路交通安全管理，落实交所合一。"}},
		{"split", []doc.Block{paragraph("p1", first), paragraph("p2", "全县共排查梳理矛盾纠纷，"), paragraph("p3", "逐项化解落实。"), paragraph("p4", third)},
			[]string{"拆分 全县共排查梳理矛盾纠纷，{+¶+}逐项化解落实。"}},
		{"merged", []doc.Block{paragraph("p1", first), paragraph("p2", second+third)}, []string{"合并 " + second + "[-¶-]" + third}},
	} {
		t.Run(c.name, func(t *testing.T) { require.Equal(t, c.change, kinds(compare(of(whole...), of(c.is...)))) })
	}
}

func TestTablesAreComparedByCellAndChartsByValue(t *testing.T) {
	was, is := doctest.Table(), doctest.Table()
	is.Rows[0][1].Runs = words("440")
	is.Rows = append(is.Rows, []doc.Cell{{Runs: words("治安受理")}, {Runs: words("1071")}, {Runs: words("1252")}})
	chart, changed := doctest.Charts()[0], doctest.Charts()[0]
	changed.Series[0].Points[1].Label = "3700"
	d := compare(of(was, chart), of(is, changed))
	require.Len(t, d.Texts, 2)
	require.Equal(t, []review.Value{
		{Row: "刑事立案", Column: "今年", Before: "437", After: "440"},
		{Row: "治安受理", Column: "类别", After: "治安受理"},
		{Row: "治安受理", Column: "今年", After: "1071"},
		{Row: "治安受理", Column: "去年同期", After: "1252"},
	}, d.Texts[0].Values)
	require.Equal(t, []review.Value{{Row: "戒断三年未复吸", Column: "今年", Before: "3672", After: "3700"}}, d.Texts[1].Values)
}

func TestADocumentDoesNotDifferFromItself(t *testing.T) {
	d := compare(sample(), sample())
	require.True(t, d.IsEmpty())
	require.Equal(t, len(sample().Blocks), d.Unchanged)
}

// mirrored is a difference as seen from the other version, without order.
func mirrored(d *review.Difference, mirror bool) map[string]int {
	turned := map[review.Kind]review.Kind{review.Added: review.Removed, review.Removed: review.Added, review.Split: review.Merged, review.Merged: review.Split}
	all := map[string]int{}
	for _, c := range d.Texts {
		c.Node, c.Section = "", ""
		for i := range c.Values { // a row and a column have the names of the later version
			c.Values[i].Row, c.Values[i].Column = "", ""
		}
		if c.Kind == review.Moved { // it reads, with its number, as in the later version
			c.Pieces, c.What = nil, ""
		}
		if mirror {
			if kind, ok := turned[c.Kind]; ok {
				c.Kind = kind
			}
			for i := range c.Pieces {
				c.Pieces[i].Change = c.Pieces[i].Change.Opposite()
			}
			for i, v := range c.Values {
				c.Values[i].Before, c.Values[i].After = v.After, v.Before
			}
		}
		data, _ := json.Marshal(sortedPieces(c))
		all[string(data)]++
	}
	return all
}

// sortedPieces has in each stretch that changed first all that is gone, then
// all that took its place, from either side.
func sortedPieces(c review.TextChange) review.TextChange {
	var sorted []review.Piece
	for i := 0; i < len(c.Pieces); {
		gone, came := review.Piece{Change: doc.Deleted}, review.Piece{Change: doc.Inserted}
		for ; i < len(c.Pieces) && c.Pieces[i].Change != ""; i++ {
			if c.Pieces[i].Change == doc.Deleted {
				gone.Text += c.Pieces[i].Text
			} else {
				came.Text += c.Pieces[i].Text
			}
		}
		sorted = append(sorted, gone, came)
		if i < len(c.Pieces) {
			sorted = append(sorted, c.Pieces[i])
			i++
		}
	}
	c.Pieces = sorted
	return c
}

func TestDifferencesMirror(t *testing.T) {
	for seed := range uint64(60) {
		e := &editor{Rand: rand.New(rand.NewPCG(seed, 11))}
		a := sample()
		e.edit(a)
		b := clone(t, a)
		e.edit(b)
		there, back := compare(a, b), compare(b, a)
		require.Equal(t, there.Moved, back.Moved, "seed %d", seed)
		require.True(t, maps.Equal(mirrored(there, false), mirrored(back, true)), "seed %d", seed)
		require.Equal(t, there.Unchanged, back.Unchanged, "seed %d", seed)
	}
}
