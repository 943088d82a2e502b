package style

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"banwen/internal/diag"
)

// setting puts one value's text into the profile.
type setting func(text string) error

// settings names every key a profile file has and where its value goes.
func settings(p *Profile) map[string]setting {
	all := map[string]setting{
		"名称": text(&p.Name), "说明": text(&p.Title),
		"页面.纸张宽": length(&p.Page.Width), "页面.纸张高": length(&p.Page.Height),
		"页面.天头": length(&p.Page.Top), "页面.订口": length(&p.Page.Left),
		"页面.版心宽": length(&p.Page.TextWidth), "页面.版心高": length(&p.Page.TextHeight),
		"网格.每页行数": count(&p.Grid.Lines), "网格.每行字数": count(&p.Grid.Characters),
		"网格.行距":   length(&p.Grid.Pitch),
		"正文.加粗序数": yes(&p.BoldOrdinals),
		"落款.署名右空": count(&p.Signature.OrganIndent), "落款.用印右空": count(&p.Signature.SealedIndent),
		"版头.有": yes(&p.Head.Has), "版头.距版心上边": length(&p.Head.Top), "版头.颜色": color(&p.Head.Color),
		"版头.字号前空行": count(&p.Head.Lines), "版头.分隔线距字号": length(&p.Head.RuleBelow), "版头.分隔线粗": length(&p.Head.RuleWidth),
		"版头.标题前空行": count(&p.Head.TitleLines),
		"图表.形式":    chartForm(&p.ChartForm),
		"版记.左右空":   count(&p.Imprint.Inside), "版记.首末线粗": length(&p.Imprint.Outer), "版记.中间线粗": length(&p.Imprint.Inner),
		"页码.距版心": length(&p.Number.Below), "页码.外空": count(&p.Number.Inside), "页码.一字线": yes(&p.Number.Dashes),
	}
	for _, role := range Roles {
		all["字体."+string(role)] = func(s string) error {
			f := p.Faces[role]
			f.Name = s
			p.Faces[role] = f
			return nil
		}
		all["字体."+string(role)+"别名"] = func(s string) error {
			f := p.Faces[role]
			f.Others = otherNames(s)
			p.Faces[role] = f
			return nil
		}
	}
	for i, level := range headingSections {
		h := &p.Headings[i]
		all[level+".序号"], all[level+".接排"] = text(&h.Number), yes(&h.RunIn)
	}
	for section, t := range texts(p) {
		all[section+".字体"], all[section+".字号"] = role(&t.Face), length(&t.Size)
		all[section+".行距"], all[section+".对齐"] = length(&t.Pitch), align(&t.Align)
		all[section+".缩进"] = count(&t.Indent)
	}
	return all
}

// headingSections name the sections of the headings by level.
var headingSections = [...]string{"一级标题", "二级标题", "三级标题", "四级标题"}

// texts are the profile's texts by their section.
func texts(p *Profile) map[string]*Text {
	all := map[string]*Text{
		"标题": &p.TitleText, "正文": &p.Body, "图表题": &p.Caption, "图表注": &p.Note,
		"表格": &p.Table, "图中文字": &p.ChartText, "落款": &p.Signature.Text, "页码": &p.Number.Text,
		"发文机关标志": &p.Head.Mark, "发文字号": &p.Head.Number, "签发人姓名": &p.Head.Signer, "份号": &p.Head.Copy, "密级紧急程度": &p.Head.Secrecy,
		"主送机关": &p.Addressee, "附件说明": &p.AttachmentNote, "附件字样": &p.AttachmentLabel, "附注": &p.Remark, "版记": &p.Imprint.Text,
	}
	for i, section := range headingSections {
		all[section] = &p.Headings[i].Text
	}
	return all
}

// apply puts every value into p, and reports unknown, repeated and absent keys.
func apply(p *Profile, values []Value, diags *diag.List) {
	all := settings(p)
	known := slices.Sorted(maps.Keys(all))
	seen := map[string]bool{}
	var file diag.Pos
	for _, v := range values {
		file = diag.Pos{File: v.Pos.File}
		set, ok := all[v.Key]
		switch {
		case !ok:
			diags.Errorf(v.Pos, diag.NearestHint(v.Key, known), "版式里没有“%s”这一项", v.Key)
			continue
		case seen[v.Key]:
			diags.Errorf(v.Pos, "删去一处", "“%s”写了两次", v.Key)
			continue
		}
		seen[v.Key] = true
		if err := set(v.Value); err != nil {
			diags.Errorf(v.Pos, "", "“%s”的值不对：%v", v.Key, err)
			continue
		}
		p.Values = append(p.Values, v)
	}
	for _, key := range known {
		if !seen[key] {
			diags.Errorf(file, "", "版式缺少“%s”", key)
		}
	}
}

func text(to *string) setting {
	return func(s string) error { *to = s; return nil }
}

func length(to *Length) setting {
	return func(s string) (err error) { *to, err = ParseLength(s); return err }
}

func count(to *int) setting {
	return func(s string) error {
		n, err := strconv.Atoi(s)
		if err != nil || n < 0 {
			return fmt.Errorf("“%s”不是个数", s)
		}
		*to = n
		return nil
	}
}

func yes(to *bool) setting {
	return func(s string) error {
		if s != "是" && s != "否" {
			return fmt.Errorf("“%s”应写“是”或“否”", s)
		}
		*to = s == "是"
		return nil
	}
}

func role(to *Role) setting {
	return func(s string) error {
		if !slices.Contains(Roles, Role(s)) {
			return fmt.Errorf("没有“%s”这种字体角色", s)
		}
		*to = Role(s)
		return nil
	}
}

func align(to *Align) setting {
	return func(s string) error {
		if !slices.Contains([]Align{Left, Center, Right, Justify}, Align(s)) {
			return fmt.Errorf("没有“%s”这种对齐", s)
		}
		*to = Align(s)
		return nil
	}
}

func chartForm(to *ChartForm) setting {
	return func(s string) error {
		if f := ChartForm(s); f != NativeCharts && f != PictureCharts {
			return fmt.Errorf("“%s”应写“%s”或“%s”", s, NativeCharts, PictureCharts)
		}
		*to = ChartForm(s)
		return nil
	}
}

var colorPattern = regexp.MustCompile(`^[0-9A-F]{6}$`)

func color(to *string) setting {
	return func(s string) error {
		if !colorPattern.MatchString(s) {
			return fmt.Errorf("“%s”不是颜色，写成 FF0000 这样", s)
		}
		*to = s
		return nil
	}
}

// otherNames splits a list of font names at 、.
func otherNames(s string) []string { return strings.Split(s, "、") }
