package style_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"banwen/internal/style"

	"github.com/stretchr/testify/require"
)

// changed loads plain with values of sections changed: "正文.字号=小3号".
func changed(values ...string) (*style.Profile, []string) {
	var b strings.Builder
	b.WriteString("名称: own\n说明: 本单位\n继承: plain\n")
	sections := map[string][]string{}
	var order []string
	for _, v := range values {
		section, rest, _ := strings.Cut(v, ".")
		key, value, _ := strings.Cut(rest, "=")
		if sections[section] == nil {
			order = append(order, section)
		}
		sections[section] = append(sections[section], "  "+key+": ['"+value+"', 实务, 实务]\n")
	}
	for _, section := range order {
		b.WriteString(section + ":\n" + strings.Join(sections[section], ""))
	}
	p, diags := style.Load(fstest.MapFS{"own.yaml": {Data: []byte(b.String())}}, "own")
	var messages []string
	for _, d := range diags {
		messages = append(messages, d.String())
	}
	return p, messages
}

func TestProfilesThatCannotBeSetAreRefused(t *testing.T) {
	for _, c := range []struct {
		name, want string
		values     []string
	}{
		{"wider than the paper", "版心比纸宽：订口 28mm + 版心 190mm，纸宽 210mm", []string{"页面.版心宽=190mm"}},
		{"higher than the paper", "版心比纸高：天头 90mm", []string{"页面.天头=90mm"}},
		{"no paper", "版心比纸宽", []string{"页面.纸张宽=0mm"}},
		{"vast paper", "“页面.纸张高”太大", []string{"页面.纸张高=20000mm"}},
		{"no type area", "“页面.版心宽”太小", []string{"页面.版心宽=0mm"}},
		{"no lines", "每页 0 行，不能排版", []string{"网格.每页行数=0"}},
		{"too many lines", "版心高 225mm，放不下 23 行（行距 28.95pt），最多 22 行", []string{"网格.每页行数=23"}},
		{"no pitch", "行距是 0", []string{"网格.行距=0pt"}},
		{"no characters", "每行 0 字，不能排版", []string{"网格.每行字数=0"}},
		{"crowded", "每行 40 个 16pt 的字排不匀，约能排 27 个", []string{"网格.每行字数=40"}},
		{"large type", "每行 28 个 22pt 的字排不匀，约能排 20 个", []string{"正文.字号=2号"}},
		{"lines on each other", "“正文”的行距 14pt 比字号 16pt 小", []string{"正文.行距=14pt"}},
		{"lines far apart", "“正文.行距”太大", []string{"正文.行距=300pt"}},
		{"no size", "“标题.字号”是 0pt", []string{"标题.字号=0pt"}},
		{"indent", "“正文”缩进 20 字", []string{"正文.缩进=20"}},
		{"page number off the paper", "页码放不下：距版心 40mm，版心下面只有 35mm", []string{"页码.距版心=40mm"}},
		{"page number justified", "页码不能“两端”对齐", []string{"页码.对齐=两端"}},
		{"page number to one side", "页码不能“左”对齐", []string{"页码.对齐=左"}},
		{"charts of no form", "“图表.形式”的值不对：“截图”应写“原生”或“图片”", []string{"图表.形式=截图"}},
		{"space beside", "“落款.署名右空”超过版心宽的一半", []string{"落款.署名右空=30"}},
		{"space above", "“版头.字号前空行”超过版心高的一半", []string{"版头.字号前空行=30"}},
		{"thick rule", "“版记.首末线粗”太粗", []string{"版记.首末线粗=40mm"}},
		{"no face", "“字体.仿宋”的名字“”不能用", []string{"字体.仿宋="}},
		{"headings not numbered", "“一级标题.序号”里没有“一”或“1”", []string{"一级标题.序号=甲"}},
		{"run in beside larger type", "“二级标题”接排，与正文在同一行，字号却不同：16pt、15pt（改成一样，或把“二级标题.接排”改为“否”）", []string{"正文.字号=小3号"}},
		{"run in beside another pitch", "“二级标题”接排，与正文在同一行，行距却不同：28pt、28.95pt", []string{"二级标题.行距=28pt"}},
		{"exponent", "“1e999999999mm”不是长度", []string{"页面.天头=1e999999999mm"}},
		{"negative", "“-5mm”不是长度", []string{"页面.订口=-5mm"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, messages := changed(c.values...)
			require.Nil(t, p)
			require.NotEmpty(t, messages)
			require.Contains(t, strings.Join(messages, "\n"), c.want)
			require.True(t, strings.HasPrefix(messages[0], "profiles/own.yaml:5:"), "at the value: %s", messages[0])
		})
	}
}

func TestHabitsThatCanBeSet(t *testing.T) {
	for _, values := range [][]string{
		{"正文.字号=小3号", "二级标题.字号=小3号"}, {"正文.字号=4号", "正文.行距=26pt", "二级标题.接排=否"},
		{"正文.行距=28pt", "网格.行距=28pt", "二级标题.行距=28pt"},
		{"页码.对齐=居中", "页码.一字线=否"}, {"一级标题.接排=是"}, {"正文.加粗序数=是"}, {"一级标题.序号="}, {"图表.形式=图片"},
		{"页面.天头=25mm", "页面.订口=25mm", "页面.版心宽=160mm", "页面.版心高=247mm", "网格.每页行数=24"},
	} {
		p, messages := changed(values...)
		require.Empty(t, messages, values)
		require.NotNil(t, p)
	}
}

func TestDeviationsAllowWhatTheStandardTolerates(t *testing.T) {
	for value, deviates := range map[string]bool{"36mm": false, "38mm": false, "35.9mm": true, "104.88pt": false} {
		p, messages := changed("页面.天头=" + value)
		require.Empty(t, messages)
		require.Equal(t, deviates, len(p.Deviations()) == 1, value)
	}
}
