package merge

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"banwen/internal/align"
	"banwen/internal/amend"
	"banwen/internal/textfile"
)

// How much it matters that a token stays what it is: of two ways to read an
// edit, the one that keeps figures is meant.
const (
	weighsText   = 1
	weighsWord   = 2  // a figure without digits, such as 两年 or the name of a period
	weighsNumber = 15 // a figure with digits
)

// edit is new text in the place of some bytes of a YAML text.
type edit struct {
	file *amend.File
	amend.Edit
}

// touched is a figure that the editor did not leave as it was.
type touched struct {
	piece   piece
	inDOCX  string // what stands in its place
	dropped bool   // its {{…}} goes, with the words around it
}

// rewriting maps an edited text onto the pieces it was printed from.
type rewriting struct {
	pieces []piece
	base   []token
	now    []string
	stays  []int        // the token of now that each of base is; -1: none
	moved  map[int]int  // tokens of now that are figures from elsewhere: which of base
	left   map[int]bool // tokens of base that moved
	edits  []edit
	lost   []touched

	text    strings.Builder // what will be printed
	figures []stretch       // of it: what figures print, and the program
	fresh   []freshStretch  // of it: what the editor typed, or left of what he took out
}

// print adds to what will be printed.
func (r *rewriting) print(text string) stretch {
	from := r.text.Len()
	r.text.WriteString(text)
	return stretch{from, r.text.Len()}
}

// errTooLong is a paragraph that is too long to compare.
var errTooLong = errors.New("这一段太长，改动太散，对不上")

// rewrite gives the edits that make a paragraph's pieces say text, and what
// they will print: text itself, but for figures changed by hand.
func rewrite(pieces []piece, text string) (*rewriting, error) {
	t := newTokenizer(pieces)
	r := &rewriting{pieces: pieces, base: t.tokens(pieces), now: t.cut(text), moved: map[int]int{}, left: map[int]bool{}}
	before := make([]string, len(r.base))
	for i := range r.base {
		before[i] = r.base[i].text
	}
	var ok bool
	if r.stays, ok = align.Pairs(before, r.now, r.weight); !ok {
		return nil, errTooLong
	}
	r.findMoved()
	return r, r.gaps()
}

func (r *rewriting) weight(i int) int {
	switch p := r.of(i); {
	case p.kind != figure:
		return weighsText
	case hasDigit(p.text):
		return weighsNumber
	default:
		return weighsWord
	}
}

// of is the piece of a token of base.
func (r *rewriting) of(i int) *piece { return &r.pieces[r.base[i].piece] }

// source is where a token of base was typed.
func (r *rewriting) source(i int) source {
	s, t := r.of(i).source, r.base[i]
	if r.of(i).kind != figure && s.known() && r.of(i).text != "\n" {
		s.from, s.to = s.from+t.from, s.from+t.to
	}
	return s
}

// findMoved finds figures that stand elsewhere now.
func (r *rewriting) findMoved() {
	taken := map[int]bool{}
	for _, j := range r.stays {
		taken[j] = true
	}
	for i, j := range r.stays {
		if j >= 0 || r.of(i).kind != figure || !r.of(i).known() || runeCount(r.of(i).text) < 2 {
			continue
		}
		for k, text := range r.now {
			if text == r.of(i).text && !taken[k] {
				taken[k], r.moved[k], r.left[i] = true, i, true
				break
			}
		}
	}
}

// gaps goes through what has changed between what stays.
func (r *rewriting) gaps() error {
	j := 0
	for i := 0; i <= len(r.base); {
		if i < len(r.base) && r.stays[i] == j {
			if at := r.print(r.base[i].text); r.of(i).kind != typed {
				r.figures = append(r.figures, at)
			}
			i, j = i+1, j+1
			continue
		}
		g := gap{r: r, from: i, nowFrom: j}
		for i < len(r.base) && r.stays[i] < 0 {
			i++
		}
		g.to, g.nowTo = i, len(r.now)
		if i < len(r.base) {
			g.nowTo = r.stays[i]
		}
		if err := g.close(); err != nil {
			return err
		}
		if j = g.nowTo; i == len(r.base) {
			return nil
		}
	}
	return nil
}

// checkTyped refuses words that the YAML's prose could not hold.
func checkTyped(text string) error {
	if i := strings.IndexAny(text, "{}｛｝|"); i >= 0 {
		c, _ := utf8.DecodeRuneInString(text[i:])
		return fmt.Errorf("改稿里的“%c”不能写进正文", c)
	}
	if strings.ContainsRune(text, '\t') {
		return errors.New("改稿里有制表符，改成空格或去掉")
	}
	if strings.Contains(text, "**") {
		return errors.New("改稿里的“**”不能写进正文")
	}
	if i := strings.IndexFunc(text, textfile.Unwanted); i >= 0 {
		c, _ := utf8.DecodeRuneInString(text[i:])
		return errors.New("改稿里" + textfile.Describe(c))
	}
	if strings.Contains(text, "〓") {
		return errors.New("改稿里有特殊字体的符号，认不出是什么字")
	}
	return nil
}
