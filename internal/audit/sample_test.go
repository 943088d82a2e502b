package audit_test

import (
	"slices"
	"strings"
	"testing"

	"banwen/internal/audit"
	"banwen/internal/diag"
	"banwen/internal/figure"
	"banwen/internal/finding"
	"banwen/internal/source"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"
)

// Every figure in the shipped sample agrees; one of its problems has no plan.
func TestSample(t *testing.T) {
	findings, book := check(t, sample(t), "2023-h1")
	require.Equal(t, []string{sampleProblem}, told(failed(findings)))
	findings = slices.DeleteFunc(findings, func(f finding.Finding) bool { return f.Rule == audit.RuleUnanswered })
	require.Len(t, findings, 18)
	for _, f := range findings {
		require.Equal(t, finding.Pass, f.State, f.Reason)
		require.Equal(t, diag.Hint, f.Severity, f.Reason)
	}
	require.Equal(t, "148人 ÷ 223人 = 66.3677％，66.37％，相差0.0023个百分点，在允许的0.005个百分点以内", findings[3].Reason)
	require.Equal(t, "去年同期：户籍地实有吸毒人员4924人，3464人 + 1460人 = 4924人，相等", findings[1].Reason)

	c := audit.CoverageOf(book, nil, findings, nil)
	t.Logf("of %d figures %d derived, %d related, %d covered; not: %s", c.Indicators, c.Derived, c.Related, c.Covered, strings.Join(c.Uncovered, " "))
	require.Equal(t, c.Indicators, c.Covered+len(c.Uncovered))
	require.GreaterOrEqual(t, c.Covered, sampleCovered)
}

const sampleProblem = "areas/anti-fraud.yaml:40:9 unanswered 警告 存疑 问题“涉诈重点人员管控不力”没有计划来解决；在计划里写“对应问题”"

// The one wrong figure of the sample text: it prints 76 for 75.
func TestSampleRemainder(t *testing.T) {
	files := sample(t)
	const area = "2023-h1/areas/anti-fraud.yaml"
	const computed = "{公式: 涉诈高危人员 - 劝返人员, 口径: 原稿误作76人}"
	data := string(files[area].Data)
	require.Contains(t, data, computed)
	files[area].Data = []byte(strings.Replace(data, computed, "76人", 1))

	findings, _ := check(t, files, "2023-h1")
	require.Equal(t, []string{
		"areas/anti-fraud.yaml:21:5 check 错误 不符 “未劝返人员”76人，223人 − 148人 = 75人，应为75人",
		sampleProblem,
	}, told(failed(findings)))

	files[area].Data = []byte(strings.Replace(data, computed, "{数: 76人, 公式: 涉诈高危人员 - 劝返人员}", 1))
	findings, _ = check(t, files, "2023-h1")
	require.Equal(t, []string{
		"areas/anti-fraud.yaml:18:14 formula 错误 不符 未劝返人员76人，223人 − 148人 = 75人，相差1人，应为75人",
		"areas/anti-fraud.yaml:21:5 check 错误 不符 “未劝返人员”76人，223人 − 148人 = 75人，应为75人",
		sampleProblem,
	}, told(failed(findings)))
}

// What the rules cover of the sample, and catch when each typed number is
// raised by one unit of its last digit, one at a time. The rest stand alone:
// nothing in the sample says what they should be, or a ≤ leaves them room.
const (
	sampleCovered = 28
	sampleCaught  = 14
)

func TestSampleSlips(t *testing.T) {
	report, diags := source.Load(sample(t), "2023-h1")
	require.Empty(t, diags)
	typed, caught := 0, 0
	var missed []string
	for _, area := range report.Areas {
		for i := range area.Indicators {
			in := &area.Indicators[i]
			for _, e := range []**figure.Entry{&in.Given, &in.LastYear} {
				if *e == nil {
					continue
				}
				typed++
				was := *e
				slip := *was
				slip.Number = slip.Number.Add(decimal.New(1, -slip.Decimals))
				*e = &slip
				findings, _ := audit.Check(report, newBook(t, report))
				*e = was
				if len(failed(findings)) > 1 {
					caught++
					continue
				}
				missed = append(missed, in.Key.String())
			}
		}
	}
	t.Logf("caught %d of %d slips; not: %s", caught, typed, strings.Join(missed, " "))
	require.GreaterOrEqual(t, caught, sampleCaught)
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
