package remark_test

import (
	"strings"
	"testing"

	"banwen/internal/remark"
	"banwen/internal/source"

	"github.com/stretchr/testify/require"
)

var asked = remark.Remark{Who: "张三", When: "2023-07-01 12:00", Node: "area/a/p1", Quote: "22起", Text: "请核实: 这个数\n再看", Fingerprint: "0123456789ab"}

func parsed(t *testing.T, data []byte) []source.Remark {
	t.Helper()
	review, diags := source.ParseReview("review/a.yaml", data)
	require.False(t, diags.HasErrors(), "%v", diags)
	return review.Remarks
}

func TestAFileIsReadBack(t *testing.T) {
	all := parsed(t, remark.File("审阅页上写的批注", []remark.Remark{asked}))
	require.Len(t, all, 1)
	require.Equal(t, asked.Text, all[0].Text.Value)
	require.Equal(t, source.OpenRemark, all[0].State.Value)
	require.Equal(t, asked.Fingerprint, all[0].ID())
}

func TestARemarkIsAppended(t *testing.T) {
	for name, text := range map[string]string{
		"ours":                  string(remark.File("x", []remark.Remark{{Who: "李四", Text: "好"}})),
		"not indented":          "批注:\n- 谁: 李四\n  意见: 好\n  状态: 已办\n# 完\n",
		"without a line end":    "批注:\n  - 谁: 李四\n    意见: 好\n    状态: 已办",
		"other line ends":       "批注:\r\n    - 谁: 李四\r\n      意见: 好\r\n      状态: 已办\r\n",
		"a text of lines, last": "批注:\n  - 谁: 李四\n    状态: 已办\n    意见: |\n      - 一\n\n      二\n\n",
		"a mark":                "\ufeff批注:\n  - 谁: 李四\n    意见: 好\n    状态: 已办\n",
	} {
		t.Run(name, func(t *testing.T) {
			made, err := remark.Append("review/a.yaml", []byte(text), asked)
			require.NoError(t, err)
			require.True(t, strings.HasPrefix(string(made), text), "what was there stays")
			all := parsed(t, made)
			require.Equal(t, asked.Text, all[len(all)-1].Text.Value)
			require.NotContains(t, strings.ReplaceAll(string(made), "\r\n", ""), "\r")
			if strings.Contains(text, "\r\n") {
				require.NotContains(t, strings.ReplaceAll(string(made), "\r\n", ""), "\n")
			}
		})
	}
}

func TestWhereNothingCanBeAppended(t *testing.T) {
	for name, text := range map[string]string{
		"brackets":  "批注: [{谁: 李四, 意见: 好, 状态: 已办}]\n",
		"none yet":  "批注:\n",
		"a mistake": "批注:\n  - 谁: 李四\n",
		"an end":    "批注:\n  - 谁: 李四\n    意见: 好\n    状态: 已办\n...\n",
	} {
		_, err := remark.Append("review/a.yaml", []byte(text), asked)
		require.Error(t, err, name)
	}
}

const typed = `# 开会时记的
批注:
  - 谁: 李四   # 局长
    意见: 请核实
    状态: 待办
  - {谁: 王五, 意见: '好', 状态: "待办", 答复: 在办}
  - 状态: 待办
    谁: 赵六
    意见: |
      改一改
    答复: |
      第一行
      第二行
  - 谁: 钱七
    意见: 再看
    状态: 待办`

func TestAnAnswer(t *testing.T) {
	all := parsed(t, []byte(typed))
	for i, c := range []struct{ state, reply, old, want string }{
		{source.DoneRemark, "改为22起: 已核实", "    状态: 待办\n  - {", "    状态: 已办\n    答复: \"改为22起: 已核实（张三）\"\n  - {"},
		{source.DeclinedRemark, "不改, 见附件", `状态: "待办", 答复: 在办}`, `状态: "不采纳", 答复: "不改, 见附件（张三）"}`},
		{source.DoneRemark, "一\n二", "- 状态: 待办\n    谁: 赵六\n    意见: |\n      改一改\n    答复: |\n      第一行\n      第二行\n", "- 状态: 已办\n    谁: 赵六\n    意见: |\n      改一改\n    答复: |\n      一\n      二（张三）\n"},
		{source.DoneRemark, "", "再看\n    状态: 待办", "再看\n    状态: 已办\n    答复: 已办（张三）"},
	} {
		made, err := remark.Answer{ID: all[i].ID(), Who: "张三", State: c.state, Reply: c.reply}.Apply("review/a.yaml", []byte(typed))
		require.NoError(t, err, i)
		require.Equal(t, strings.Replace(typed, c.old, c.want, 1), string(made))
		require.NotEqual(t, typed, string(made))
	}
}

func TestAReplyThatStays(t *testing.T) {
	all := parsed(t, []byte(typed))
	for _, reply := range []string{"", "在办"} {
		made, err := remark.Answer{ID: all[1].ID(), Who: "张三", State: source.DoneRemark, Reply: reply}.Apply("review/a.yaml", []byte(typed))
		require.NoError(t, err)
		require.Contains(t, string(made), `状态: "已办", 答复: 在办}`)
	}
	made, err := remark.Answer{ID: all[1].ID(), Who: "张三", State: source.DoneRemark, Reply: "办了（张三）"}.Apply("review/a.yaml", []byte(typed))
	require.NoError(t, err)
	require.Contains(t, string(made), "答复: 办了（张三）}", "nobody signs twice")
}

func TestAnswersThatAreRefused(t *testing.T) {
	a := remark.Answer{ID: "000000000000", Who: "张三", State: source.DoneRemark}
	_, err := a.Apply("review/a.yaml", []byte(typed))
	require.ErrorIs(t, err, remark.ErrNoRemark)
	twice := "批注:\n" + strings.Repeat("  - {谁: 李四, 意见: 好, 状态: 待办}\n", 2)
	a.ID = parsed(t, []byte(twice))[0].ID()
	_, err = a.Apply("review/a.yaml", []byte(twice))
	require.ErrorIs(t, err, remark.ErrNoRemark)
	_, err = a.Apply("review/a.yaml", []byte("批注:\n  - 谁: 李四\n"))
	require.ErrorContains(t, err, "有错误")
}

func TestNames(t *testing.T) {
	var names []string
	for name := range remark.Names("2023-07-01", "张 三/../x") {
		if names = append(names, name); len(names) == 2 {
			break
		}
	}
	require.Equal(t, []string{"review/2023-07-01-张三x.yaml", "review/2023-07-01-张三x-2.yaml"}, names)
}
