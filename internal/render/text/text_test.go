package text_test

import (
	"errors"
	"strings"
	"testing"

	"banwen/internal/doc"
	"banwen/internal/doc/doctest"
	"banwen/internal/render/text"

	"github.com/stretchr/testify/require"
)

func write(t *testing.T, d *doc.Document) string {
	t.Helper()
	var b strings.Builder
	require.NoError(t, text.Write(&b, d))
	return b.String()
}

func TestSampleIsTheSeedCharacterForCharacter(t *testing.T) {
	require.Equal(t, doctest.SampleText(), write(t, doctest.Sample()))
}

func TestTableIsRowsBetweenBars(t *testing.T) {
	table := doctest.Table()
	table.Note = "数据来源：刑侦大队"
	d := &doc.Document{Title: doc.Title{Text: "标题"}, Blocks: []doc.Block{table}}
	require.Equal(t, `标题

表1　刑事与治安案件情况
单位：起
| 类别 | 今年 | 去年同期 |
| 刑事立案 | 437 | 481 |
| 刑事破案 | 303 | 293 |
数据来源：刑侦大队
`, write(t, d))
}

func TestTableInProseHasOnlyItsRows(t *testing.T) {
	cell := doc.Cell{Runs: []doc.Run{{Text: "甲"}, {Text: "22起"}}}
	d := &doc.Document{
		Title:  doc.Title{Text: "标题"},
		Blocks: []doc.Block{&doc.Table{Columns: []doc.Align{doc.AlignLeft}, Rows: [][]doc.Cell{{cell}}}},
	}
	require.Equal(t, "标题\n\n| 甲22起 |\n", write(t, d))
}

func TestSignatureStandsLast(t *testing.T) {
	d := &doc.Document{
		Title:     doc.Title{Text: "标题"},
		Blocks:    []doc.Block{&doc.Paragraph{Runs: []doc.Run{{Text: "正文。"}}}},
		Signature: &doc.Signature{Organ: "xx县公安局", Date: "2023年6月30日"},
	}
	require.Equal(t, "标题\n\n正文。\nxx县公安局\n2023年6月30日\n", write(t, d))
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("disk full") }

func TestWriteErrorIsReported(t *testing.T) {
	require.ErrorContains(t, text.Write(full{}, doctest.Sample()), "disk full")
}
