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

// example is an example of a rule as files: r is the report, 上期 and 前期 the
// folders of those that it names.
func example(t testing.TB, text string) fstest.MapFS {
	t.Helper()
	areas := map[string][]string{}
	of := ""
	for part := range strings.SplitSeq("---\n"+text, "---") {
		before, rest, _ := strings.Cut(part, "\n")
		if before != "" {
			of = strings.TrimSpace(before)
		}
		if rest != "" {
			areas[of] = append(areas[of], rest)
		}
	}
	files := folder(areas[""]...)
	for name, period := range map[string]string{"上期": "2022上半年", "前期": "2022下半年"} {
		if areas[name] == nil {
			continue
		}
		for path, file := range folder(areas[name]...) {
			file.Data = []byte(strings.Replace(string(file.Data), "2023上半年", period, 1))
			files[name+strings.TrimPrefix(path, "r")] = file
		}
		files["r/report.yaml"].Data = append(files["r/report.yaml"].Data, name+": ../"+name+"\n"...)
	}
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
