package source

import (
	"slices"

	"go.yaml.in/yaml/v3"
)

var checkKeys = table[Check]{
	id: "check", title: "校核",
	keys: []key[Check]{
		{name: "关系", about: "总数 = 甲 + 乙、甲 <= 乙、甲 / 乙 = 57.89%", example: "总数 = 甲 + 乙", required: true,
			shape: line(func(c *Check) *Text { return &c.Relation })},
		{name: "名称", about: "这条校核的名字", example: "分项合计",
			shape: line(func(c *Check) *Text { return &c.Name })},
		{name: "容差", about: "两边可以差多少", example: "0.01万元",
			shape: line(func(c *Check) *Text { return &c.Tolerance })},
		{name: "说明", about: "为什么有这条关系", example: "含住院人数",
			shape: line(func(c *Check) *Text { return &c.Reason })},
		{name: "豁免", about: "已知并认可的差异",
			shape: waiver(func(c *Check) **Waiver { return &c.Waiver })},
	},
}

// waiverKeys are those of a 豁免 in a 校核, which says itself what it is for;
// listedWaiverKeys those of one in a list, which only 指纹 ties to its finding.
var (
	waiverKeys       = table[Waiver]{id: "waiver", title: "豁免", keys: fingerprintKeys(false)}
	listedWaiverKeys = table[Waiver]{id: "listedWaiver", title: "豁免", keys: fingerprintKeys(true)}
)

func fingerprintKeys(required bool) []key[Waiver] {
	return []key[Waiver]{
		{name: "指纹", about: "banwen check 印在那一条后面的12位；数值变了指纹就变，豁免随之失效", example: "3f2a91c04b7d", required: required,
			shape: line(func(w *Waiver) *Text { return &w.Fingerprint })},
		{name: "理由", about: "为什么可以不平", example: "统计口径不同", required: true,
			shape: line(func(w *Waiver) *Text { return &w.Reason })},
		{name: "确认人", about: "谁认可的", example: "张三", required: true,
			shape: line(func(w *Waiver) *Text { return &w.Who })},
		{name: "日期", about: "哪天认可的", example: "2023-06-30", required: true,
			shape: line(func(w *Waiver) *Text { return &w.Date })},
	}
}

func waiver(field func(*Check) **Waiver) shape[Check] {
	return shape[Check]{
		kind: recordKind,
		read: func(v value, into *Check) {
			var w Waiver
			if waiverKeys.read(v, &w) {
				*field(into) = &w
			}
		},
		schema: waiverKeys.schema,
	}
}

// checks is the list of 校核: each a relation, or a mapping that holds one.
func checks() shape[Area] {
	return shape[Area]{
		kind: listKind,
		read: func(v value, into *Area) {
			items := v.items("每条前面写“- ”")
			into.Checks = slices.Grow(into.Checks, len(items))
			for _, item := range items {
				if v.file.isFull() {
					return
				}
				var c Check
				if item.node.Kind == yaml.MappingNode {
					checkKeys.read(item, &c)
				} else {
					c.Relation, _ = item.line()
				}
				if c.Relation.Given() {
					into.Checks = append(into.Checks, c)
				}
			}
		},
		schema: func(defs *definitions) *schema {
			return &schema{
				Type: []string{"array"}, MinItems: 1,
				Items: &schema{AnyOf: []*schema{{Type: []string{"string"}}, checkKeys.schema(defs)}},
			}
		},
	}
}
