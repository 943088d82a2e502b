package style_test

import (
	"testing"
	"testing/fstest"

	"banwen/internal/diag"
	"banwen/internal/style"

	"github.com/stretchr/testify/require"
)

func plain(t *testing.T) *style.Profile {
	t.Helper()
	p, diags := style.Load(style.Shipped(), "plain")
	require.Empty(t, diags)
	return p
}

func TestPlainProfileIsGBT9704(t *testing.T) {
	p := plain(t)
	require.Equal(t, 26*style.Mm, p.Page.Right())
	require.Equal(t, 35*style.Mm, p.Page.Bottom())
	require.Equal(t, 16*style.Pt, p.Body.Size)
	require.Equal(t, int64(579), p.Grid.Pitch.Twips())
	require.True(t, p.Headings[1].RunIn)
	require.Equal(t, "仿宋_GB2312", p.Faces[style.FangFace].Name)
	require.Contains(t, p.Faces[style.FangFace].Others, "方正仿宋_GBK")
	require.LessOrEqual(t, style.Length(p.Grid.Lines)*p.Grid.Pitch, p.Page.TextHeight, "22 lines fit")
	require.Greater(t, style.Length(p.Grid.Lines+1)*p.Grid.Pitch, p.Page.TextHeight, "23 do not")
}

func TestEveryValueNamesItsClause(t *testing.T) {
	for _, v := range plain(t).Values {
		if v.Key == "名称" || v.Key == "说明" {
			continue
		}
		require.NotEmpty(t, v.Clause, v.Key)
		require.Contains(t, []string{"规定", "一般", "推荐", "实务"}, v.Strength, v.Key)
	}
}

func TestTitleGapBringsTheTextBackOntoTheGrid(t *testing.T) {
	p := plain(t)
	for n := 1; n <= 3; n++ {
		gap := p.TitleGap(n)
		require.Zero(t, (style.Length(n)*p.TitleText.Pitch+gap)%p.Grid.Pitch)
		require.GreaterOrEqual(t, gap, p.Grid.Pitch*3/4)
		require.Less(t, gap, p.Grid.Pitch*7/4)
	}
}

func TestLoadReportsEveryMistakeWithItsPlace(t *testing.T) {
	data := []byte("名称: x\n页面:\n  纸张款: [210mm, \"5.1\", 规定]\n  天头: [高, \"5.2.1\", 规定]\n  订口: [28mm]\n")
	_, diags := style.Load(fstest.MapFS{"x.yaml": {Data: data}}, "x")
	require.True(t, diags.HasErrors())
	var texts []string
	for _, d := range diags {
		texts = append(texts, d.String())
	}
	require.Contains(t, texts, "profiles/x.yaml:3:9: 错误：版式里没有“页面.纸张款”这一项（是否想写“页面.纸张宽”？）")
	require.Contains(t, texts, "profiles/x.yaml:4:8: 错误：“页面.天头”的值不对：“高”不是长度，写成 37mm、16pt 或 3号 的样子")
	require.Contains(t, texts, "profiles/x.yaml:5:7: 错误：“页面.订口”不是一个版式值（写成一个值，或 [值, 条款, 强度]）")
}

func TestProfileExtendsAnother(t *testing.T) {
	own := fstest.MapFS{"ours.yaml": {Data: []byte("名称: ours\n说明: 本单位\n继承: redhead\n版头:\n  颜色: [C00000, 实务, 实务]\n")}}
	p, diags := style.Load(own, "ours")
	require.Empty(t, diags)
	require.True(t, p.Head.Has, "from redhead")
	require.Equal(t, "C00000", p.Head.Color)
	require.Equal(t, plain(t).Body, p.Body, "from plain")
	require.Equal(t, "ours", p.Name)
	require.Len(t, p.Values, len(plain(t).Values), "each value once")
}

func TestAValueAloneRestsOnTheUnitsOwnHabit(t *testing.T) {
	own := fstest.MapFS{"ours.yaml": {Data: []byte("名称: ours\n说明: 本单位\n继承: plain\n图表题:\n  字号: 小四号\n")}}
	p, diags := style.Load(own, "ours")
	require.Empty(t, diags)
	require.Equal(t, 12*style.Pt, p.Caption.Size)
	last := p.Values[len(p.Values)-1]
	require.Equal(t, []string{"小四号", "本单位惯例", "实务"}, []string{last.Value, last.Clause, last.Strength})
	require.Equal(t, diag.Pos{File: "profiles/ours.yaml", Line: 5, Col: 7}, last.Pos)
}

func TestProfileThatExtendsNothingThatIs(t *testing.T) {
	for name, c := range map[string]struct{ a, b, want string }{
		"unknown":   {"名称: a\n继承: plian\n", "", "profiles/a.yaml:2:5: 错误：没有名为“plian”的版式（是否想写“plain”？）"},
		"itself":    {"名称: a\n继承: a\n", "", "profiles/a.yaml:2:5: 错误：版式“a”继承了自己（改为继承 plain，或删去“继承”）"},
		"in a loop": {"名称: a\n继承: b\n", "名称: b\n继承: a\n", "profiles/b.yaml:2:5: 错误：版式“a”继承了自己（改为继承 plain，或删去“继承”）"},
	} {
		_, diags := style.Load(fstest.MapFS{"a.yaml": {Data: []byte(c.a)}, "b.yaml": {Data: []byte(c.b)}}, "a")
		require.NotEmpty(t, diags, name)
		require.Equal(t, c.want, diags[0].String(), name)
	}
}

func TestUnknownProfileNamesTheNearest(t *testing.T) {
	_, diags := style.Load(style.Shipped(), "plan")
	require.Len(t, diags, 1)
	require.Contains(t, diags[0].String(), "是否想写“plain”？")
}

func TestParseLength(t *testing.T) {
	for text, want := range map[string]style.Length{
		"210mm": 210 * style.Mm, "28.95pt": 579 * style.Twip, "3号": 16 * style.Pt, "小4号": 12 * style.Pt, "579twip": 579 * style.Twip,
	} {
		got, err := style.ParseLength(text)
		require.NoError(t, err, text)
		require.Equal(t, want, got, text)
	}
	for _, text := range []string{"", "12", "mm", "12cm", "一mm"} {
		_, err := style.ParseLength(text)
		require.Error(t, err, text)
	}
	require.Equal(t, "28.95pt", (579 * style.Twip).String())
}
