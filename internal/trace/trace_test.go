package trace_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"banwen/internal/diag"
	"banwen/internal/doc"
	"banwen/internal/figure"
	"banwen/internal/finding"
	"banwen/internal/source"
	"banwen/internal/trace"

	"github.com/stretchr/testify/require"
)

// indicator is one of area 甲: a number, a formula or both.
func indicator(t *testing.T, line int, name, number, formula string) figure.Indicator {
	t.Helper()
	i := figure.Indicator{Key: figure.Key{Area: "甲", Name: name}, Pos: diag.Pos{File: "a.yaml", Line: line, Col: 3}, ChangeDigits: 1}
	if number != "" {
		q, err := figure.ParseQuantity(number, "")
		require.NoError(t, err)
		i.Given = &figure.Entry{Quantity: q, Pos: i.Pos}
	}
	if formula != "" {
		i.Formula = &figure.Expression{Text: formula, Pos: i.Pos}
	}
	return i
}

// book makes a book of lines name|number|formula.
func book(t *testing.T, lines ...string) *figure.Book {
	t.Helper()
	var indicators []figure.Indicator
	for i, l := range lines {
		parts := strings.Split(l, "|")
		indicators = append(indicators, indicator(t, i+1, parts[0], parts[1], parts[2]))
	}
	b, diags := figure.NewBook(indicators, nil, figure.Options{})
	require.Empty(t, diags)
	return b
}

func of(b *figure.Book, findings []finding.Finding, d *doc.Document) []trace.Trace {
	return trace.Of(&source.Report{}, b, findings, d)
}

// tree expands a figure's formula and tells it a step a word: depth, name, value.
func tree(all []trace.Trace, name string) (steps []string) {
	found, _ := trace.Find(all, name)
	trace.Expand(all, found[0])
	for _, s := range found[0].Tree {
		word := fmt.Sprint(s.Depth) + s.Name + "=" + s.Value
		if s.Above {
			word += "↑"
		}
		steps = append(steps, word)
	}
	return steps
}

func TestTreeGoesDownToTypedNumbers(t *testing.T) {
	all := of(book(t, "一|3起|", "二|4起|", "和||一 + 二", "倍||和 + 一"), nil, nil)
	require.Equal(t, []string{"1甲.和=7起", "2甲.一=3起", "2甲.二=4起", "1甲.一=3起"}, tree(all, "倍"))
	require.Empty(t, tree(all, "一"))
	require.Equal(t, []trace.Use{{Link: trace.Link{Name: "甲.和", Value: "7起", Pos: all[2].Pos}}, {Link: trace.Link{Name: "甲.倍", Value: "10起", Pos: all[3].Pos}}}, all[0].Uses)
}

// Shared inputs are expanded once: a tree of doublings would have 2⁶⁰ leaves.
func TestSharedInputsAreReferredTo(t *testing.T) {
	lines := []string{"零|1起|"}
	for i, last := 1, "零"; i <= 40; i++ {
		name := fmt.Sprintf("数%d甲", i)
		lines = append(lines, fmt.Sprintf("左%d甲||%s", i, last), fmt.Sprintf("右%d甲||%s", i, last), fmt.Sprintf("%s||左%d甲 + 右%d甲", name, i, i))
		last = name
	}
	steps := tree(of(book(t, lines...), nil, nil), "数40甲")
	require.Less(t, len(steps), 4*len(lines))
	require.Contains(t, strings.Join(steps, " "), "↑")
}

// A typed number ends the tree though a formula checks it, which may name
// what is computed from it.
func TestFiguresThatCheckEachOther(t *testing.T) {
	all := of(book(t, "一|5起|二", "二|5起|一", "三||一 + 二"), nil, nil)
	require.Equal(t, []string{"1甲.二=5起"}, tree(all, "一"))
	require.Equal(t, []string{"1甲.一=5起", "1甲.二=5起"}, tree(all, "三"))
	require.True(t, all[0].Formula.Checks)
	require.Equal(t, "5起", all[0].Formula.Exact)
	require.True(t, all[0].Uses[0].Checks)
	require.False(t, all[0].Uses[1].Checks)
}

func TestChainAsLongAsTheData(t *testing.T) {
	const n = 10_000
	lines := []string{"数0号|1起|"}
	for i := 1; i <= n; i++ {
		lines = append(lines, fmt.Sprintf("数%d号||数%d号 + 1起", i, i-1))
	}
	all := of(book(t, lines...), nil, nil)
	steps := tree(all, fmt.Sprintf("数%d号", n))
	require.Len(t, steps, n)
	require.Equal(t, fmt.Sprintf("%d甲.数0号=1起", n), steps[n-1])
	data, err := json.Marshal(all[n])
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(data, new(trace.Trace)), "nested so deep that decoders give up")
}

