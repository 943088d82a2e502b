package audit_test

import (
	"testing"
	"testing/fstest"

	"banwen/internal/audit"
	"banwen/internal/finding"
	"banwen/internal/style"

	"github.com/stretchr/testify/require"
)

// deviations are what is found in a profile of a unit's own.
func deviations(t *testing.T, profile string) []finding.Finding {
	t.Helper()
	p, diags := style.Load(fstest.MapFS{"own.yaml": {Data: []byte(profile)}}, "own")
	require.Empty(t, diags, profile)
	return audit.Profile(p)
}

func TestProfileRuleExamples(t *testing.T) {
	rule := audit.ProfileRule()
	for _, example := range rule.Bad {
		found := deviations(t, example)
		require.Len(t, found, 1, example)
		require.Equal(t, rule.ID, found[0].Rule)
		require.True(t, found[0].Stands())
		require.False(t, found[0].IsError(), "a unit's habit keeps nothing from being written")
	}
	for _, example := range rule.Good {
		require.Empty(t, deviations(t, example), example)
	}
}

func TestProfileDeviationsNameClauseAndPlace(t *testing.T) {
	found := deviations(t, `名称: own
说明: 本单位
继承: redhead
正文:
  字号: [小3号, 实务, 实务]
  行距: [28pt, 实务, 实务]
二级标题:
  接排: [否, 实务, 实务]
落款:
  字号: [小3号, 实务, 实务]
图表题:
  对齐: [左, 实务, 实务]
  字号: [5号, 实务, 实务]
`)
	var lines []string
	prints := map[string]bool{}
	for _, f := range found {
		lines = append(lines, f.Pos.String()+" "+f.Severity.String()+" "+f.State.String()+" "+f.Reason)
		prints[f.Fingerprint] = true
	}
	require.Equal(t, []string{
		"profiles/own.yaml:5:8 提示 存疑 正文.字号是小3号，GB/T 9704-2012 5.2.2 一般用3号",
		"profiles/own.yaml:6:8 警告 不符 正文.行距是28pt，GB/T 9704-2012 3.2 规定用28.95pt",
		"profiles/own.yaml:10:8 提示 存疑 落款.字号是小3号，GB/T 9704-2012 7.3.5 一般用3号",
		"profiles/own.yaml:12:8 提示 存疑 图表题.对齐是左，CY/T 171-2019 推荐用居中",
	}, lines)
	require.Len(t, prints, len(found), "each can be waived alone")
}

func TestShippedProfilesDoNotDeviate(t *testing.T) {
	for _, name := range style.Names(style.Shipped()) {
		p, diags := style.Load(style.Shipped(), name)
		require.Empty(t, diags)
		require.Empty(t, audit.Profile(p), name)
	}
}
