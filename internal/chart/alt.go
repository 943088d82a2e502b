package chart

import (
	"strings"

	"banwen/internal/doc"
)

// alt says in one sentence what the chart shows, with every value:
// 涉毒人员与去年同期对比（柱状图）：现有吸毒人员今年1285人，去年同期1460人；….
func alt(c *doc.Chart) string {
	parts := make([]string, len(c.Categories))
	for i, category := range c.Categories {
		parts[i] = join(category, altValues(c, i))
	}
	return c.Title + "（" + kindNames[c.Kind] + "）：" + strings.Join(parts, "；") + "。"
}

// altValues says the values of one category.
func altValues(c *doc.Chart, category int) string {
	if isRound(c.Kind) {
		return altSlice(c, category)
	}
	if len(c.Series) == 1 {
		return WithUnit(c.Series[0].Points[category], c.Unit)
	}
	values := make([]string, len(c.Series))
	for i, s := range c.Series {
		values[i] = join(s.Name, WithUnit(s.Points[category], c.Unit))
	}
	return strings.Join(values, "，")
}

// altSlice rewords a slice's label: 住院治疗 105人（15.35％） is 105人，占15.35％.
func altSlice(c *doc.Chart, category int) string {
	_, text := splitLabel(c, category)
	number, share, found := strings.Cut(text, "（")
	if !found {
		return text
	}
	return number + "，占" + strings.TrimSuffix(share, "）")
}

// splitLabel takes a slice's label apart into its category and what is said of it.
func splitLabel(c *doc.Chart, category int) (name, text string) {
	label := c.Series[0].Points[category].Label
	name = c.Categories[category]
	if rest, ok := strings.CutPrefix(label, name+" "); ok {
		return name, rest
	}
	return label, ""
}

// join puts a value after a name, with a word between where two digits would meet.
func join(name, value string) string {
	if endsInDigit(name) && value != missingLabel {
		return name + "为" + value
	}
	return name + value
}

func endsInDigit(s string) bool {
	return s != "" && s[len(s)-1] >= '0' && s[len(s)-1] <= '9'
}
