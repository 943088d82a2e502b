package compose_test

import (
	"bytes"
	"os"
	"regexp"
	"strings"
	"testing"

	"banwen/internal/compose"
	"banwen/internal/doc"
	"banwen/internal/render/text"

	"github.com/stretchr/testify/require"
)

// The sample's text is the seed's, with the one figure that did not add up.
func TestSampleTextEqualsSeed(t *testing.T) {
	seed, err := os.ReadFile("../doc/doctest/testdata/summary-2023-h1.txt")
	require.NoError(t, err)
	want := strings.Replace(string(seed), "仍有76人滞留", "仍有75人滞留", 1)
	require.NotEqual(t, string(seed), want)

	var got bytes.Buffer
	require.NoError(t, text.Write(&got, sample(t, os.DirFS("../../data"), "2023-h1", compose.Final)))
	wantLines, gotLines := strings.Split(want, "\n"), strings.Split(got.String(), "\n")
	require.Len(t, gotLines, len(wantLines))
	for i := range wantLines {
		require.Equal(t, wantLines[i], gotLines[i], "line %d", i+1)
	}
}

var digits = regexp.MustCompile(`\d[\d.]*.?`)

// The only digits that come from no data are those that figures of speech hold.
func TestSampleDigitsComeFromData(t *testing.T) {
	var loose []string
	figures := 0
	for _, r := range runs(sample(t, os.DirFS("../../data"), "2023-h1", compose.Final)) {
		if r.Origin == nil {
			loose = append(loose, digits.FindAllString(r.Text, -1)...)
		} else if strings.ContainsAny(r.Text, "0123456789") {
			figures++
		}
	}
	require.Equal(t, []string{"24小", "3级", "3级", "3级"}, loose)
	// 95 numerals: 1 in the title, 4 above, and 6 that share a period with another
	require.Equal(t, 84, figures)
}

// Where a figure says it comes from, there it is.
func TestSampleOriginsPointAtTheirData(t *testing.T) {
	d := sample(t, os.DirFS("../../data"), "2023-h1", compose.Final)
	origins := 0
	for _, r := range runs(d) {
		if r.Origin == nil {
			continue
		}
		origins++
		data, err := os.ReadFile("../../data/2023-h1/" + r.Origin.File)
		require.NoError(t, err)
		line := []rune(strings.Split(string(data), "\n")[r.Origin.Line-1])
		_, name, dotted := strings.Cut(r.Origin.Name, ".")
		at := string(line[r.Origin.Col-1:])
		if dotted && strings.HasPrefix(at, name) { // an indicator's name
			require.Contains(t, string(data), name+":")
			continue
		}
		value := strings.TrimPrefix(r.Origin.Value, "2023年") // a period, at its own text
		require.True(t, strings.HasPrefix(strings.Replace(at, "2023", "", 1), value), "%+v stands at %q", r.Origin, at)
	}
	require.Greater(t, origins, 80)
}

func TestSampleFiguresSayHowTheyWereMade(t *testing.T) {
	d := sample(t, os.DirFS("../../data"), "2023-h1", compose.Final)
	byText := map[string]*doc.Origin{}
	for _, r := range runs(d) {
		if r.Origin != nil {
			byText[r.Text] = r.Origin
		}
	}
	rate := byText["66.37％"]
	require.Equal(t, "反诈.劝返率", rate.Name)
	require.Equal(t, "劝返人员 / 涉诈高危人员", rate.Formula)
	require.Equal(t, []string{"反诈.劝返人员 = 148人", "反诈.涉诈高危人员 = 223人"}, rate.Inputs)
	require.True(t, strings.HasPrefix(rate.Value, "66.36771300"), rate.Value)
	require.Equal(t, "去年同期481起", byText["下降9.1％"].Base)
	require.Equal(t, "980.48万元", byText["980.48万余元"].Value)
	require.Equal(t, "18.90万元", byText["18.90万元"].Value)
	require.Equal(t, "目前", byText["223人"].AsOf)
}

