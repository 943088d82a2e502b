package source_test

import (
	"testing"
	"testing/fstest"

	"banwen/internal/source"

	"github.com/stretchr/testify/require"
)

func loadReview(text string) ([]source.Review, []string) {
	reviews, diags := source.LoadReviews(fstest.MapFS{"r/review/a.yaml": {Data: []byte(text)}}, "r")
	var said []string
	for _, d := range append(diags, source.OpenRemarks(reviews)...) {
		said = append(said, d.String())
	}
	return reviews, said
}

func TestRemarksAreRead(t *testing.T) {
	reviews, said := loadReview("批注:\n  - 谁: 张三\n    时间: 2023-07-01 10:00\n    意见: 请核实\n    状态: 待办\n  - 谁: 李四\n    意见: |\n      甲\n      乙\n    状态: 已办\n    答复: 改了\n")
	require.Equal(t, []string{"review/a.yaml:4:9: 提示：批注待办，张三：“请核实”（办好后把“状态”改成“已办”或“不采纳”）"}, said)
	require.Equal(t, "review/a.yaml", reviews[0].File)
	require.Equal(t, "甲\n乙", reviews[0].Remarks[1].Text.Value)
	require.Equal(t, "改了", reviews[0].Remarks[1].Reply.Value)
}

func TestMistakesInRemarksHavePlaces(t *testing.T) {
	_, said := loadReview("批注:\n  - 谁: 张三\n    意见: 请核实\n    状态: 办了\n")
	require.Equal(t, []string{"review/a.yaml:4:9: 错误：“状态”不能写“办了”（可以写：待办、已办、不采纳）"}, said)
	_, said = loadReview("批注:\n  - 意见: 请核实\n    状态: 待办\n")
	require.Contains(t, said[0], "缺少“谁”")
}

func TestAReportWithoutRemarks(t *testing.T) {
	reviews, diags := source.LoadReviews(fstest.MapFS{"r/report.yaml": {}}, "r")
	require.Empty(t, reviews)
	require.Empty(t, diags)
}
