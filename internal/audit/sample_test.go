package audit_test

import (
	"slices"
	"strings"
	"testing"

	"banwen/internal/audit"
	"banwen/internal/diag"
	"banwen/internal/finding"
	"banwen/internal/source"

	"github.com/stretchr/testify/require"
)

// Every figure in the shipped sample agrees; one of its problems has no plan.
func TestSample(t *testing.T) {
	findings, book := check(t, sample(t), "2023-h1")
	require.Equal(t, []string{sampleProblem}, told(failed(findings)))
	findings = slices.DeleteFunc(findings, func(f finding.Finding) bool { return f.Rule == audit.RuleUnanswered })
	require.Len(t, findings, 47)
	for _, f := range findings {
		require.Equal(t, finding.Pass, f.State, f.Reason)
		require.Equal(t, diag.Hint, f.Severity, f.Reason)
	}
	require.Equal(t, "148人 ÷ 223人 = 66.3677％，66.37％，相差0.0023个百分点，在允许的0.005个百分点以内", reason(t, findings, "劝返人员 / 涉诈高危人员 = 66.37%"))
	require.Equal(t, "去年同期：户籍地实有吸毒人员4924人，3464人 + 1460人 = 4924人，相等", lastYear(t, findings).Reason)

	c := audit.CoverageOf(book, nil, findings, nil)
	t.Logf("of %d figures %d derived, %d related, %d covered; not: %s", c.Indicators, c.Derived, c.Related, c.Covered, strings.Join(c.Uncovered, " "))
	require.Equal(t, c.Indicators, c.Covered+len(c.Uncovered))
	require.GreaterOrEqual(t, c.Covered, sampleCovered)
}

const sampleProblem = "areas/anti-fraud.yaml:44:9 unanswered 警告 存疑 问题“涉诈重点人员管控不力”没有计划来解决；在计划里写“对应问题”"

// The one wrong figure of the sample text: it prints 76 for 75.
func TestSampleRemainder(t *testing.T) {
	files := sample(t)
	const area = "2023-h1/areas/anti-fraud.yaml"
	const right = "{数: 75人, 口径: 原稿误作76人, 截至: 目前}"
	data := string(files[area].Data)
	require.Contains(t, data, right)
	files[area].Data = []byte(strings.Replace(data, right, "76人", 1))

	findings, _ := check(t, files, "2023-h1")
	require.Equal(t, []string{
		"areas/anti-fraud.yaml:21:5 check 错误 不符 “未劝返人员”76人，223人 − 148人 = 75人，应为75人",
		sampleProblem,
	}, told(failed(findings)))

	files[area].Data = []byte(strings.Replace(data, right, "{数: 76人, 公式: 涉诈高危人员 - 劝返人员}", 1))
	findings, _ = check(t, files, "2023-h1")
	require.Equal(t, []string{
		"areas/anti-fraud.yaml:18:14 formula 错误 不符 未劝返人员76人，223人 − 148人 = 75人，相差1人，应为75人",
		"areas/anti-fraud.yaml:21:5 check 错误 不符 “未劝返人员”76人，223人 − 148人 = 75人，应为75人",
		sampleProblem,
	}, told(failed(findings)))
}

// sampleCovered is how many of the sample's indicators are derived or stand in
// a relation; what the rest are is told in internal/pipeline/testdata/slips.txt.
const sampleCovered = 63

// reason is the reason of the finding of a relation.
func reason(t *testing.T, findings []finding.Finding, relation string) string {
	t.Helper()
	i := slices.IndexFunc(findings, func(f finding.Finding) bool { return f.Relation == relation })
	require.GreaterOrEqual(t, i, 0, relation)
	return findings[i].Reason
}

// lastYear is the first finding about last year's figures.
func lastYear(t *testing.T, findings []finding.Finding) finding.Finding {
	t.Helper()
	i := slices.IndexFunc(findings, func(f finding.Finding) bool { return f.Rule == audit.RuleLastYear })
	require.GreaterOrEqual(t, i, 0)
	return findings[i]
}

// failed are the findings that someone must act on.
func failed(findings []finding.Finding) []finding.Finding {
	var list []finding.Finding
	for _, f := range findings {
		if f.State == finding.Violation || f.State == finding.Doubtful {
			list = append(list, f)
		}
	}
	return list
}

func BenchmarkSample(b *testing.B) {
	report, _ := source.Load(sample(b), "2023-h1")
	book := newBook(b, report)
	for b.Loop() {
		audit.Check(report, book)
	}
}
