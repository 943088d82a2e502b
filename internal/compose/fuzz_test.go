package compose_test

import (
	"encoding/json"
	"strings"
	"testing"
	"testing/fstest"

	"banwen/internal/compose"
	"banwen/internal/diag"
	"banwen/internal/doc"
	"banwen/internal/figure"
	"banwen/internal/source"
	"banwen/internal/style"

	"github.com/stretchr/testify/require"
)

// Whatever stands in prose and template: no panic; either a document without
// anything blank in it and no longer than it may be, or mistakes.
func FuzzCompose(f *testing.F) {
	for _, seed := range []string{
		"甲{{立案}}**乙**\n# 小标题\n丙", "| 甲 |\n|--|\n| {{数 立案}} |", "{{每个 问题}}{{标题}}{{结束}}", "{{图表 \"图\"}}\n{{表格 图}}",
		"{{如果 立案 > 3}}{{同比 立案}}{{否则}}{{汉字 破案}}{{结束}}", "# \n#\n####\n|\n||\n| |\n", "{{率 立案 破案 1}}{{完成率 立案}}",
	} {
		f.Add(seed, "# {{标题}}\n{{每个 工作}}\n## {{标题}}\n{{正文}}\n{{结束}}\n"+seed)
	}
	profile, _ := style.Load(style.Shipped(), "plain")
	f.Fuzz(func(t *testing.T, body, layout string) {
		at := func(file, value string) source.Text {
			return source.NewText(value, diag.Pos{File: file, Line: 1, Col: 1})
		}
		r := &source.Report{
			Organ: at("r1", "某局"), Title: at("r2", "总结"), Period: source.Period{Year: 2023, Part: "上半年"}, Template: at("r3", "t"),
			Areas: []source.Area{{
				ID: "a", File: "a", Name: at("a1", "甲"), Title: at("a2", "标题"), Body: at("a3", body),
				Indicators: []figure.Indicator{indicator(t, "立案", "5起"), indicator(t, "破案", "2起")},
				Charts:     []source.Chart{{Name: at("a4", "图"), Kind: at("a5", "柱状图"), Indicators: []source.Text{at("a6", "立案")}, Compare: at("a7", "去年同期")}},
				Problems:   []source.Item{{Title: at("a8", "不足"), Body: at("a9", body)}},
			}},
		}
		book, diags := figure.NewBook(r.Areas[0].Indicators, nil, r.Options)
		require.False(t, diags.HasErrors())
		d, diags := compose.Compose(r, book, fstest.MapFS{"document.txt": file(layout)}, profile, compose.Final)
		require.Equal(t, diags.HasErrors(), d == nil)
		if d != nil {
			requireNothingBlank(t, d)
			requireBounded(t, d)
		}
	})
}

// requireBounded requires a document of no more text than a report may have.
func requireBounded(t *testing.T, d *doc.Document) {
	data, err := json.Marshal(d)
	require.NoError(t, err)
	require.Less(t, len(data), 64<<20)
}

func indicator(t *testing.T, name, value string) figure.Indicator {
	i := figure.Indicator{Key: figure.Key{Area: "甲", Name: name}, Pos: diag.Pos{File: "a", Line: 1, Col: 1}, ChangeDigits: 1}
	i.Given, i.LastYear = entry(t, value), entry(t, "3起")
	return i
}

func entry(t *testing.T, value string) *figure.Entry {
	q, err := figure.ParseQuantity(value, "")
	require.NoError(t, err)
	return &figure.Entry{Quantity: q}
}

func requireNothingBlank(t *testing.T, d *doc.Document) {
	require.NotEmpty(t, d.Title.Text)
	require.Equal(t, d.Title.Text, strings.Join(d.Title.Lines, ""))
	ids := map[string]bool{}
	for _, b := range d.Blocks {
		require.False(t, ids[b.NodeID()], b.NodeID())
		ids[b.NodeID()] = true
		switch b := b.(type) {
		case *doc.Heading:
			require.NotEmpty(t, doc.Text(b.Runs))
		case *doc.Paragraph:
			require.NotEmpty(t, b.Text())
		case *doc.Table:
			for _, row := range b.Rows {
				require.Len(t, row, len(b.Columns))
			}
		}
	}
	for _, r := range runs(d) {
		require.NotEmpty(t, r.Text)
	}
}