func TestChecksOfAFigureAndOfItsFormula(t *testing.T) {
	findings := []finding.Finding{
		{Relation: "化解 / 排查 = 57.89%", Figures: []string{"甲.化解", "甲.排查"}},
		{Relation: "化解 <= 排查", Figures: []string{"甲.化解", "甲.排查"}},
	}
	all := of(book(t, "排查|4起|", "化解|3起|", "化解数||化解 - 排查", "化解率||化解/排查"), findings, nil)
	require.Len(t, all[0].Checks, 2)
	require.Empty(t, all[2].Checks)
	require.Len(t, all[3].Checks, 1)
	require.True(t, all[3].Checks[0].OfFormula)
}

func TestChangesAndWhatIsNotThere(t *testing.T) {
	one, two := indicator(t, 1, "一", "110起", ""), indicator(t, 2, "二", "3起", "")
	base, err := figure.ParseQuantity("100起", "")
	require.NoError(t, err)
	one.LastYear = &figure.Entry{Quantity: base, Pos: diag.Pos{File: "a.yaml", Line: 1, Col: 20}}
	change, err := figure.ParseChange("+9.1%")
	require.NoError(t, err)
	two.GivenChange = &change
	three := figure.Indicator{Key: figure.Key{Area: "甲", Name: "三"}, Pending: true}
	b, _ := figure.NewBook([]figure.Indicator{one, two, three}, nil, figure.Options{})
	all := of(b, nil, nil)
	require.Equal(t, &trace.Comparison{Value: "100起", Pos: one.LastYear.Pos, Change: "上升10.0％"}, all[0].LastYear)
	require.Equal(t, &trace.Comparison{Change: "上升9.1％", ByHand: true}, all[1].LastYear)
	require.True(t, all[2].Pending)
	require.Equal(t, "待补", all[2].Value)
}

func TestPlacesOfTheDocument(t *testing.T) {
	b := book(t, "化解|3起|", "排查|4起|", "统计期|1期|")
	at := func(line int) doc.Place { return doc.Place{File: "a.yaml", Line: line, Col: 3} }
	braces := &doc.Place{File: "a.yaml", Line: 9, Col: 9}
	rate := &doc.Origin{Name: "甲.化解 / 甲.排查", Place: at(1), Inputs: []string{"甲.化解 = 3起", "甲.排查 = 4起"}}
	d := &doc.Document{Blocks: []doc.Block{
		&doc.Heading{ID: "h", Level: 1, Number: "一、", Runs: []doc.Run{{Text: "工作"}}},
		&doc.Paragraph{ID: "p", Runs: []doc.Run{
			{Text: "先说。化解"}, {Text: "3起", Place: braces, Origin: &doc.Origin{Name: "甲.化解", Place: at(1)}},
			{Text: "，占"}, {Text: "75％", Place: braces, Origin: rate},
			{Text: "。"}, {Text: "上半年", Origin: &doc.Origin{Name: "甲.统计期", Place: at(99)}},
		}},
		&doc.Chart{ID: "c", Number: 1, Title: "化解", Place: braces, Categories: []string{"已化解"}, Series: []doc.Series{
			{Points: []doc.Point{{Label: "3", Origin: &doc.Origin{Name: "甲.化解", Place: at(1)}}}},
			{Points: []doc.Point{{Label: "2", Origin: &doc.Origin{Name: "甲.化解（去年同期）", Place: at(1)}}}},
		}},
	}}
	all := of(b, nil, d)
	var got []string
	for _, p := range all[0].Printed {
		words := []rune(p.Sentence)[p.At:]
		require.True(t, strings.HasPrefix(string(words), p.Text))
		require.Equal(t, diag.Pos{File: "a.yaml", Line: 9, Col: 9}, p.Pos)
		got = append(got, fmt.Sprint(p.Section, "｜", p.Caption, "｜", p.Manner, "｜", p.Sentence, "｜", p.Text))
	}
	require.Equal(t, []string{
		"一、工作｜｜印出｜化解3起，占75％。｜3起", "一、工作｜｜用于｜化解3起，占75％。｜75％",
		"一、工作｜图1　化解｜印出｜已化解 3｜3", "一、工作｜图1　化解｜用于｜已化解 2｜2",
	}, got)
	require.Len(t, all[1].Printed, 1)
	require.Empty(t, all[2].Printed)
}

func TestFind(t *testing.T) {
	all := of(book(t, "一|437起|", "二|57.89%|", "１０１专案|3起|"), nil, nil)
	for query, want := range map[string]string{
		"一": "甲.一", "甲.一": "甲.一", "甲．一": "甲.一", "437起": "甲.一", "４３７ 起": "甲.一",
		"57.89％": "甲.二", "57.89%": "甲.二", "101专案": "甲.１０１专案",
	} {
		found, byValue := trace.Find(all, query)
		require.Len(t, found, 1, query)
		require.Equal(t, want, found[0].Name, query)
		require.Equal(t, strings.ContainsAny(query, "起%％"), byValue, query)
	}
	found, _ := trace.Find(all, " ")
	require.Empty(t, found)
	require.Equal(t, []string{"１０１专案"}, trace.Suggest(all, "专案"))
	require.Empty(t, trace.Suggest(all, "别的什么"))
}
