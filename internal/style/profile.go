// Package style holds style profiles (版式): the faces, sizes, indents, pitch
// and page a document is set with. Each value stands in a data file with its
// clause of GB/T 9704-2012 and how strongly it is asked for.
package style

import "banwen/internal/diag"

// Role is what a typeface is used for (字体角色); a profile says which font
// has the role.
type Role string

// The roles of typefaces.
const (
	TitleFace Role = "小标宋" // title, red head
	HeiFace   Role = "黑体"  // level 1 headings
	KaiFace   Role = "楷体"  // level 2 headings
	FangFace  Role = "仿宋"  // body text
	SongFace  Role = "宋体"  // page numbers, and whatever the others lack
)

// Roles lists every role, in the order fonts are registered.
var Roles = []Role{TitleFace, HeiFace, KaiFace, FangFace, SongFace}

// Profile is one style profile.
type Profile struct {
	Name  string // plain
	Title string // in Chinese, for lists
	Page  Page
	Grid  Grid
	Faces map[Role]Face

	TitleText Text // 标题
	Body      Text // 正文
	// BoldOrdinals sets 一是, 二是 … in bold where a sentence of the text begins
	// with one (加粗序数).
	BoldOrdinals bool
	Headings     [4]Heading
	Caption      Text // 图题 and 表题
	Note         Text // source line under a chart or table
	Table        Text // cells of a table
	ChartText    Text // labels inside a chart
	ChartForm    ChartForm
	Signature    Signature
	Number       PageNumber

	// What a formal document has besides (doc.Head and others).
	Head            Head
	Addressee       Text // 主送机关
	AttachmentNote  Text // 附件说明
	AttachmentLabel Text // 附件 at the head of an attachment
	Remark          Text // 附注
	Imprint         Imprint

	// Values lists every value the profile was read from, in file order.
	Values []Value
}

// Page is the paper and the type area (版心) on it.
type Page struct {
	Width, Height         Length // paper
	Top, Left             Length // 天头, 订口
	TextWidth, TextHeight Length // type area
}

// Right is the margin at the fore-edge.
func (p Page) Right() Length { return p.Width - p.Left - p.TextWidth }

// Bottom is the margin under the type area (地脚).
func (p Page) Bottom() Length { return p.Height - p.Top - p.TextHeight }

// Grid is the grid of characters that fills the type area.
type Grid struct {
	Lines      int    // a page
	Characters int    // a line, full-width
	Pitch      Length // from baseline to baseline
}

// Face is the font that has a role.
type Face struct {
	Name   string   // what DOCX and HTML name: 仿宋_GB2312
	Others []string // names the same design goes by on other systems, best first
}

// Align says how the lines of a text stand.
type Align string

// The alignments. Justify fills every line but the last to both edges.
const (
	Left    Align = "左"
	Center  Align = "居中"
	Right   Align = "右"
	Justify Align = "两端"
)

// Text is how one kind of text is set.
type Text struct {
	Face   Role
	Size   Length
	Pitch  Length // from baseline to baseline
	Align  Align
	Indent int // first line, in characters of its own size
}

// ChartForm is what charts are in the DOCX (图表.形式).
type ChartForm string

// The forms of charts.
const (
	NativeCharts  ChartForm = "原生" // charts of Word's own, which people can edit
	PictureCharts ChartForm = "图片" // pictures, for systems that do not show those
)

// Heading is how the headings of one level are set and numbered.
type Heading struct {
	Text
	RunIn bool // the text that follows stands on the same line (接排)
	// Number is the pattern of 结构层次序数 with 一 or 1 in place of the number: 一、（一）1.（1）
	Number string
}

// Signature is how 落款 is set.
type Signature struct {
	Text
	OrganIndent  int // characters from the right edge to the organ's last
	SealedIndent int // with a seal: characters from the right edge to the date's last
}

// Head is how the red head (版头) is set.
type Head struct {
	Has     bool   // documents of this profile have one
	Top     Length // from the top of the type area to the organ mark's top edge
	Color   string // of organ mark and rule, RRGGBB
	Lines   int    // blank lines between the organ mark and the number
	Mark    Text   // 发文机关标志
	Number  Text   // 发文字号, and the word 签发人
	Signer  Text   // the names of 签发人
	Copy    Text   // 份号
	Secrecy Text   // 密级和保密期限, 紧急程度
	// RuleBelow is the space between the number and the rule, RuleWidth the
	// rule's weight; it is as wide as the type area.
	RuleBelow, RuleWidth Length
	TitleLines           int // blank lines between the rule and the title
}

// Imprint is how 版记 is set.
type Imprint struct {
	Text
	Inside       int    // characters between the type area's edges and the text
	Outer, Inner Length // weights of the first and last rule, and of those between
}

// PageNumber is how page numbers are set.
type PageNumber struct {
	Text
	Below  Length // from the bottom of the type area to the number's top edge
	Inside int    // characters between the number and the outer edge of the type area
	Dashes bool   // a dash each side
}

// Value is one value of a profile as its file has it.
type Value struct {
	Key      string // 页面.纸张宽
	Value    string // 210mm
	Clause   string // of GB/T 9704-2012; "实务" where the standard is silent
	Strength string // 规定, 一般, 推荐, 实务
	Pos      diag.Pos
}

// CharacterCell is the width of one full-width character on the body grid.
func (p *Profile) CharacterCell() Length {
	return p.Page.TextWidth / Length(p.Grid.Characters)
}

// TitleGap is the space between the last line of a title of n lines and the
// text: at least three quarters of a line, and so much that the text stands
// on the grid again.
func (p *Profile) TitleGap(n int) Length {
	used := Length(n) * p.TitleText.Pitch
	lines := (used + p.Grid.Pitch*3/4 + p.Grid.Pitch - 1) / p.Grid.Pitch
	return lines*p.Grid.Pitch - used
}