func TestSampleCharts(t *testing.T) {
	d := sample(t, os.DirFS("../../data"), "2023-h1", compose.Final)
	var got []string
	for i, b := range d.Blocks {
		c, ok := b.(*doc.Chart)
		if !ok {
			continue
		}
		var labels []string
		for _, s := range c.Series {
			var row []string
			for _, p := range s.Points {
				require.NotNil(t, p.Origin)
				row = append(row, p.Label)
			}
			labels = append(labels, strings.Join(row, " "))
		}
		before := d.Blocks[i-1].NodeID()
		got = append(got, c.Caption()+"｜"+string(c.Kind)+"｜"+strings.Join(labels, "；")+"｜"+c.Note+"｜"+before)
	}
	require.Equal(t, []string{
		"图1　涉毒人员与去年同期对比｜column｜4957 3672 1285；4924 3464 1460｜数据来源：禁毒大队；截至目前；去年同期数由同比推算｜area/anti-drug",
		"图2　涉诈资金止付、冻结、返还情况｜bar｜1038.65 980.48 18.90｜数据来源：刑侦大队；统计期：1－5月｜area/anti-fraud",
		"图3　矛盾纠纷化解情况｜doughnut｜已化解 99起（57.89％） 未化解 72起（42.11％）｜数据来源：县命案防控专项办；截至目前｜area/homicide-prevention",
		"图4　3级以上精神障碍患者去向｜pie｜在家 568人（83.04％） 住院治疗 105人（15.35％） 外出务工 11人（1.61％）｜数据来源：县命案防控专项办；截至目前｜chart/homicide-prevention/矛盾纠纷化解",
		"图5　刑事与治安案件同期对比｜column｜437 303 1071；481 293 1252｜数据来源：刑侦大队、治安大队；统计期：1—5月；去年同期数由同比推算｜area/crime",
		"图6　现场督察与网上督察情况｜column｜72次 103次；42次 731个次｜数据来源：督察大队；统计期：1－5月｜area/integrity",
		"图7　涉诈高危人员劝返情况｜doughnut｜已劝返 148人（66.37％） 未劝返 75人（33.63％）｜数据来源：刑侦大队；截至目前｜problem/anti-fraud/涉诈重点人员管控不力",
	}, got)
}

// A change in one area leaves the ids of all others as they were.
func TestSampleNodeIDsAreUniqueAndStable(t *testing.T) {
	ids := func(d *doc.Document, part string) []string {
		var all []string
		for _, b := range d.Blocks {
			if !strings.Contains(b.NodeID(), part) {
				all = append(all, b.NodeID())
			}
		}
		return all
	}
	before := sample(t, os.DirFS("../../data"), "2023-h1", compose.Final)
	seen := map[string]bool{}
	for _, id := range ids(before, "\x00") {
		require.False(t, seen[id], id)
		seen[id] = true
	}
	files := sampleFiles(t)
	drug := files["2023-h1/areas/anti-drug.yaml"]
	drug.Data = []byte(strings.Replace(string(drug.Data), "正文: |\n", "正文: |\n  新的一段。\n  # 新的标题\n  又一段。\n", 1))
	after := sample(t, files, "2023-h1", compose.Final)
	require.Equal(t, ids(before, "/anti-drug"), ids(after, "/anti-drug"))
	require.Len(t, after.Blocks, len(before.Blocks)+3)
}

func TestSampleMeta(t *testing.T) {
	d := sample(t, os.DirFS("../../data"), "2023-h1", compose.Draft)
	require.Equal(t, doc.Meta{
		Organ: "xx县公安局", Period: "2023年上半年", Language: "zh-CN", Draft: true,
		Keywords: "2023年上半年；警情研判；禁毒；反诈；命案防控；刑事治安；执法规范化；清廉警队；交通管理；队伍管理",
	}, d.Meta)
	require.Nil(t, d.Signature)
	require.Equal(t, []string{"县公安局2023年上半年工作总结", "及下半年工作计划"}, d.Title.Lines)
}

// runs lists the runs of headings and paragraphs.
func runs(d *doc.Document) []doc.Run {
	var all []doc.Run
	for _, b := range d.Blocks {
		switch b := b.(type) {
		case *doc.Heading:
			all = append(append(all, b.Runs...), b.Body...)
		case *doc.Paragraph:
			all = append(all, b.Runs...)
		}
	}
	return all
}
