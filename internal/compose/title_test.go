package compose_test

import (
	"strings"
	"testing"

	"banwen/internal/style"

	"github.com/stretchr/testify/require"
)

func TestTitleBreaks(t *testing.T) {
	for _, want := range [][]string{
		{"工作总结"},
		{"关于2023年上半年工作总结的报告"},
		{"县公安局2023年上半年工作总结", "及下半年工作计划"},
		{"xx县公安局关于", "2023年上半年工作情况的报告"},
		{"xx市公安局交通警察支队2023年上半年", "道路交通安全管理工作总结及下半年工作打算"},
		{"中共xx县委政法委员会xx县公安局", "关于命案防控工作情况的汇报"},
		{"国务院办公厅关于印发国家突发事件", "应急体系建设规划的通知"},
		{"某县人民政府关于印发", "《某县命案预防治理考核奖惩办法》的通知"},
		{"某县公安局关于2023年度法治政府建设", "（公安机关执法规范化）情况的报告"},
		{"某县公安局关于推进社会治安", "综合治理工作情况、队伍建设情况", "和执法规范化建设工作情况的报告"},
		{"龘龘龘龘龘龘龘龘龘龘龘龘龘", "龘龘龘龘龘龘龘龘龘龘龘龘龘龘"},
	} {
		d, diags := given{
			report: strings.Replace(plainReport, "标题: 工作总结", "标题: "+strings.Join(want, ""), 1), area: "正文: 内容\n",
		}.compose(t)
		require.Empty(t, messages(diags))
		require.Equal(t, want, d.Title.Lines)
		require.Equal(t, strings.Join(want, ""), d.Title.Text)
	}
}

// However narrow the page, no character of the title is lost; where a line
// holds six or more, it holds no more, and begins with no mark that may not.
func TestTitleFitsAnyPage(t *testing.T) {
	title := "某县公安局关于印发《某县命案预防治理工作考核奖惩暂行办法》（2023年修订）的通知、说明和解读"
	for cells := 1; cells < 30; cells++ {
		d, diags := given{
			report: strings.Replace(plainReport, "标题: 工作总结", "标题: "+title, 1), area: "正文: 内容\n",
			adapt: func(p *style.Profile) { p.Page.TextWidth = style.Length(cells) * p.TitleText.Size },
		}.compose(t)
		require.Empty(t, messages(diags))
		require.Equal(t, title, strings.Join(d.Title.Lines, ""))
		for _, line := range d.Title.Lines {
			tenths := 0
			for _, r := range line {
				if r < 0x80 {
					tenths += 6
				} else {
					tenths += 10
				}
			}
			if cells < 6 {
				continue
			}
			require.LessOrEqual(t, tenths, cells*10, line)
			require.NotContains(t, "》）、。，的", string([]rune(line)[:1]), "cells %d: %v", cells, d.Title.Lines)
		}
	}
}
