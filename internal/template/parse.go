package template

import (
	"slices"
	"strings"

	"banwen/internal/diag"
)

// maxDepth is how deep conditions and loops may stand in each other: far more
// than a reader can follow, and no strain on the stack.
const maxDepth = 32

// maxMistakes is how many mistakes of one text are told: more help nobody.
const maxMistakes = 100

// Parse reads text. place turns byte offsets into places for the list, in
// which every mistake of form is reported; the nodes leave out what is wrong.
func Parse(text string, place Place) ([]Node, diag.List) {
	p := &parser{place: place}
	p.open(frame{})
	for _, t := range p.scan(text) {
		p.token(t)
	}
	for len(p.frames) > 1 {
		p.errorf(p.top().at, "补上 {{结束}}", "“%s”没有结束", p.top().word)
		p.close()
	}
	return p.close(), p.diags
}

type parser struct {
	place   Place
	diags   diag.List
	frames  []frame
	owed    bool // the }} of a {{ that has been reported
	tooDeep int  // 如果 and 每个 that are open beyond maxDepth, and passed over
}

// frame is the text itself, or a 如果, 否则 or 每个 that is open.
type frame struct {
	at      int
	word    string // 如果 否则 否则如果 每个; empty: the text itself
	nodes   []Node
	bold    *openBold
	node    Node // the *If or *Each that the nodes are for
	chained bool // of 否则如果: ends together with the 如果 before it
}

// openBold is a ** whose partner has not come yet.
type openBold struct {
	at    int
	first int // index of the first node after it
}

func (p *parser) errorf(at int, hint, format string, args ...any) {
	if len(p.diags) >= maxMistakes {
		return
	}
	p.diags.Errorf(p.place(at), hint, format, args...)
}

func (p *parser) top() *frame { return &p.frames[len(p.frames)-1] }

func (p *parser) add(n Node) { p.top().nodes = append(p.top().nodes, n) }

func (p *parser) open(f frame) { p.frames = append(p.frames, f) }

// close ends the innermost frame, puts its nodes where they belong and gives them.
func (p *parser) close() []Node {
	p.endBold(p.top())
	f := *p.top()
	p.frames = p.frames[:len(p.frames)-1]
	switch n := f.node.(type) {
	case *If:
		if f.word == "否则" {
			n.Else = f.nodes
		} else {
			n.Then = f.nodes
		}
	case *Each:
		n.Nodes = f.nodes
	}
	if f.chained {
		p.close()
	}
	return f.nodes
}

// endBold reports a ** without partner.
func (p *parser) endBold(f *frame) {
	if f.bold != nil {
		p.errorf(f.bold.at, "加粗的文字前后都写 **，不跨段", "** 没有成对")
		f.bold = nil
	}
}

func (p *parser) token(t token) {
	switch t.kind {
	case prose:
		p.prose(t)
	case action:
		p.action(t)
	case control:
		p.control(t)
	}
}

// prose cuts text at line ends and at **.
func (p *parser) prose(t token) {
	from := 0
	flush := func(to int) {
		if to > from {
			p.add(&Text{At: t.at + from, Text: t.text[from:to]})
		}
	}
	for i := 0; i < len(t.text); i++ {
		switch {
		case t.text[i] == '\n':
			flush(i)
			for f := range p.frames {
				p.endBold(&p.frames[f])
			}
			p.add(&LineEnd{At: t.at + i})
			from = i + 1
		case strings.HasPrefix(t.text[i:], "**"):
			flush(i)
			p.toggleBold(t.at + i)
			i++
			from = i + 1
		}
	}
	flush(len(t.text))
}

func (p *parser) toggleBold(at int) {
	f := p.top()
	if f.bold == nil {
		f.bold = &openBold{at: at, first: len(f.nodes)}
		return
	}
	inside := slices.Clone(f.nodes[f.bold.first:])
	f.nodes = append(f.nodes[:f.bold.first], &Bold{At: f.bold.at, Nodes: inside})
	f.bold = nil
}

func (p *parser) action(t token) {
	inside := t.at + len("{{")
	words := splitWords(t.text, inside)
	switch {
	case len(words) == 0:
		p.errorf(t.at, "写上指标的名称", "{{}} 里是空的")
	case words[0].Text == "原文" && !words[0].Quoted && len(words) > 1:
		if len(words) != 2 || !words[1].Quoted || words[1].Text == "" {
			p.errorf(words[1].At, `写成 {{原文 "24小时"}}`, "“原文”后面要有一段带引号的文字")
			return
		}
		p.add(&Literal{At: t.at, Text: words[1].Text})
	default:
		p.add(&Action{At: t.at, Text: wholeWord(t.text, inside), Words: words})
	}
}

func (p *parser) control(t token) {
	word := firstWord(t.text)
	after := strings.Index(t.text, word) + len(word)
	rest, at := t.text[after:], t.at+len("{{")+after
	switch {
	case strings.HasPrefix(t.text, "#"): // a comment
	case p.tooDeep > 0:
		p.passOver(word)
	case word == "结束":
		p.end(t)
	case word == "否则":
		p.orElse(t)
	case len(p.frames) > maxDepth:
		p.errorf(t.at, "拆成几段来写", "“如果”“每个”套了 %d 层以上", maxDepth)
		p.passOver(word)
	case word == "否则如果":
		if p.orElse(t) {
			p.openIf(t, word, rest, at)
		}
	case word == "如果":
		p.openIf(t, word, rest, at)
	case word == "每个":
		p.openEach(t, rest, at)
	}
}

// passOver keeps count of what is open too deep, so that each 结束 finds its
// partner. 否则如果 has none of its own.
func (p *parser) passOver(word string) {
	switch word {
	case "如果", "每个":
		p.tooDeep++
	case "结束":
		p.tooDeep--
	}
}

func (p *parser) openIf(t token, word, rest string, at int) {
	n := &If{At: t.at, Condition: p.condition(rest, at)}
	p.add(n)
	p.open(frame{at: t.at, word: word, node: n, chained: word == "否则如果"})
}

func (p *parser) openEach(t token, rest string, at int) {
	n := &Each{At: t.at, Collection: wholeWord(rest, at)}
	if n.Collection.Text == "" {
		p.errorf(t.at, "写成 {{每个 工作}}", "“每个”后面没有写是什么")
	}
	p.add(n)
	p.open(frame{at: t.at, word: "每个", node: n})
}

func (p *parser) end(t token) {
	if len(p.frames) == 1 {
		p.errorf(t.at, "删去它，或补上前面的 {{如果 …}}、{{每个 …}}", "多出的“结束”")
		return
	}
	p.close()
}

// orElse turns from what is done if the condition holds to what is done if
// not; it tells whether there is a 如果 to do that in.
func (p *parser) orElse(t token) bool {
	f := p.top()
	n, ok := f.node.(*If)
	if !ok || f.word == "否则" {
		p.errorf(t.at, "“否则”写在 {{如果 …}} 和 {{结束}} 之间，只写一次", "多出的“否则”")
		return false
	}
	p.endBold(f)
	n.Then = f.nodes
	*f = frame{at: f.at, word: "否则", node: n, chained: f.chained}
	return true
}
