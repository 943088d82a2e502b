//go:build conformance

package conformance

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const redheadSample = "../data/2023-h1-report"

// edit is new words in the place of others in a file of a report.
type edit struct{ file, old, new string }

// Of a redline, pandoc with every change accepted reads what it reads in the
// file of the later version, and with every change rejected what it reads in
// that of the earlier one. Paragraphs that are split or joined are left to the
// tests of package review: pandoc does not read the changed end of a heading.
func TestPandocAcceptsAndRejectsEveryChangeOfARedline(t *testing.T) {
	for name, c := range map[string]struct {
		folder string
		edits  []edit
	}{
		"plain": {sample, []edit{
			{"report.yaml", "标题: 县公安局{{期间}}工作总结及{{下期}}工作计划", "标题: 县公安局{{期间}}重点工作总结及{{下期}}主要工作计划"},
			{"areas/anti-drug.yaml", "破获毒品案件: 22起", "破获毒品案件: 25起"},
			{"areas/anti-drug.yaml", "县委书记、县长亲自部署和协调禁毒工作重要事项，", ""},
			{"areas/anti-drug.yaml", "{{同比 现有吸毒人员}}。\n", "{{同比 现有吸毒人员}}。\n  禁毒工作是新增的一段。\n"},
		}},
		"red head": {redheadSample, []edit{
			{"report.yaml", "标题: xx县公安局关于{{期间}}工作情况的报告", "份号: \"000001\"\n标题: xx县公安局关于{{期间}}重点工作推进情况及下半年打算的报告"},
			{"report.yaml", "12号", "13号"},
			{"report.yaml", "签发人: xxx", "签发人: 张三、李四"},
			{"report.yaml", "主送: 县委、县政府", "主送: 县委、县政府，市公安局"},
			{"report.yaml", "成文日期: 2023-06-30", "成文日期: 2023-07-03"},
			{"report.yaml", "附注: 联系人：xxx，联系电话：xxxxxxx\n", ""},
			{"report.yaml", "抄送: 市公安局", "抄送: 市公安局，县委政法委"},
			{"report.yaml", "印发日期: 2023-06-30", "印发日期: 2023-07-04"},
			{"report.yaml", "  - 标题: \"{{期间}}涉毒人员情况表\"\n    正文: |\n      {{表格 \"禁毒.涉毒人员\"}}\n", ""},
		}},
	} {
		t.Run(name, func(t *testing.T) {
			edited := withEdits(t, c.folder, c.edits)
			requireEitherVersion(t, c.folder, edited)
			requireEitherVersion(t, edited, c.folder)
		})
	}
}

// requireEitherVersion requires that the redline of two versions is a valid
// file that gives the text of both.
func requireEitherVersion(t *testing.T, earlier, later string) {
	t.Helper()
	redline := filepath.Join(t.TempDir(), "redline.docx")
	run(t, "../bin/banwen", "redline", earlier, later, "-o", redline)
	requireValid(t, redline)
	accepted, rejected := pandocText(t, redline, "accept"), pandocText(t, redline, "reject")
	requireSameLines(t, pandocText(t, build(t, later)["docx"], "all"), accepted)
	requireSameLines(t, pandocText(t, build(t, earlier)["docx"], "all"), rejected)
	require.NotEqual(t, accepted, rejected)
	t.Logf("%d lines accepted, %d rejected", len(accepted), len(rejected))
}

// requireSameLines tells of the first line that differs alone.
func requireSameLines(t *testing.T, want, got []string) {
	t.Helper()
	for i := range min(len(want), len(got)) {
		require.Equal(t, want[i], got[i])
	}
	require.Len(t, got, len(want))
}

// withEdits is a copy of a report's folder, beside the reports it takes from,
// with edits.
func withEdits(t *testing.T, folder string, edits []edit) string {
	t.Helper()
	data := t.TempDir()
	require.NoError(t, os.CopyFS(data, os.DirFS("../data")))
	copied := filepath.Join(data, filepath.Base(folder))
	for _, e := range edits {
		file := filepath.Join(copied, e.file)
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		require.Contains(t, string(text), e.old)
		require.NoError(t, os.WriteFile(file, []byte(strings.Replace(string(text), e.old, e.new, 1)), 0o644))
	}
	return copied
}

// besideCharts are the lines under charts, which stand where a page has room
// for them.
var besideCharts = regexp.MustCompile(`^(图\d|数据来源)`)

// pandocText is what pandoc reads in a DOCX with its changes accepted or
// rejected, line by line without blanks.
func pandocText(t *testing.T, file, changes string) []string {
	t.Helper()
	var lines []string
	for line := range strings.Lines(run(t, "pandoc", "--track-changes="+changes, "--to=plain", "--standalone", "--wrap=none", file)) {
		if line = squeeze(strings.Trim(line, "+|-=\n ")); line != "" && !besideCharts.MatchString(line) {
			lines = append(lines, line)
		}
	}
	return lines
}
