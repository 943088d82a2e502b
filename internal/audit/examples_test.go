package audit_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"banwen/internal/audit"
	"banwen/internal/finding"

	"github.com/stretchr/testify/require"
)

// example is an example of a rule as files: r is the report, b the one that
// 上期 names.
func example(t testing.TB, text string) fstest.MapFS {
	t.Helper()
	var now, before []string
	into := &now
	for part := range strings.SplitSeq("---\n"+text, "---") {
		if rest, ok := strings.CutPrefix(part, " 上期\n"); ok {
			into, part = &before, rest
		}
		if part = strings.TrimPrefix(part, "\n"); part != "" {
			*into = append(*into, part)
		}
	}
	files := folder(now...)
	if before == nil {
		return files
	}
	for name, file := range folder(before...) {
		files["b"+strings.TrimPrefix(name, "r")] = file
	}
	last := string(files["b/report.yaml"].Data)
	files["b/report.yaml"] = &fstest.MapFile{Data: []byte(strings.Replace(last, "2023", "2022", 1))}
	files["r/report.yaml"].Data = append(files["r/report.yaml"].Data, "上期: ../b\n"...)
	return files
}

// stands tells whether a finding of a rule stands.
func stands(findings []finding.Finding, rule string) bool {
	return slices.ContainsFunc(findings, func(f finding.Finding) bool { return f.Rule == rule && f.Stands() })
}

// Every rule reports its bad examples, with the severity that it says it has;
// its good ones are good in every way.
func TestExamples(t *testing.T) {
	known := map[string]bool{}
	for _, rule := range audit.Rules() {
		require.False(t, known[rule.ID], rule.ID)
		known[rule.ID] = true
		require.NotEmpty(t, rule.Title, rule.ID)
		require.NotEmpty(t, rule.Clause, rule.ID)
		require.NotEmpty(t, rule.Bad, rule.ID)
		require.NotEmpty(t, rule.Good, rule.ID)
	}
	met := map[string]bool{}
	for _, rule := range audit.Rules() {
		for _, bad := range rule.Bad {
			findings, _ := check(t, example(t, bad), "r")
			require.True(t, stands(findings, rule.ID), "%s:\n%s", rule.ID, bad)
			for _, f := range findings {
				met[f.Rule] = true
				require.True(t, known[f.Rule], f.Rule)
				if f.Rule == rule.ID && f.Stands() {
					require.Equal(t, rule.Severity, f.Severity, f.Reason)
				}
			}
		}
		for _, good := range rule.Good {
			findings, _ := check(t, example(t, good), "r")
			for _, f := range findings {
				require.False(t, f.Stands(), "%s:\n%s%s", rule.ID, good, f.Reason)
			}
		}
	}
	require.Equal(t, known, met)
}
