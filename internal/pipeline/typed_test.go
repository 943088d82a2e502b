package pipeline_test

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"banwen/internal/doc"
	"banwen/internal/pipeline"

	"github.com/stretchr/testify/require"
)

// typedIn words what a merge tells of typed numbers: 30起=反诈.立案.
func typedIn(m *pipeline.Merged) string {
	var all []string
	for _, n := range m.Typed {
		text := n.Text
		for _, meant := range n.Meant {
			text += "=" + meant.Name
		}
		all = append(all, text)
	}
	return strings.Join(all, " ")
}

// A number that is typed where no figure was gets into the prose, and is told
// with the indicators that it may be.
func TestTypedNumbersAreTold(t *testing.T) {
	for _, c := range []struct{ name, old, new, want string }{
		{"none", "挽回损失明显", "挽回损失十分明显，一起推进，做到千方百计", ""},
		{"that of an indicator", "挽回损失明显", "其中刑拘30人，破案22起，挽回损失明显", "30人 22起=禁毒.破案"},
		{"without a unit", "挽回损失明显", "约22，挽回损失明显", "22=禁毒.破案"},
		{"in another unit", "挽回损失明显", "抓获121名，挽回损失明显", "121名=禁毒.抓获"},
		{"full-width", "挽回损失明显", "破案２２起，挽回损失明显", "２２起=禁毒.破案"},
		{"hanzi", "挽回损失明显", "抓获三十余人、五名，降了百分之三十，第三人民医院，挽回损失明显", "三十余人 五名 百分之三十"},
		{"beside a figure", "立诈骗案30起", "立诈骗案30起、25起、18起", "25起 18起"},
		{"behind a figure", "案22起", "案22起2", "2"},
		{"more of a figure", "立诈骗案30起，", "立诈骗案30起3次，", "3次"},
		{"in the title", "工作总结", "工作总结2", "2"},
		{"in quotes", "“稳”字", "“3”字", "3"},
		{"in a cell", "毒品</w:t>", "毒品5类</w:t>", "5"},
	} {
		t.Run(c.name, func(t *testing.T) {
			files := small()
			report := files["r/report.yaml"]
			report.Data = []byte(strings.Replace(string(report.Data), `\"稳\"`, "“稳”", 1))
			q := request(files)
			edit := (*word).at
			if strings.HasSuffix(c.old, "</w:t>") { // the whole of a cell
				edit = (*word).put
			}
			m := merged(t, q, edit(asWord(t, q), c.old, c.new))
			require.Equal(t, c.want, typedIn(m))
			require.Empty(t, m.Figures)
			require.NotEmpty(t, m.Files)
		})
	}
}

// Numbers that stood in the prose before are not told; what becomes of them
// under the editor's hand is.
func TestNumbersOfTheProseThatChangeAreTold(t *testing.T) {
	for _, c := range []struct{ name, old, new, want string }{
		{"none", "挽回损失明显", "挽损明显", ""},
		{"a digit", "抓捕122人", "抓捕132人", "132人"},
		{"a digit less", "抓捕122人", "抓捕12人", "12人"},
		{"run together", "16、7岁", "167岁", "167"},
		{"exchanged", "16、7岁", "7、16岁", "7"},
		{"a scale", "抓捕122人", "抓捕122万人", "122万人"},
		{"a fraction", "抓捕122人", "抓捕122.5人", "122.5人"},
	} {
		t.Run(c.name, func(t *testing.T) {
			files := small()
			fraud := files["r/areas/fraud.yaml"]
			fraud.Data = []byte(strings.Replace(string(fraud.Data), "挽回", "抓捕122人，多为16、7岁，挽回", 1))
			q := request(files)
			require.Equal(t, c.want, typedIn(merged(t, q, asWord(t, q).retype(c.old, c.new))))
		})
	}
}

func TestTypedNumbersInNewParagraphsAreTold(t *testing.T) {
	q := request(small())
	w := asWord(t, q)
	p := w.paragraph("刑事立案")
	m := merged(t, q, w.put(p, p+`<w:p><w:r><w:t>另破旧案22起、积案十八起。</w:t></w:r></w:p>`))
	require.Equal(t, "22起=禁毒.破案 十八起", typedIn(m))
	require.Equal(t, "areas/drugs.yaml", m.Typed[0].Pos.File)

	w = asWord(t, q).track("，同比下降9.1％。", "，同比下降9.1％，另有8起。")
	require.Equal(t, "8起", typedIn(merged(t, q, w)))
}

// Of a change that is not taken over nothing is told but that.
func TestTypedNumbersOfARefusedChangeAreNotTold(t *testing.T) {
	q := request(small())
	m := merged(t, q, asWord(t, q).retype("成效明显", "成效{明显}，破5起"))
	require.Len(t, m.Unplaced, 1)
	require.Empty(t, m.Typed)
}

var plainNumber = regexp.MustCompile(`[0-9]+(?:\.[0-9]+)?`)

// proseNumbers counts the numbers of a document's prose.
func proseNumbers(d *doc.Document) map[string]int {
	count := map[string]int{}
	for _, p := range d.Passages() {
		for _, r := range p.Runs {
			if r.Origin == nil && !r.Literal && r.Place != nil {
				for _, n := range plainNumber.FindAllString(r.Text, -1) {
					count[n]++
				}
			}
		}
	}
	return count
}

// requireTold holds the numbers that a merge brings into the prose against
// those that it tells.
func requireTold(t *testing.T, m *pipeline.Merged, before, after *doc.Document) {
	t.Helper()
	told := map[string]int{}
	for _, n := range m.Typed {
		for _, digits := range plainNumber.FindAllString(n.Text, -1) {
			told[digits]++
		}
	}
	was := proseNumbers(before)
	for n, count := range proseNumbers(after) {
		require.LessOrEqual(t, count-was[n], told[n], "%s got into the prose untold; told are %v", n, told)
	}
}

// A number that is as much as an indicator's, in the sample with all its units.
func TestTypedNumbersOfTheSample(t *testing.T) {
	q := request(os.DirFS("../../data"))
	q.Dir = "2023-h1"
	m := merged(t, q, asWord(t, q).retype("缴获各类毒品19.057克", "缴获各类毒品19.057克（约0.019057公斤）"))
	require.Equal(t, "0.019057公斤=禁毒.缴获毒品", typedIn(m))
}
