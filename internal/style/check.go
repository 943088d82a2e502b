package style

import (
	"strings"
	"unicode"

	"banwen/internal/diag"

	"github.com/shopspring/decimal"
)

// What can be set at all: beyond these a value is a slip, and reckoning with
// it would be without sense.
const (
	maxPaper  = 1000 * Mm
	minText   = 50 * Mm // the least width and height of the type area
	minSize   = 4 * Pt
	maxSize   = 100 * Pt
	maxPerRow = 200 // lines a page, characters a line
)

// checker looks whether a profile's values go together, and names the place
// of the value to mend.
type checker struct {
	profile *Profile
	places  map[string]diag.Pos
	diags   *diag.List
}

// check reports the values that cannot be set on a page, so that layout may
// rely on them.
func (p *Profile) check(diags *diag.List) {
	c := &checker{profile: p, places: map[string]diag.Pos{}, diags: diags}
	for _, v := range p.Values {
		c.places[v.Key] = v.Pos
	}
	c.faces()
	if c.page() {
		c.grid()
		c.texts()
		c.pageNumber()
		c.spaces()
	}
	c.headings()
	c.runIn()
}

func (c *checker) errorf(key, hint, format string, args ...any) {
	c.diags.Errorf(c.places[key], hint, format, args...)
}

// changed gives the first of the keys that the profile itself has, and not
// the one it extends: of values that do not go together, that is the one to
// mend. The values of the profile itself are the last (see extended).
func (c *checker) changed(keys ...string) string {
	values := c.profile.Values
	own := values[len(values)-1].Pos.File
	for _, key := range keys {
		if c.places[key].File == own {
			return key
		}
	}
	return keys[0]
}

// faces have names that can stand in a file.
func (c *checker) faces() {
	for _, role := range Roles {
		name := c.profile.Faces[role].Name
		if strings.TrimSpace(name) == "" || strings.ContainsFunc(name, unicode.IsControl) {
			c.errorf("字体."+string(role), "写字体的名字，如 仿宋_GB2312", "“字体.%s”的名字“%s”不能用", role, name)
		}
	}
}

// page tells whether the type area is on the paper.
func (c *checker) page() bool {
	page, before := c.profile.Page, len(*c.diags)
	for key, l := range map[string]Length{"页面.纸张宽": page.Width, "页面.纸张高": page.Height} {
		if l > maxPaper {
			c.errorf(key, "A4 是 210mm × 297mm", "“%s”太大：%s", key, inMm(l))
		}
	}
	for key, l := range map[string]Length{"页面.版心宽": page.TextWidth, "页面.版心高": page.TextHeight} {
		if l < minText {
			c.errorf(key, "至少 "+inMm(minText), "“%s”太小：%s", key, inMm(l))
		}
	}
	if page.Right() < 0 {
		c.errorf(c.changed("页面.版心宽", "页面.订口", "页面.纸张宽"), "把版心或订口改小", "版心比纸宽：订口 %s + 版心 %s，纸宽 %s", inMm(page.Left), inMm(page.TextWidth), inMm(page.Width))
	}
	if page.Bottom() < 0 {
		c.errorf(c.changed("页面.版心高", "页面.天头", "页面.纸张高"), "把版心或天头改小", "版心比纸高：天头 %s + 版心 %s，纸高 %s", inMm(page.Top), inMm(page.TextHeight), inMm(page.Height))
	}
	return len(*c.diags) == before
}

// grid: the lines and characters fit into the type area, and characters stand
// neither on each other nor far apart.
func (c *checker) grid() {
	page, grid := c.profile.Page, c.profile.Grid
	switch {
	case grid.Lines < 1 || grid.Lines > maxPerRow:
		c.errorf("网格.每页行数", "", "每页 %d 行，不能排版", grid.Lines)
	case grid.Pitch <= 0:
		c.errorf("网格.行距", "", "行距是 0，不能排版")
	case Length(grid.Lines)*grid.Pitch > page.TextHeight:
		c.errorf(c.changed("网格.每页行数", "网格.行距", "页面.版心高"), "把行数或行距改小", "版心高 %s，放不下 %d 行（行距 %s），最多 %d 行",
			inMm(page.TextHeight), grid.Lines, grid.Pitch, page.TextHeight/grid.Pitch)
	}
	if grid.Characters < 1 || grid.Characters > maxPerRow {
		c.errorf("网格.每行字数", "", "每行 %d 字，不能排版", grid.Characters)
		return
	}
	size, cell := c.profile.Body.Size, c.profile.CharacterCell()
	const tight, loose = 9, 20 // tenths of the size
	if size >= minSize && (10*cell < tight*size || 10*cell > loose*size) {
		c.errorf(c.changed("网格.每行字数", "正文.字号", "页面.版心宽"), "改字数、正文字号或版心宽", "版心宽 %s，每行 %d 个 %s 的字排不匀，约能排 %d 个",
			inMm(page.TextWidth), grid.Characters, size, page.TextWidth/size)
	}
}

