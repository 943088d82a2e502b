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
		Signature: &doc.Signature{Organ: doc.Plain("xx县公安局"), Date: doc.Plain("2023年6月30日")},
	}
	require.Equal(t, "标题\n\n正文。\nxx县公安局\n2023年6月30日\n", write(t, d))
}

func TestPartsOfAFormalDocumentStandInReadingOrder(t *testing.T) {
	d := doctest.Formal()
	require.Equal(t, `000001
机密★1年
特急
xx县公安局文件
x公报〔2023〕12号
签发人：张三　李四光　王五

关于2023年上半年工作情况的报告

县委、县政府：
现将有关情况报告如下。
特此报告。
附件：1. 各派出所办案情况表
2. 主要措施
xx县公安局
2023年6月30日
（联系人：李四，电话：0000000）

附件1
各派出所办案情况表

| 单位 | 破案率 |
| 城关派出所 | 61.5 |
| 城东派出所 | 7.25 |

附件2
主要措施

一、总体要求
各单位每日研判。

抄送：市公安局，市委政法委。
xx县公安局办公室　2023年7月1日印发
`, write(t, d))
}

func TestOneAttachmentHasNoNumber(t *testing.T) {
	d := doctest.Formal()
	d.Attachments = d.Attachments[1:]
	require.Contains(t, write(t, d), "\n附件：主要措施\n")
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("disk full") }

func TestWriteErrorIsReported(t *testing.T) {
	require.ErrorContains(t, text.Write(full{}, doctest.Sample()), "disk full")
}
