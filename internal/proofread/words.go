package proofread

import (
	"bytes"
	_ "embed"
	"slices"
	"strings"
	"unicode/utf8"

	"banwen/internal/diag"
	"banwen/internal/finding"
)

// wordRules look for words that the unit does not want.
var wordRules = []rule{
	{finding.Rule{
		ID: "word", Title: "用词表里的词", Severity: diag.Warning, Clause: "实务",
		Bad:  []string{"截止目前，共破案{22起}。", "推进其它工作。", "干部份额外，部份群众"},
		Good: []string{"截至目前，共破案{22起}。", "推进其他工作。", "公布署名文章。"},
	}, unwantedWords},
}

// Word is a word that a unit does not want in its documents.
type Word struct {
	Text     string
	Instead  string // what to write; Text itself where it is right, though a shorter word in it is not
	Why      string // may be empty
	Severity diag.Severity
}

// WordList is a unit's own list of such words (用词表).
type WordList []Word

//go:embed words/default.txt
var shippedWords []byte

// ShippedWords is the list that comes with the program.
func ShippedWords() WordList {
	list, _ := ParseWords("default.txt", shippedWords)
	return list
}

// ShippedFile is the file of that list.
func ShippedFile() []byte { return shippedWords }

// ParseWords reads a list, a line a word: 词 | 改为 | 说明 | 轻重; the last two
// may be left out. Lines that begin with # are comments.
func ParseWords(name string, data []byte) (WordList, diag.List) {
	r := wordReader{name: name, lines: map[string]int{}}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	for i, line := range strings.Split(string(data), "\n") {
		r.line(i+1, strings.TrimSuffix(line, "\r"))
	}
	return r.list, r.diags
}

// wordReader reads a list of words.
type wordReader struct {
	name  string
	list  WordList
	lines map[string]int // where each word was given
	diags diag.List
}

// severityNames are what the last column may say.
var severityNames = []string{"错误", "警告", "提示"}

func (r *wordReader) line(number int, line string) {
	if content := strings.TrimSpace(line); content == "" || content[0] == '#' {
		return
	}
	fail := func(column int, hint, format string, args ...any) {
		r.diags.Errorf(diag.Pos{File: r.name, Line: number, Col: column}, hint, format, args...)
	}
	if !utf8.ValidString(line) {
		fail(1, "另存为UTF-8编码", "这一行不是UTF-8编码")
		return
	}
	fields, columns := cells(line)
	word := Word{Text: fields[0], Severity: diag.Warning}
	switch {
	case len(fields) == 1:
		fail(1, "写成“截止目前 | 截至目前”", "“%s”没有写改成什么", word.Text)
		return
	case len(fields) > 4:
		fail(columns[4], "只写“词 | 改为 | 说明 | 轻重”", "多了一列“%s”", fields[4])
		return
	case word.Text == "":
		fail(1, "写成“截止目前 | 截至目前”", "没有写是哪个词")
		return
	case fields[1] == "":
		fail(columns[1], "写上改为哪个词", "“%s”没有写改成什么", word.Text)
		return
	case r.lines[word.Text] > 0:
		fail(columns[0], "删去一处", "“%s”在第%d行已经写过", word.Text, r.lines[word.Text])
		return
	}
	word.Instead = fields[1]
	if len(fields) > 2 {
		word.Why = fields[2]
	}
	if len(fields) > 3 && fields[3] != "" {
		i := slices.Index(severityNames, fields[3])
		if i < 0 {
			fail(columns[3], "写错误、警告或提示", "轻重不能是“%s”", fields[3])
			return
		}
		word.Severity = diag.Severity(i)
	}
	r.lines[word.Text] = number
	r.list = append(r.list, word)
}

// cells cuts a line at | and ｜, and gives the column of each part, in
// characters from 1.
func cells(line string) (fields []string, columns []int) {
	runes := []rune(line)
	start := 0
	for i := 0; i <= len(runes); i++ {
		if i < len(runes) && runes[i] != '|' && runes[i] != '｜' {
			continue
		}
		field := string(runes[start:i])
		blank := utf8.RuneCountInString(field) - utf8.RuneCountInString(strings.TrimLeft(field, " \t　"))
		fields = append(fields, strings.TrimSpace(field))
		columns = append(columns, start+blank+1)
		start = i + 1
	}
	return fields, columns
}

// unwantedWords reports the words of the list, at each place the longest.
func unwantedWords(t *text) []hit {
	if len(t.facts.Words) == 0 {
		return nil
	}
	index := t.facts.Words.index()
	return each(func(p *passage) []hit {
		var hits []hit
		from := 0
		for i, r := range p.text {
			if i < from {
				continue
			}
			if w := longest(index[r], p.text[i:]); w != nil {
				from = i + len(w.Text)
				if w.Text != w.Instead {
					hits = append(hits, hit{passage: p, start: i, end: from, reason: w.reason(), severity: &w.Severity})
				}
			}
		}
		return hits
	})(t)
}

// index lists the words by their first characters, longest first.
func (l WordList) index() map[rune][]*Word {
	index := map[rune][]*Word{}
	for i := range l {
		first := runeAt(l[i].Text, 0)
		index[first] = append(index[first], &l[i])
	}
	for _, words := range index {
		slices.SortStableFunc(words, func(a, b *Word) int { return len(b.Text) - len(a.Text) })
	}
	return index
}

// longest is the first of words, longest first, that text begins with.
func longest(words []*Word, text string) *Word {
	for _, w := range words {
		if strings.HasPrefix(text, w.Text) {
			return w
		}
	}
	return nil
}

// reason says what to write instead, and why.
func (w Word) reason() string {
	reason := "“" + w.Text + "”写成“" + w.Instead + "”"
	if w.Why != "" {
		reason += "：" + w.Why
	}
	return reason
}