// texts have a size that can be read, and lines that do not overlap.
func (c *checker) texts() {
	for section, t := range texts(c.profile) {
		switch {
		case t.Size < minSize || t.Size > maxSize:
			c.errorf(section+".字号", "", "“%s.字号”是 %s，应在 %s 和 %s 之间", section, t.Size, minSize, maxSize)
		case t.Pitch < t.Size:
			c.errorf(c.changed(section+".行距", section+".字号"), "", "“%s”的行距 %s 比字号 %s 小，字会叠在一起", section, t.Pitch, t.Size)
		case t.Pitch > c.profile.Page.TextHeight/4:
			c.errorf(section+".行距", "", "“%s.行距”太大：%s", section, t.Pitch)
		case Length(t.Indent)*t.Size > c.profile.Page.TextWidth/2:
			c.errorf(section+".缩进", "", "“%s”缩进 %d 字，超过版心宽的一半", section, t.Indent)
		}
	}
}

// pageNumber stands under the type area and on the paper.
func (c *checker) pageNumber() {
	n, page := c.profile.Number, c.profile.Page
	if n.Align != Right && n.Align != Center {
		c.errorf("页码.对齐", "写“右”（单页居右、双页居左）或“居中”", "页码不能“%s”对齐", n.Align)
	}
	if n.Below+n.Pitch > page.Bottom() {
		c.errorf(c.changed("页码.距版心", "页码.行距", "页面.版心高", "页面.天头", "页面.纸张高"), "把它改小，或把版心改矮", "页码放不下：距版心 %s，版心下面只有 %s", inMm(n.Below), inMm(page.Bottom()))
	}
}

// spaces: what stands beside and between texts leaves room for them.
func (c *checker) spaces() {
	p := c.profile
	half := p.Page.TextWidth / 2
	for key, width := range map[string]Length{
		"落款.署名右空": Length(p.Signature.OrganIndent) * p.Signature.Size,
		"落款.用印右空": Length(p.Signature.SealedIndent) * p.Signature.Size,
		"页码.外空":   Length(p.Number.Inside) * p.Number.Size,
		"版记.左右空":  2 * Length(p.Imprint.Inside) * p.Imprint.Size,
	} {
		if width > half {
			c.errorf(key, "", "“%s”超过版心宽的一半", key)
		}
	}
	half = p.Page.TextHeight / 2
	for key, height := range map[string]Length{
		"版头.距版心上边": p.Head.Top, "版头.分隔线距字号": p.Head.RuleBelow,
		"版头.字号前空行": Length(p.Head.Lines) * p.Grid.Pitch, "版头.标题前空行": Length(p.Head.TitleLines) * p.Grid.Pitch,
	} {
		if height > half {
			c.errorf(key, "", "“%s”超过版心高的一半", key)
		}
	}
	const thickest = 5 * Mm
	for key, weight := range map[string]Length{"版头.分隔线粗": p.Head.RuleWidth, "版记.首末线粗": p.Imprint.Outer, "版记.中间线粗": p.Imprint.Inner} {
		if weight > thickest {
			c.errorf(key, "", "“%s”太粗：%s", key, inMm(weight))
		}
	}
}

// headings are told apart by their numbers, where they have any.
func (c *checker) headings() {
	for i, h := range c.profile.Headings {
		if h.Number != "" && !strings.ContainsAny(h.Number, "一1") {
			key := headingSections[i] + ".序号"
			c.errorf(key, "如 一、（一）1.（1）；不要序号的写 \"\"", "“%s”里没有“一”或“1”，各条序号会一样", key)
		}
	}
}

// runIn: a run-in heading and its text stand on one line, which has one size
// and one pitch.
func (c *checker) runIn() {
	body := c.profile.Body
	for i, h := range c.profile.Headings {
		section := headingSections[i]
		hint := "改成一样，或把“" + section + ".接排”改为“否”"
		switch {
		case !h.RunIn:
		case h.Size != body.Size:
			c.errorf(c.changed(section+".字号", "正文.字号", section+".接排"), hint, "“%s”接排，与正文在同一行，字号却不同：%s、%s", section, h.Size, body.Size)
		case h.Pitch != body.Pitch:
			c.errorf(c.changed(section+".行距", "正文.行距", section+".接排"), hint, "“%s”接排，与正文在同一行，行距却不同：%s、%s", section, h.Pitch, body.Pitch)
		}
	}
}

// inMm is a length as people measure paper.
func inMm(l Length) string {
	return decimal.NewFromInt(int64(l)).DivRound(decimal.NewFromInt(int64(Mm)), 2).String() + "mm"
}
