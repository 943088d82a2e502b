package doc_test

import (
	"testing"

	"banwen/internal/doc"
	"banwen/internal/doc/doctest"

	"github.com/stretchr/testify/require"
)

func TestPassagesSayWhereTheyStand(t *testing.T) {
	words := func(s string) []doc.Run { return []doc.Run{{Text: s}} }
	d := &doc.Document{Title: doc.Title{Text: "总结", Runs: words("总结")}, Blocks: []doc.Block{
		&doc.Paragraph{ID: "lead", Runs: words("导语")},
		&doc.Heading{ID: "h1", Level: 1, Number: "一、", Runs: words("工作")},
		&doc.Heading{ID: "h2", Level: 2, Number: "（一）", Runs: words("禁毒。"), Body: words("破案。")},
		&doc.Chart{ID: "c", Title: "图", Note: "来源"},
		&doc.Heading{ID: "h3", Level: 1, Number: "二、", Runs: words("问题")},
		doctest.Table(),
	}, Attachments: []doc.Attachment{{Label: doc.Plain("附件1"), Title: doc.Title{Runs: words("名单")}, Blocks: doc.Blocks{
		&doc.Paragraph{ID: "a1", Runs: words("甲")}, &doc.Heading{ID: "a2", Level: 1, Number: "一、", Runs: words("乙")},
	}}}}
	var got []string
	for _, p := range d.Passages() {
		got = append(got, string(p.Kind)+"｜"+p.Node+"｜"+p.Section+"｜"+p.Text())
	}
	require.Equal(t, []string{
		"title｜｜标题｜总结", "body｜lead｜开头｜导语",
		"heading｜h1｜一、工作｜工作", "heading｜h2｜一、工作＞（一）禁毒｜禁毒。", "body｜h2｜一、工作＞（一）禁毒｜破案。",
		"caption｜c｜一、工作＞（一）禁毒｜图", "note｜c｜一、工作＞（一）禁毒｜来源",
		"heading｜h3｜二、问题｜问题", "caption｜table1｜二、问题｜刑事与治安案件情况",
		"cell｜table1｜二、问题｜类别", "cell｜table1｜二、问题｜今年", "cell｜table1｜二、问题｜去年同期",
		"cell｜table1｜二、问题｜刑事立案", "cell｜table1｜二、问题｜437", "cell｜table1｜二、问题｜481",
		"cell｜table1｜二、问题｜刑事破案", "cell｜table1｜二、问题｜303", "cell｜table1｜二、问题｜293",
		"title｜｜附件1｜名单", "body｜a1｜附件1｜甲", "heading｜a2｜附件1＞一、乙｜乙",
	}, got)
}

func TestSentences(t *testing.T) {
	text := "一是抓“防。”二是抓管；三是抓治"
	around := func(offset int) string {
		start, end := (&doc.Sentences{Text: text}).Around(offset)
		return text[start:end]
	}
	for offset, want := range map[int]string{
		0: "一是抓“防。”", len("一是抓“防。"): "一是抓“防。”", len("一是抓“防。”二"): "二是抓管；", len(text): "三是抓治", -1: "一是抓“防。”", 999: "三是抓治",
	} {
		require.Equal(t, want, around(offset), offset)
	}
	s := doc.Sentences{Text: text}
	for offset := range text {
		start, end := s.Around(offset)
		require.Equal(t, around(offset), text[start:end], offset)
	}
}
