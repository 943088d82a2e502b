package compose

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"banwen/internal/style"
)

// A title's widths are counted in tenths of its size: a full-width character
// is 10, a Latin letter or a digit 6, which is wider than it is in any of the
// usual faces.
const (
	fullWidth = 10
	halfWidth = 6
)

// Prices of a title's break, in squared tenths of a character, the measure of
// how far a line is from the mean: a break before 及 is worth lines that
// differ by some ten characters, since the halves are a title each.
const (
	betweenParts   = -4000 // before 及 and 暨
	betweenWords   = -400  // before 和 and 与, and around 关于
	inUnknownWord  = 1500  // between characters that may be one word
	beforeParticle = 6000  // 的 and the like begin no line
	afterVerb      = 1500  // a verb or adverb parted from what it leans on
	equalLines     = 100   // 梯形 or 菱形, not a rectangle
	hourglass      = 50    // a short line between longer ones, for each tenth it is shorter
	impossible     = 1 << 30
)

// breakTitle breaks a title that is wider than the page's text into as few
// lines as hold it, with words kept whole and the lines balanced as a
// trapezium or a diamond (GB/T 9704-2012, 7.3.1).
func breakTitle(title string, p *style.Profile) []string {
	room := int(p.Page.TextWidth * fullWidth / max(p.TitleText.Size, 1))
	if titleWidth(title) <= room {
		return []string{title}
	}
	units := titleUnits(title, room)
	for n := (titleWidth(title) + room - 1) / max(room, 1); n <= len(units); n++ {
		if ends := (&titleBreaker{units: units, room: room, count: n}).best(); ends != nil {
			return joinUnits(units, ends)
		}
	}
	return []string{title} // a page narrower than a character
}

// titleUnit is what stays together on a line.
type titleUnit struct {
	text  string
	width int
	known bool // a word of the list, a number or a bracketed name
}

func joinUnits(units []titleUnit, ends []int) []string {
	var lines []string
	from := 0
	for _, end := range ends {
		var b strings.Builder
		for _, u := range units[from:end] {
			b.WriteString(u.text)
		}
		lines = append(lines, b.String())
		from = end
	}
	return lines
}

// titleBreaker finds the cheapest way to set units in count lines.
type titleBreaker struct {
	units []titleUnit
	room  int
	count int
	sums  []int // width of the units before each
	known map[titleState]titleChoice
}

// titleState is where a line begins, and what the lines before ask of it.
type titleState struct {
	start, lines int // lines still to be set
	last         int // width of the line before; 0: none
	narrowing    bool
}

type titleChoice struct{ cost, end int }

// best gives the unit after the last of each line; nil if count lines are too few.
func (b *titleBreaker) best() []int {
	b.sums = make([]int, len(b.units)+1)
	for i, u := range b.units {
		b.sums[i+1] = b.sums[i] + u.width
	}
	b.known = map[titleState]titleChoice{}
	s := titleState{lines: b.count}
	var ends []int
	for s.lines > 0 {
		choice := b.choose(s)
		if choice.cost >= impossible {
			return nil
		}
		ends = append(ends, choice.end)
		s = b.after(s, choice.end)
	}
	return ends
}

// choose finds where the line that begins at s ends best.
func (b *titleBreaker) choose(s titleState) titleChoice {
	if s.lines == 0 {
		if s.start == len(b.units) {
			return titleChoice{}
		}
		return titleChoice{cost: impossible}
	}
	if c, ok := b.known[s]; ok {
		return c
	}
	best := titleChoice{cost: impossible}
	for end := s.start + 1; end <= len(b.units) && b.sums[end]-b.sums[s.start] <= b.room; end++ {
		cost := b.lineCost(s, end) + b.choose(b.after(s, end)).cost
		if cost < best.cost {
			best = titleChoice{cost, end}
		}
	}
	b.known[s] = best
	return best
}

// after is the state in which the line that follows begins.
func (b *titleBreaker) after(s titleState, end int) titleState {
	width := b.sums[end] - b.sums[s.start]
	return titleState{start: end, lines: s.lines - 1, last: width, narrowing: s.narrowing || s.last > 0 && width < s.last}
}

// lineCost is the price of a line from s to end and of the break after it.
func (b *titleBreaker) lineCost(s titleState, end int) int {
	width := b.sums[end] - b.sums[s.start]
	off := width - b.sums[len(b.units)]/b.count
	cost := off * off
	switch {
	case s.last == width:
		cost += equalLines
	case s.narrowing && width > s.last:
		cost += hourglass * (width - s.last)
	}
	if end < len(b.units) {
		cost += breakCost(b.units[end-1], b.units[end])
	}
	return cost
}

