package compose_test

import (
	"strings"
	"testing"

	"banwen/internal/doc"
	"banwen/internal/style"

	"github.com/stretchr/testify/require"
)

// marked writes runs with their bold in brackets.
func marked(runs []doc.Run) string {
	var b strings.Builder
	for _, r := range runs {
		if r.Bold {
			b.WriteString("[" + r.Text + "]")
		} else {
			b.WriteString(r.Text)
		}
	}
	return b.String()
}

func TestOrdinalsAreBoldWhereTheProfileSaysSo(t *testing.T) {
	area := `正文: |
  一是抓防范。立案{{立案}}。二是打团伙；十一是治源头。
  做了两件事：一是“查”，这是其一是其二。“好。”三是管。
  **四是已经加粗。**五是没有。
  # 小标题
  一是接排。
指标: {立案: 437起}
`
	bodies := func(bold bool) []string {
		d, diags := given{area: area, adapt: func(p *style.Profile) { p.BoldOrdinals = bold }}.compose(t)
		require.Empty(t, messages(diags))
		var texts []string
		for _, p := range d.Passages() {
			if p.Kind == doc.BodyPassage && strings.HasPrefix(p.Node, "area/a") {
				texts = append(texts, marked(p.Runs))
			}
		}
		return texts
	}
	require.Equal(t, []string{
		"[一是]抓防范。立案437起。[二是]打团伙；[十一是]治源头。",
		"做了两件事：[一是]“查”，这是其一是其二。“好。”[三是]管。",
		"[四是已经加粗。][五是]没有。",
		"[一是]接排。",
	}, bodies(true))
	require.Equal(t, "一是抓防范。立案437起。二是打团伙；十一是治源头。", bodies(false)[0])
}

func TestBoldOrdinalsKeepTheirPlaces(t *testing.T) {
	d, diags := given{area: "正文: 开头。二是打击。\n", adapt: func(p *style.Profile) { p.BoldOrdinals = true }}.compose(t)
	require.Empty(t, messages(diags))
	for _, p := range d.Passages() {
		for _, r := range p.Runs {
			if r.Bold {
				require.Equal(t, "二是", r.Text)
				require.Equal(t, doc.Place{File: "areas/a.yaml", Line: 5, Col: 8}, *r.Place)
				return
			}
		}
	}
	t.Fatal("nothing is bold")
}
