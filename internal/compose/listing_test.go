package compose_test

import (
	"strings"
	"testing"

	"banwen/internal/compose"
	"banwen/internal/doc"

	"github.com/stretchr/testify/require"
)

const listed = `指标:
  立案: {数: 437起, 去年同期: 481起, 计划: 500起}
  破案: {数: 303起, 去年同期: 293起, 计划: 300起}
  案值: {数: 12.5万元, 去年同期: 10万元}
  甲乡: 3件
  乙乡: 待补
正文: |
  前。
  {{表格 "案件"}}
  后。
`

// grid is a table as lines of cells between bars.
func grid(t *doc.Table) []string {
	lines := []string{t.Caption() + "｜" + t.Unit + "｜" + t.Note}
	for _, row := range append([][]doc.Cell{t.Header}, t.Rows...) {
		var cells []string
		for _, cell := range row {
			cells = append(cells, doc.Text(cell.Runs))
		}
		lines = append(lines, strings.Join(cells, "|"))
	}
	return lines
}

func tables(d *doc.Document) []*doc.Table {
	var all []*doc.Table
	for _, b := range d.Blocks {
		if t, ok := b.(*doc.Table); ok {
			all = append(all, t)
		}
	}
	return all
}

func TestTablesOfTheData(t *testing.T) {
	d, diags := given{stage: compose.Draft, area: listed + `表格:
  - {名称: 案件, 标题: 案件情况, 指标: [立案, 破案], 列: [数, 去年同期, 同比, 完成率], 项目: 类别, 说明: 含移送}
  - {名称: 案值, 指标: [立案, 案值], 列: [数, 去年同期]}
  - {名称: 乡镇, 系列: [{名称: 甲类, 指标: [甲乡, 乙乡]}, {名称: 乙类, 指标: [乙乡, 甲乡]}], 行名: [甲, 乙], 横排: 是}
`}.compose(t)
	require.Empty(t, messages(diags))
	all := tables(d)
	require.Len(t, all, 3)
	require.Equal(t, []string{
		"表1　案件情况｜起｜数据来源：甲大队；统计期：1—5月；含移送",
		"类别|数量|去年同期|同比|完成率", "立案|437|481|下降9.1％|87.40％", "破案|303|293|上升3.4％|101.00％",
	}, grid(all[0]))
	require.Equal(t, "甲.立案", all[0].Rows[0][1].Runs[0].Origin.Name)
	require.Equal(t, "甲.立案（去年同期）", all[0].Rows[0][2].Runs[0].Origin.Name)
	require.Equal(t, "去年同期481起", all[0].Rows[0][3].Runs[0].Origin.Base)
	require.Equal(t, []string{"表2　案值｜｜数据来源：甲大队；统计期：1—5月", "项目|数量|去年同期", "立案|437起|481起", "案值|12.5万元|10万元"}, grid(all[1]))
	require.Equal(t, []string{"表3　乡镇｜件｜数据来源：甲大队；统计期：1—5月", "项目|甲类|乙类", "甲|3|【待补】", "乙|【待补】|3"}, grid(all[2]))
	require.True(t, all[2].Wide)
	require.Equal(t, "后。", d.Blocks[3].(*doc.Paragraph).Text(), "a table stands where the text asks for it, the others at the end")
}

func TestTableMistakes(t *testing.T) {
	for name, c := range map[string]struct{ table, want string }{
		"no base":      {"指标: [甲乡], 列: [数, 同比]", "areas/a.yaml:16:31: 错误：“甲乡”没有去年同期数（写上“去年同期”或“同比”，或从“列”里删去“同比”）"},
		"no number":    {"指标: [甲乡], 列: [计划]", "areas/a.yaml:16:28: 错误：“甲乡”没有计划数（补上它，或从“列”里删去“计划”）"},
		"unknown name": {"指标: [立按]", "areas/a.yaml:16:19: 错误：没有名为“立按”的指标（是否想写“立案”？）"},
		"待补, final":    {"指标: [乙乡]", "areas/a.yaml:10:3: 错误：“甲.乙乡”还没有数，不能定稿（补上数，去掉“待补”）"},
	} {
		_, diags := given{area: listed + "表格:\n  - {名称: 案件, " + c.table + "}\n"}.compose(t)
		require.Equal(t, []string{c.want}, messages(diags), name)
	}
	_, diags := given{area: strings.Replace(listed, "{{表格", "{{图表", 1) + "表格:\n  - {名称: 案件, 指标: [立案]}\n"}.compose(t)
	require.Contains(t, messages(diags)[0], "“案件”是表格，不是图（写成 {{表格 \"案件\"}}）")
}