// breakCost is the price of a break between two units.
func breakCost(before, after titleUnit) int {
	switch {
	case slices.Contains([]string{"及", "暨"}, after.text):
		return betweenParts
	case slices.Contains([]string{"的", "了", "等"}, after.text):
		return beforeParticle
	case slices.Contains([]string{"及", "和", "暨", "与"}, before.text):
		return beforeParticle
	case slices.Contains([]string{"和", "与", "关于"}, after.text), before.text == "关于":
		return betweenWords
	case slices.Contains(leaning, before.text):
		return afterVerb
	case !before.known && !after.known:
		return inUnknownWord
	}
	return 0
}

// leaning are words that lean on what follows.
var leaning = []string{
	"开展", "推进", "推动", "加强", "深化", "深入", "扎实", "持续", "全面", "进一步", "做好",
	"落实", "贯彻", "贯彻落实", "完善", "健全", "优化", "加强和改进", "加强和完善",
}

//go:embed words.txt
var wordList string

// titleWords are words of official documents that a title keeps whole, and the
// length in characters of the longest.
var titleWords = sync.OnceValues(func() (map[string]bool, int) {
	words, longest := map[string]bool{}, 0
	for word := range strings.Lines(wordList) {
		word = strings.TrimSpace(word)
		words[word] = true
		longest = max(longest, utf8.RuneCountInString(word))
	}
	return words, longest
})

// titleUnits cuts a title into what stays together: words of the list, the
// longest first; numbers with 年 and the like; 《…》; punctuation with what it
// belongs to. What is wider than room falls into its characters.
func titleUnits(title string, room int) []titleUnit {
	var units []titleUnit
	rest := []rune(title)
	for len(rest) > 0 {
		n, known := nextWord(rest)
		u := titleUnit{text: string(rest[:n]), known: known}
		if u.width = titleWidth(u.text); u.width > room {
			n = 1
			u = titleUnit{text: string(rest[:1]), width: titleWidth(string(rest[:1]))}
		}
		rest = rest[n:]
		if last := len(units) - 1; last >= 0 && sticks(units[last].text, u.text) && units[last].width+u.width <= room {
			units[last].text += u.text
			units[last].width += u.width
			continue
		}
		units = append(units, u)
	}
	return units
}

// nextWord gives how many characters the word at the start of rest has.
func nextWord(rest []rune) (n int, known bool) {
	if end := slices.Index(rest, '》'); rest[0] == '《' && end > 0 {
		return end + 1, true
	}
	if n = countRunes(rest, isHalfWidth); n > 0 {
		if n < len(rest) && strings.ContainsRune("年月日号级", rest[n]) {
			n++
			n += partOfYear(string(rest[n:]))
		}
		return n, true
	}
	words, longest := titleWords()
	for n = min(longest, len(rest)); n > 1; n-- {
		if words[string(rest[:n])] {
			return n, true
		}
	}
	return 1, strings.ContainsRune("及和暨与的", rest[0])
}

// partOfYear gives how many characters at the start of a text name a part of
// the year before it: 2023年上半年 is one date.
func partOfYear(text string) int {
	for _, part := range []string{"上半年", "下半年", "一季度", "二季度", "三季度", "四季度", "第一季度", "第二季度", "第三季度", "第四季度"} {
		if strings.HasPrefix(text, part) {
			return utf8.RuneCountInString(part)
		}
	}
	return 0
}

func countRunes(rest []rune, is func(rune) bool) int {
	n := slices.IndexFunc(rest, func(r rune) bool { return !is(r) })
	if n < 0 {
		return len(rest)
	}
	return n
}

// sticks tells whether no line may break between two stretches of text:
// punctuation closes what is before it, and opens what is after it.
func sticks(before, after string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	first, _ := utf8.DecodeRuneInString(after)
	opens := unicode.In(last, unicode.Ps, unicode.Pi)
	closes := unicode.In(first, unicode.P, unicode.Sm) && !unicode.In(first, unicode.Ps, unicode.Pi)
	return opens || closes
}

// titleWidth is a text's width in tenths of its size.
func titleWidth(s string) int {
	width := 0
	for _, r := range s {
		if isHalfWidth(r) {
			width += halfWidth
		} else {
			width += fullWidth
		}
	}
	return width
}

func isHalfWidth(r rune) bool { return r < 0x80 }
