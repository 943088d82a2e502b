package audit_test

import (
	"encoding/json"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"
)

const unequal = `工作: 甲
指标: {总: 10人, 一: 9人}
校核:
  - {关系: 总 = 一, 名称: 分项%s}
`

// fingerprint is that of the one finding of an area.
func fingerprint(t *testing.T, area string) string {
	t.Helper()
	findings, _ := check(t, folder(area), "r")
	require.Len(t, findings, 1)
	return findings[0].Fingerprint
}

func waived(fingerprint string) string {
	w := "理由: 一人未计, 确认人: 张三, 日期: 2023-06-30}"
	if fingerprint == "" {
		return "{" + w
	}
	return "{指纹: " + fingerprint + ", " + w
}

func TestWaiverAcceptsAndSaysWho(t *testing.T) {
	bare := strings.Replace(unequal, "%s", "", 1)
	print := fingerprint(t, bare)
	for _, area := range []string{
		strings.Replace(unequal, "%s", ", 豁免: "+waived(print), 1),
		bare + "豁免:\n  - " + waived(print) + "\n",
	} {
		findings, _ := check(t, folder(area), "r")
		require.Len(t, findings, 1)
		text, err := json.Marshal(findings[0])
		require.NoError(t, err)
		require.JSONEq(t, `{"id":"check","severity":"提示","state":"不符","pos":{"file":"areas/a.yaml","line":4,"col":10},"name":"分项",
			"relation":"总 = 一","left":"10人","right":"9人","difference":"1人","reason":"总10人，一9人，相差1人",
			"accepted":{"reason":"一人未计","who":"张三","date":"2023-06-30"},"figures":["甲.总","甲.一"],"fingerprint":"`+print+`"}`, string(text))
	}
}

// A waiver is for the values that someone has seen.
func TestWaiverGoesStale(t *testing.T) {
	print := fingerprint(t, strings.Replace(unequal, "%s", "", 1))
	inline := strings.Replace(unequal, "%s", ", 豁免: "+waived(print), 1)
	listed := strings.Replace(unequal, "%s", "", 1) + "豁免:\n  - " + waived(print) + "\n"
	for _, c := range []struct {
		name, area string
		want       []string
	}{
		{"values changed", strings.Replace(inline, "一: 9人", "一: 8人", 1), []string{
			"areas/a.yaml:4:10 check 错误 不符 总10人，一8人，相差2人",
			"areas/a.yaml:4:34 stale-waive 警告 存疑 数值变了，豁免不再有效；仍然认可就把指纹改成" + fingerprint(t, strings.Replace(strings.Replace(unequal, "%s", "", 1), "一: 9人", "一: 8人", 1)),
		}},
		{"mended", strings.Replace(inline, "一: 9人", "一: 10人", 1), []string{
			"areas/a.yaml:4:10 check 提示 通过 总10人，一10人，相等",
			"areas/a.yaml:4:34 stale-waive 警告 存疑 校核已经通过，“豁免”可以删去",
		}},
		{"no fingerprint yet", strings.Replace(unequal, "%s", ", 豁免: "+waived(""), 1), []string{
			"areas/a.yaml:4:10 check 错误 不符 总10人，一9人，相差1人",
			"areas/a.yaml:4:34 stale-waive 警告 存疑 豁免没有写指纹，还没有生效；认可这些数就加上“指纹: " + print + "”",
		}},
		{"listed, values changed", strings.Replace(listed, "一: 9人", "一: 8人", 1), []string{
			"areas/a.yaml:4:10 check 错误 不符 总10人，一8人，相差2人",
			"areas/a.yaml:6:10 stale-waive 警告 存疑 豁免" + print + "已经没有对应的检查结果：数值变了就重新确认，改好了就删去",
		}},
	} {
		findings, _ := check(t, folder(c.area), "r")
		require.Equal(t, c.want, told(findings), c.name)
	}
}

func TestProblemsAndPlans(t *testing.T) {
	for name, c := range map[string]struct {
		area string
		want []string
	}{
		"a problem without a plan": {"工作: 甲\n问题:\n  - 标题: 人手少\n  - 标题: 路况差\n计划:\n  - {标题: 修路, 对应问题: [路况差]}\n", []string{
			"areas/a.yaml:3:9 unanswered 警告 存疑 问题“人手少”没有计划来解决；在计划里写“对应问题”",
		}},
		"no plans at all": {"工作: 甲\n问题:\n  - 标题: 人手少\n", nil},
	} {
		findings, _ := check(t, folder(c.area), "r")
		require.Equal(t, c.want, told(findings), name)
	}
}

func TestPlansOfTheReportBefore(t *testing.T) {
	files := folder("工作: 甲\n落实: [修路]\n")
	files["r/report.yaml"].Data = append(files["r/report.yaml"].Data, "前期: ../before\n"...)
	files["before/report.yaml"] = &fstest.MapFile{Data: []byte("单位: 某局\n标题: 总结\n期间: 2022下半年\n工作: [a]\n")}
	files["before/areas/a.yaml"] = &fstest.MapFile{Data: []byte("工作: 甲\n计划:\n  - 标题: 修路\n  - 标题: 建桥\n")}
	findings, _ := check(t, files, "r")
	require.Equal(t, []string{
		"../before/areas/a.yaml:4:9 unreported 警告 存疑 前期计划“建桥”本期没有交代；写进正文，并在那项工作的“落实”里写上它",
	}, told(findings))
}
