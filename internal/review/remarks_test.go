package review_test

import (
	"strings"
	"testing"

	"banwen/internal/doc"
	"banwen/internal/doc/doctest"
	"banwen/internal/review"

	"github.com/stretchr/testify/require"
)

func TestWhatBecameOfRemarksIsTold(t *testing.T) {
	asked := review.Remark{Fingerprint: "1", Who: "张三", Text: "请核实这个数", Quote: "22起", State: "待办"}
	taken := asked
	taken.State, taken.Reply = "已办", "改为23起（李四）"
	still := review.Remark{Fingerprint: "2", Who: "王五", Text: "太长", State: "待办"}
	long := review.Remark{Fingerprint: "3", Who: "赵六", Text: strings.Repeat("字", 50) + "\n末", State: "不采纳"}
	moved := review.Remark{Fingerprint: "4", Who: "钱七", Text: "办完的移走了", State: "已办"}
	was := review.Version{Document: doctest.Sample(), Remarks: []review.Remark{asked, still, moved}}
	now := review.Version{Document: doctest.Sample(), Remarks: []review.Remark{still, taken, long}}
	d := review.Compare(was, now)
	require.Equal(t, []review.RemarkChange{{Remark: taken, Before: "待办"}, {Remark: long}}, d.Remarks)
	require.Equal(t, "（已办）张三：“请核实这个数”，指“22起”，答复：改为23起（李四）", d.Remarks[0].Line())
	require.Equal(t, "（新批注，不采纳）赵六：“"+strings.Repeat("字", 40)+"…”", d.Remarks[1].Line())
	require.True(t, strings.HasSuffix(review.Summary(d), "处相同）。批注已办1条、不采纳1条。"), review.Summary(d))
	require.False(t, d.IsEmpty())
	var said []string
	for _, b := range review.List(now.Document, d, d.Count()).Blocks {
		switch b := b.(type) {
		case *doc.Heading:
			said = append(said, b.Text())
		case *doc.Paragraph:
			said = append(said, b.Text())
		}
	}
	require.Equal(t, []string{"一、批注办理情况", d.Remarks[0].Line() + "。", d.Remarks[1].Line() + "。"}, said[1:])
	require.Empty(t, review.Compare(now, now).Remarks)
}
