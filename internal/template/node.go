// Package template reads the template language: prose with {{…}} in it, both
// in the data (正文, 标题 …) and in template files. It turns text into nodes
// that keep their places, and reports every mistake of form at once. What a
// name means, and what is printed for it, is not its business: it knows
// nothing of figures or documents.
//
// The language cannot loop without end, nor call or open anything: there are
// names, conditions, and loops over the report's own collections.
package template

// Node is one of *Text, *LineEnd, *Bold, *Literal, *Action, *If, *Each. At is
// always a byte offset into the text that was parsed.
type Node interface{ node() }

// Text is prose as typed, without line ends.
type Text struct {
	At   int
	Text string
}

// LineEnd ends a line; in prose that is the end of a paragraph.
type LineEnd struct{ At int }

// Bold is **bold** text; it never holds a LineEnd.
type Bold struct {
	At    int
	Nodes []Node
}

// Literal is {{原文 "…"}}: text that is printed as it stands, without any
// markup in it being read, and whose digits are prose.
type Literal struct {
	At   int
	Text string
}

// Action is {{…}} that prints something. A name may hold spaces, so Text as a
// whole may be a name, whatever its first word says.
type Action struct {
	At    int    // of {{
	Text  Word   // everything between the braces, trimmed
	Words []Word // Text split at spaces; at least one
}

// Word is a word of an action, or a name in it.
type Word struct {
	At     int
	Text   string // without its quotes
	Quoted bool   // stood in "…" or “…”
}

// If is {{如果 …}}…{{否则}}…{{结束}}; {{否则如果 …}} is an If alone in Else.
type If struct {
	At         int
	Condition  Condition
	Then, Else []Node
}

// Each is {{每个 工作}}…{{结束}}.
type Each struct {
	At         int
	Collection Word
	Nodes      []Node
}

func (*Text) node()    {}
func (*LineEnd) node() {}
func (*Bold) node()    {}
func (*Literal) node() {}
func (*Action) node()  {}
func (*If) node()      {}
func (*Each) node()    {}

// Walk calls f for every node, those inside others after what holds them.
func Walk(nodes []Node, f func(Node)) {
	for _, n := range nodes {
		f(n)
		switch n := n.(type) {
		case *Bold:
			Walk(n.Nodes, f)
		case *If:
			Walk(n.Then, f)
			Walk(n.Else, f)
		case *Each:
			Walk(n.Nodes, f)
		}
	}
}
