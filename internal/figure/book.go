package figure

import (
	"strings"

	"banwen/internal/diag"
)

// Book holds every indicator of a report with its value worked out. Once
// made it does not change.
type Book struct {
	options  Options
	values   []*Value // in the order of the data
	byKey    map[Key]*Value
	own      map[string]*nameIndex // by area
	all      *nameIndex            // by full name
	families map[string]bool       // of the units that 数 has
	hints    diag.Hints            // for names that do not exist
}

// NewBook works every indicator out. before holds the indicators of the
// report that 上期 names (nil if none): where an indicator gives no 去年同期,
// that of the same key there is used. All mistakes are reported at once:
// repeated names, names in formulas that do not exist, cycles, mixed units,
// division by zero, unknown formats. A mistake is reported where it is made,
// not again at what is computed from it.
func NewBook(indicators []Indicator, before *Book, options Options) (*Book, diag.List) {
	b := &Book{options: options, byKey: make(map[Key]*Value, len(indicators)), families: map[string]bool{}}
	var diags diag.List
	b.enter(indicators, &diags)
	b.index()
	for _, v := range b.values {
		b.read(v, &diags)
	}
	b.workOut(&diags)
	for _, v := range b.values {
		b.findBases(v, before, &diags)
	}
	diags.Sort()
	return b, diags
}

// enter makes a value of each indicator, takes what is given, and refuses repeated names.
func (b *Book) enter(indicators []Indicator, diags *diag.List) {
	made := make([]Value, len(indicators))
	b.values = make([]*Value, len(indicators))
	for i := range indicators {
		v := &made[i]
		v.Indicator, v.index = &indicators[i], i
		b.values[i] = v
		if first, ok := b.byKey[v.Key]; ok {
			diags.Errorf(v.Pos, "第一处在"+first.Pos.String(), "指标“%s”重复了", v.Key.Name)
			continue
		}
		b.byKey[v.Key] = v
	}
	for _, v := range b.values {
		if v.Given != nil {
			v.give(v.Given.Quantity)
			b.families[v.Quantity.Unit.Family] = true
		}
	}
}

// index makes the indexes of names.
func (b *Book) index() {
	all := make([]indexedName, 0, len(b.byKey))
	byArea := map[string][]indexedName{}
	for _, v := range b.values {
		if b.byKey[v.Key] != v || v.Key.Name == "" {
			continue
		}
		byArea[v.Key.Area] = append(byArea[v.Key.Area], indexedName{v.Key.Name, v})
		all = append(all, indexedName{fullStop.Replace(v.Key.String()), v})
	}
	b.own = make(map[string]*nameIndex, len(byArea))
	for area, names := range byArea {
		b.own[area] = newNameIndex(names)
	}
	b.all = newNameIndex(all)
}

// names are the names that formulas of area may use.
func (b *Book) names(area string) *namespace {
	own := b.own[area]
	if own == nil {
		own = &nameIndex{}
	}
	return &namespace{area: area, own: own, all: b.all, book: b}
}

// Find looks an indicator up by the name that prose or a formula of area
// uses: its own indicators by name, those of others as 工作.指标 (also with a
// full-width dot).
func (b *Book) Find(area, name string) (*Value, bool) {
	if v, ok := b.byKey[Key{area, name}]; ok {
		return v, true
	}
	full := fullStop.Replace(name)
	v, _ := b.all.find(full, func(length int) bool { return length == len(full) })
	return v, v != nil
}

// Worth lists the values that are as much as q, in the order of the data. A
// bare number is as much as one with any unit.
func (b *Book) Worth(q Quantity) []*Value {
	var found []*Value
	for _, v := range b.values {
		if !v.Pending && !v.Failed && sameWorth(q, v.Quantity) {
			found = append(found, v)
		}
	}
	return found
}

func sameWorth(q, of Quantity) bool {
	if q.Unit.isBare() {
		return q.Number.Equal(of.Number)
	}
	return q.Unit.Family == of.Unit.Family && quantityAmount(q).base().Cmp(quantityAmount(of).base()) == 0
}

// Names lists every name that Find takes in area, for hints: its own names
// first, then 工作.指标 of all.
func (b *Book) Names(area string) []string {
	var names []string
	for _, v := range b.values {
		if v.Key.Area == area {
			names = append(names, v.Key.Name)
		}
	}
	for _, v := range b.values {
		names = append(names, v.Key.String())
	}
	return names
}

// All lists every value in the order of the data.
func (b *Book) All() []*Value { return b.values }

// Options are those the book was made with, with defaults filled in.
func (b *Book) Options() Options {
	o := b.options
	o.PercentSign = b.percentSign()
	return o
}

// read reads v's formula; without one there must be a number.
func (b *Book) read(v *Value, diags *diag.List) {
	v.Pending = v.Indicator.Pending
	switch {
	case v.Formula != nil:
		v.Term = b.parse(v, diags)
		if v.Term != nil {
			v.Inputs = v.Term.inputs()
		}
		v.Failed = v.Term == nil && v.Given == nil
	case v.Refused.Value:
		v.Failed = true
	case strings.TrimSpace(v.Format) != "":
		diags.Errorf(either(v.FormatPos, v.Pos), "去掉“格式”，把数写成要印的样子", "“格式”只用于公式的结果")
	case v.Given == nil && !v.Pending:
		diags.Errorf(v.Pos, "写上“数”或“公式”，还没有的写“待补: true”", "指标“%s”没有数", v.Key.Name)
		v.Failed = true
	}
}

// parse reads v's formula; nil after mistakes.
func (b *Book) parse(v *Value, diags *diag.List) *Term {
	p := parser{text: v.Formula.Text, names: b.names(v.Key.Area), report: reporter(v.Formula, diags)}
	return p.formula()
}

// reporter reports mistakes in e at byte offsets of its text.
func reporter(e *Expression, diags *diag.List) func(offset int, hint, message string) {
	return func(offset int, hint, message string) {
		diags.Errorf(e.at(offset), hint, "%s", message)
	}
}

// either is pos, or instead where pos is not known.
func either(pos, instead diag.Pos) diag.Pos {
	if pos == (diag.Pos{}) {
		return instead
	}
	return pos
}
