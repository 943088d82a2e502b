package compose

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"banwen/internal/diag"
	"banwen/internal/doc"
	"banwen/internal/figure"
	"banwen/internal/source"
)

// scope is what names mean at some place of the text.
type scope struct {
	area      *source.Area  // whose indicators and words are meant; nil: the report's
	item      *entry        // the problem or plan the text is of; nil: none
	indicator *figure.Value // the current one of {{每个 指标}}
}

// indicatorWord is the current indicator of {{每个 指标}}.
const indicatorWord = "指标"

// container is the id that the nodes of this scope stand under; "" for the report.
func (s scope) container() string {
	switch {
	case s.item != nil:
		return s.item.kind + "/" + s.area.ID + "/" + slug(s.item.item.Title.Value)
	case s.area != nil:
		return "area/" + s.area.ID
	}
	return ""
}

// areaName is the 工作 whose indicators go by their own names here.
func (s scope) areaName() string {
	if s.area == nil {
		return ""
	}
	return s.area.Name.Value
}

// word is what a word of the language stands for: a text of the data, a text
// made up from the period, or the current indicator of a loop.
type word struct {
	name   string
	text   source.Text
	scope  scope         // in which text is run
	made   string        // instead of text
	value  *figure.Value // instead of text
	origin *doc.Origin   // where a word that holds figures comes from
	block  bool          // stands on a line of its own
}

// file is where the text of the word is to be written.
func (w word) file() string {
	if w.scope.area != nil {
		return w.scope.area.File
	}
	return "report.yaml"
}

// word finds what name means as a word of the language.
func (c *composer) word(s scope, name string) (word, bool) {
	if !c.maybeWord(name) {
		return word{}, false
	}
	for _, w := range c.ownWords(s) {
		if w.name == name {
			return w, true
		}
	}
	if w, ok := c.span(s.area, name); ok {
		return w, true
	}
	for _, w := range c.reportWords() {
		if w.name == name {
			return w, true
		}
	}
	if key, ok := strings.CutPrefix(name, leadName("")); ok && s.area == nil {
		return word{name: name, text: c.report.Leads[key], block: true}, true
	}
	if areaName, own, ok := strings.Cut(name, "."); ok && c.areas[areaName] != nil {
		w, ok := c.span(c.areas[areaName], own)
		return w, ok
	}
	return word{}, false
}

// maybeWord tells whether name can be a word at all, which most names, being
// those of indicators, cannot.
func (c *composer) maybeWord(name string) bool {
	own := name[strings.LastIndexByte(name, '.')+1:]
	return c.spans[own] || slices.Contains(fixedWords, own) || strings.HasPrefix(name, leadName(""))
}

// fixedWords are the words of the language, apart from those that the data
// adds as 时段 and 结语前言.
var fixedWords = []string{indicatorWord, "名称", "标题", "正文", "责任单位", "统计期", "单位", "导语", "期间", "年", "本期", "下期"}

// words lists the words that s knows, nearest first.
func (c *composer) words(s scope) []word {
	return slices.Concat(c.ownWords(s), spans(s.area), c.reportWords())
}

// ownWords are the words of what s stands in.
func (c *composer) ownWords(s scope) []word {
	var all []word
	if v := s.indicator; v != nil {
		all = append(all, word{name: indicatorWord, value: v}, word{name: "名称", made: v.Key.Name})
	}
	if s.item != nil {
		inner := scope{area: s.area, item: s.item}
		all = append(all, word{name: "标题", text: s.item.item.Title, scope: inner}, word{name: "正文", text: s.item.item.Body, scope: inner, block: true})
	}
	if a := s.area; a != nil {
		inner := scope{area: a}
		all = append(all, word{name: "名称", text: a.Name, scope: inner}, word{name: "标题", text: a.Title, scope: inner}, word{name: "正文", text: a.Body, scope: inner, block: true})
	}
	return all
}

// span finds a word of spans: there may be many, and they are asked for often.
func (c *composer) span(a *source.Area, name string) (word, bool) {
	known, ok := c.own[a]
	if !ok {
		known = map[string]word{}
		for _, w := range spans(a) {
			if _, again := known[w.name]; !again {
				known[w.name] = w
			}
		}
		c.own[a] = known
	}
	w, ok := known[name]
	return w, ok
}

// spans are the words of an area that other areas may use too, as 工作.统计期.
func spans(a *source.Area) []word {
	if a == nil {
		return nil
	}
	all := []word{
		{name: "责任单位", text: a.Department, scope: scope{area: a}},
		{name: "统计期", text: a.Span, scope: scope{area: a}, origin: textOrigin(a, "统计期", a.Span)},
	}
	for _, span := range a.Spans {
		name := span.Name.Value
		all = append(all, word{name: name, text: span.Text, scope: scope{area: a}, origin: textOrigin(a, name, span.Text)})
	}
	return all
}

func (c *composer) reportWords() []word {
	r, period := c.report, c.periodOrigin()
	return []word{
		{name: "单位", text: r.Organ},
		{name: "标题", text: r.Title},
		{name: "导语", text: r.Lead, block: true},
		{name: "期间", made: r.Period.String(), origin: period},
		{name: "年", made: yearOf(r.Period), origin: period},
		{name: "本期", made: partOf(r.Period), origin: period},
		{name: "下期", made: nextOf(r.Period), origin: period},
	}
}

// leadName is the word for a lead paragraph of 结语前言.
func leadName(key string) string { return "结语前言." + key }

// names lists all that may be named in s, for hints.
func (c *composer) names(s scope) []string {
	var names []string
	for _, w := range c.words(s) {
		names = append(names, w.name)
	}
	names = append(names, c.book.Names(s.areaName())...)
	if s.area == nil {
		for _, key := range slices.Sorted(maps.Keys(c.report.Leads)) { // of names equally near the first is hinted at
			names = append(names, leadName(key))
		}
	}
	return names
}

// unknown reports a name that stands for nothing.
func (c *composer) unknown(s scope, pos diag.Pos, name string) {
	hint := c.missingSpace(s, name)
	if hint == "" && !c.hints.Spent() {
		hint = cmp.Or(c.elsewhere(name), c.hints.Nearest(name, func() []string { return c.names(s) }))
	}
	c.diags.Errorf(pos, hint, "没有名为“%s”的指标", name)
}

// elsewhere tells whether another area has an indicator of that name.
func (c *composer) elsewhere(name string) string {
	for _, v := range c.book.All() {
		if v.Key.Name == name {
			return "别的工作的指标写成“" + v.Key.String() + "”"
		}
	}
	return ""
}

// missingSpace tells whether name is a function and an indicator with no
// space between them: 同比刑事立案.
func (c *composer) missingSpace(s scope, name string) string {
	for _, f := range slices.Concat(slices.Sorted(maps.Keys(functions)), []string{"如果", "每个", "原文"}) {
		rest, ok := strings.CutPrefix(name, f)
		if !ok || rest == "" {
			continue
		}
		_, known := c.figureNamed(s, strings.Fields(rest)[0])
		if known || functions[f] == nil {
			return "“" + f + "”后面要空一格"
		}
	}
	return ""
}
