package source

// What may be written as 状态 of a remark.
const (
	OpenRemark     = "待办"
	DoneRemark     = "已办"
	DeclinedRemark = "不采纳"
)

// remarksKey is the key of a review file's list.
const remarksKey = "批注"

var reviewKeys = table[Review]{
	id: "review", title: "一批批注",
	keys: []key[Review]{
		{name: remarksKey, about: "改稿上的批注，一条一项；banwen merge 写出来，办好的由人改“状态”",
			shape: records(func(r *Review) *[]Remark { return &r.Remarks }, remarkKeys)},
	},
}

var remarkKeys = table[Remark]{
	id: "remark", title: "批注",
	keys: []key[Remark]{
		{name: "谁", about: "谁写的批注", example: "张三", required: true,
			shape: line(func(r *Remark) *Text { return &r.Who })},
		{name: "时间", about: "什么时候写的，照改稿里的", example: "2023-07-01 10:00",
			shape: line(func(r *Remark) *Text { return &r.When })},
		{name: "位置", about: "写在哪一段，段的编号；没有就是对不上哪一段", example: "area/anti-drug/p1",
			shape: line(func(r *Remark) *Text { return &r.Node })},
		{name: "节", about: "那一段在哪一节", example: "一、2023年上半年工作开展情况",
			shape: line(func(r *Remark) *Text { return &r.Section })},
		{name: "引文", about: "批注指的是哪几个字",
			shape: prose(func(r *Remark) *Text { return &r.Quote })},
		{name: "回复", about: "是对哪条批注的回复",
			shape: prose(func(r *Remark) *Text { return &r.Answers })},
		{name: "意见", about: "批注的内容", example: "请核实这个数", required: true,
			shape: prose(func(r *Remark) *Text { return &r.Text })},
		{name: "状态", about: "办了没有", example: OpenRemark, required: true,
			shape: choice([]string{OpenRemark, DoneRemark, DeclinedRemark}, func(r *Remark, t Text) { r.State = t })},
		{name: "答复", about: "怎么办的，或为什么不采纳", example: "已核实，改为22起",
			shape: prose(func(r *Remark) *Text { return &r.Reply })},
		{name: "指纹", about: "由程序填写，再次并入改稿时不重复添加", example: "3f2a91c04b7d",
			shape: line(func(r *Remark) *Text { return &r.Fingerprint })},
	},
}
