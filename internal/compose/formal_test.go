package compose_test

import (
	"testing"

	"banwen/internal/compose"
	"banwen/internal/doc"
	"banwen/internal/doc/doctest"
	"banwen/internal/style"

	"github.com/stretchr/testify/require"
)

const formalReport = `单位: xx县公安局
标题: 关于上半年工作情况的报告
期间: 2023上半年
版式: redhead
成文日期: 2023-06-30
发文字号: x公报〔2023〕12号
签发人: 张三、李四
份号: 000001
密级: 机密★1年
紧急程度: 特急
主送: 县委、县政府
附件:
  - 标题: 情况表
    正文: |
      # 甲类
      共立{{甲.立案}}。
  - {标题: "{{期间}}名单", 正文: 见文。}
附注: （此件公开发布）
抄送: 市公安局。
印发机关: xx县公安局办公室
印发日期: 2023-07-01
用印: 是
工作: [a]
`

// withHead makes the profile of a test one with a red head.
func withHead(p *style.Profile) { p.Head.Has = true }

func TestFormalDocument(t *testing.T) {
	d, diags := given{report: formalReport, area: "指标: {立案: 5起}\n正文: 无。\n", adapt: withHead}.compose(t)
	require.Empty(t, messages(diags))
	require.Equal(t, &doc.Head{
		Mark: doc.Plain("xx县公安局文件"), Number: doc.Plain("x公报〔2023〕12号"), Signers: doctest.Names("张三", "李四"),
		Copy: doc.Plain("000001"), Secrecy: doc.Plain("机密★1年"), Urgency: doc.Plain("特急"),
	}, d.Head)
	require.Equal(t, "县委、县政府：", doc.Text(d.Addressee))
	require.Equal(t, "（此件公开发布）", doc.Text(d.Remark))
	require.Equal(t, &doc.Signature{Organ: doc.Plain("xx县公安局"), Date: doc.Plain("2023年6月30日"), Sealed: true}, d.Signature)
	require.Equal(t, &doc.Imprint{CopyTo: doc.Plain("市公安局"), Issuer: doc.Plain("xx县公安局办公室"), Date: doc.Plain("2023年7月1日")}, d.Imprint)
	require.Len(t, d.Attachments, 2)
	first := d.Attachments[0]
	require.Equal(t, "附件1", doc.Text(first.Label))
	require.Equal(t, "情况表", first.Title.Text)
	require.Equal(t, "一、甲类", first.Blocks[0].(*doc.Heading).Text())
	require.Equal(t, "共立5起。", first.Blocks[1].(*doc.Paragraph).Text())
	require.Equal(t, "甲.立案", first.Blocks[1].(*doc.Paragraph).Runs[1].Origin.Name)
	require.Equal(t, "2023年上半年名单", d.Attachments[1].Title.Text)
	for _, b := range d.Blocks {
		require.NotContains(t, b.NodeID(), "attachment")
	}
}

func TestFormalMistakes(t *testing.T) {
	const plain = "单位: 某局\n标题: 关于工作的报告\n期间: 2023上半年\n工作: [a]\n"
	for name, c := range map[string]struct {
		report string
		stage  compose.Stage
		adapt  func(*style.Profile)
		want   []string
	}{
		"a head in plain": {plain + "发文字号: x公报〔2023〕12号\n", compose.Draft, nil, []string{
			"report.yaml:5:7: 错误：版式“plain”没有版头，“发文字号”不会印出来（改用“版式: redhead”，或删去它）",
		}},
		"draft without number and signer": {plain, compose.Draft, withHead, []string{
			"report.yaml: 警告：没有发文字号（定稿前补上）",
			"report.yaml:2:5: 错误：“报告”是上行文，没有签发人（加一行“签发人: 张三”）",
		}},
		"final without number": {plain + "签发人: 张三\n", compose.Final, withHead, []string{
			"report.yaml: 错误：没有发文字号，不能定稿（加一行“发文字号: x公报〔2023〕12号”）",
		}},
		"secret without copy number": {plain + "签发人: 张三\n发文字号: x公报〔2023〕12号\n密级: 机密\n", compose.Final, withHead, []string{
			"report.yaml:7:5: 错误：涉密公文没有份号（加一行“份号: 000001”）",
		}},
		"half an imprint": {plain + "印发机关: 办公室\n", compose.Final, nil, []string{
			"report.yaml:5:7: 错误：有印发机关，没有印发日期（加一行“印发日期: 2023-07-01”）",
		}},
	} {
		_, diags := given{report: c.report, area: "正文: 无。\n", stage: c.stage, adapt: c.adapt}.compose(t)
		require.Equal(t, c.want, messages(diags), name)
	}
}
