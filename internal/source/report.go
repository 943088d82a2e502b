// Package source makes a report from a folder of YAML. Every value keeps its
// place (file, line, column); all mistakes are reported at once, with the
// nearest name as a hint. It knows nothing of documents.
package source

import (
	"slices"

	"banwen/internal/figure"
)

// Report is a report's folder, read.
type Report struct {
	Organ    Text   // 单位
	Title    Text   // 标题
	Period   Period // 期间
	Template Text   // 模板
	Profile  Text   // 版式
	// Reference is 参考样式: a DOCX whose looks are taken over, from the folder
	// of the report that says so.
	Reference Text
	Date      *Date           // 成文日期; nil: no signature
	Lead      Text            // 导语
	Leads     map[string]Text // 结语前言, by section key
	Options   figure.Options  // 舍入, 百分号
	Length    int             // 字数上限; 0: none
	Words     Text            // 用词表: the name of a list of words not wanted
	Waivers   []Waiver        // 豁免
	Formal    Formal          // what only formal documents have
	Areas     []Area          // in the order of 工作
	Before    *Report         // 上期: the same period last year; nil if none
	Earlier   *Report         // 前期: the report whose plans are this one's to answer for; nil if none
	// Incomplete says that an area could not be read at all, so that names
	// which seem not to exist may well do.
	Incomplete bool
}

// Formal is what a formal document (公文) has besides its text.
type Formal struct {
	Mark        Text // 发文机关标志
	Number      Text // 发文字号
	Signers     Text // 签发人, several with 、 between them
	Copy        Text // 份号
	Secrecy     Text // 密级, with the period: 机密★1年
	Urgency     Text // 紧急程度
	Addressee   Text // 主送
	Attachments []Attachment
	Remark      Text // 附注
	CopyTo      Text // 抄送
	Issuer      Text // 印发机关
	Issued      *Date
	Sealed      bool // 用印
}

// Attachment is one attachment (附件).
type Attachment struct {
	Title Text // 标题
	Body  Text // 正文
}

// Area is one work area.
type Area struct {
	ID         string      // the file's name without .yaml
	File       string      // relative to the report's folder
	Name       Text        // 工作
	Department Text        // 责任单位
	Span       Text        // 统计期
	Spans      []NamedText // 时段: further periods by name, for the area's prose
	Title      Text        // 标题; empty: the area is not in section 一
	Body       Text        // 正文
	Indicators []figure.Indicator
	Checks     []Check
	Charts     []Chart
	Tables     []Table
	Problems   []Item
	Plans      []Item
	Settled    []Text   // 落实: plans of 前期, by their titles, that this area's text reports on
	Waivers    []Waiver // 豁免
}

// NamedText is a text under a name of the writer's own.
type NamedText struct {
	Name Text
	Text Text
}

// Check is one line of 校核, kept for the audit.
type Check struct {
	Name      Text // 名称
	Relation  Text // A = B + C
	Tolerance Text // 容差
	Reason    Text // 说明
	Waiver    *Waiver
}

// Waiver accepts a finding (豁免): who answers for it, and which finding it is.
type Waiver struct {
	Fingerprint       Text // 指纹; of a 校核 it may be left out, and is then asked for
	Reason, Who, Date Text
}

// Chart is one chart (图表) as the data asks for it.
type Chart struct {
	Name       Text     // 名称
	Title      Text     // 标题; empty: Name
	Kind       Text     // 类型: 柱状图 条形图 堆叠柱状图 折线图 饼图 环形图
	Indicators []Text   // 指标: one category each
	Compare    Text     // 对比: 去年同期 or 上期 adds a series with the bases
	Categories []Text   // 类别: names of the categories; empty: the indicators' names
	Series     []Series // 系列: instead of 指标, several rows of indicators
	Total      Text     // 合计: the indicator that the parts add up to; empty: none is said
	Note       Text     // 说明, added to the note below the chart
}

// Parts lists all indicators that the chart draws, row by row.
func (c *Chart) Parts() []Text {
	parts := slices.Clone(c.Indicators)
	for _, row := range c.Series {
		parts = append(parts, row.Indicators...)
	}
	return parts
}

// Series is one row of a chart's indicators, or one column of a table's.
type Series struct {
	Name       Text   // 名称
	Indicators []Text // 指标, one a category
}

// Table is one table (表格) as the data asks for it.
type Table struct {
	Name       Text     // 名称
	Title      Text     // 标题; empty: Name
	Indicators []Text   // 指标: one row each
	Columns    []Text   // 列: what is shown of each; empty: the number
	Series     []Series // 系列: instead of 指标 and 列, several columns of indicators
	Rows       []Text   // 行名; empty: the indicators' names
	Corner     Text     // 项目: the cell above the names of the rows
	Wide       bool     // 横排
	Note       Text     // 说明
}

// Item is a problem (问题) or a plan (计划).
type Item struct {
	Title   Text   // 标题
	Body    Text   // 正文
	Order   int    // 顺序; 0: by the order of the areas
	Answers []Text // 对应问题
}
