package typeset_test

import (
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"banwen/internal/doc"
	"banwen/internal/typeset"

	"github.com/stretchr/testify/require"
)

// What the rules forbid, written down again so that a slip in the table of
// the package shows here.
const (
	mayNotBegin = "，。、；：？！）》〉”’〕】』」…—％"
	mayNotEnd   = "（《〈“‘〔【『「"
)

// randomText makes text as reports have it. atoms are the byte ranges that
// no line may split.
func randomText(r *rand.Rand) (text string, atoms [][2]int) {
	var b strings.Builder
	atom := func(s string) {
		atoms = append(atoms, [2]int{b.Len(), b.Len() + len(s)})
		b.WriteString(s)
	}
	pick := func(all ...string) string { return all[r.IntN(len(all))] }
	for range 20 + r.IntN(120) {
		switch r.IntN(12) {
		case 0:
			atom(pick("22", "980.48", "1,285", "2023", "1.5", "57.89％", "-3.5%", "－12"))
		case 1:
			atom(strconv.Itoa(r.IntN(1000000)))
			b.WriteString(pick("人", "起", "个百分点", "平方米"))
		case 2:
			atom(pick("PDF", "xx", "Word", "COVID-19", "GB/T"))
		case 3:
			atom(pick("——", "……"))
		case 4:
			b.WriteString(pick("“", "（", "《", "〔") + hanzi(1+r.IntN(6)) + pick("”", "）", "》", "〕"))
		case 5, 6:
			b.WriteString(pick("，", "。", "、", "；", "：", "？", "！"))
		case 7:
			b.WriteString(pick("𬭎", "𫖯"))
		default:
			b.WriteString(hanzi(1 + r.IntN(9)))
		}
		b.WriteString(hanzi(r.IntN(3)))
	}
	return b.String(), atoms
}

func TestRandomTextKeepsTheRules(t *testing.T) {
	p := plain(t)
	left, right := p.Page.Left, p.Page.Left+p.Page.TextWidth
	for seed := range uint64(400) {
		text, atoms := randomText(rand.New(rand.NewPCG(seed, 9704)))
		lines := linesOfKind(t, mustSet(t, document(paragraph("p", text)), p), typeset.BodyText)
		require.Equal(t, text, strings.Join(texts(lines), ""), "every character once, in order")
		at := 0
		for i, l := range lines {
			first, last := i == 0, i == len(lines)-1
			require.LessOrEqual(t, l.end, right, "%d: %s", seed, l.text)
			if first {
				require.Equal(t, left+2*p.CharacterCell(), l.x)
			} else {
				require.Equal(t, left, l.x)
				begin, _ := utf8.DecodeRuneInString(l.text)
				require.NotContains(t, mayNotBegin, string(begin), "%d: %s", seed, l.text)
			}
			if !last {
				require.Equal(t, right, l.end, "%d: %s", seed, l.text)
				end, _ := utf8.DecodeLastRuneInString(l.text)
				require.NotContains(t, mayNotEnd, string(end), "%d: %s", seed, l.text)
			}
			for _, a := range atoms {
				require.False(t, a[0] < at && at < a[1], "%d: %q is split before %q", seed, text[a[0]:a[1]], l.text)
			}
			at += len(l.text)
		}
	}
}

func TestRandomTextIsSetTheSameEveryTime(t *testing.T) {
	text, _ := randomText(rand.New(rand.NewPCG(1, 2)))
	d := document(paragraph("p", text))
	require.Equal(t, mustSet(t, d, plain(t)), mustSet(t, d, plain(t)))
}

func TestAnyTextLosesNothing(t *testing.T) {
	p := narrow(t)
	alphabet := []rune("，。（“”—…％1a. 、中国22起x)(")
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, 1))
		var text []rune
		for range 5 + r.IntN(200) {
			text = append(text, alphabet[r.IntN(len(alphabet))])
		}
		lines := linesOfKind(t, mustSet(t, document(paragraph("p", string(text))), p), typeset.BodyText)
		require.Equal(t, string(text), strings.Join(texts(lines), ""))
		for _, l := range lines {
			require.LessOrEqual(t, l.end, p.Page.Left+p.Page.TextWidth, "%d: %s", seed, l.text)
		}
	}
}

func TestFullLineOfCharactersStandsOnTheGrid(t *testing.T) {
	p := plain(t)
	lines := linesOfKind(t, mustSet(t, document(paragraph("p", hanzi(26+28+10))), p), typeset.BodyText)
	require.Equal(t, []int{26, 28, 10}, []int{
		utf8.RuneCountInString(lines[0].text), utf8.RuneCountInString(lines[1].text), utf8.RuneCountInString(lines[2].text)})
	cell := p.CharacterCell()
	for _, l := range lines {
		x := l.x
		for _, g := range l.runs[0].Glyphs {
			column := (x - p.Page.Left + cell/2) / cell
			require.InDelta(t, int64(column*cell), int64(x-p.Page.Left), float64(p.Grid.Characters), "a character off the grid by more than the remainder")
			x += g.Advance
		}
	}
	require.Equal(t, p.Page.Left+p.Page.TextWidth, lines[1].end)
	require.Equal(t, p.Page.Left+10*cell, lines[2].end, "the last line is not stretched")
}

// The work grows with the text, counted in allocations: a long paragraph, and
// a word that has no place to break.
func TestWorkGrowsLinearly(t *testing.T) {
	p := plain(t)
	for name, unit := range map[string]string{"characters": hanzi(900), "one word": strings.Repeat("x", 900)} {
		count := func(n int) float64 {
			var blocks []doc.Block
			for i := range n {
				blocks = append(blocks, paragraph("p"+strconv.Itoa(i), strings.Repeat(unit, 5)))
			}
			d := document(blocks...)
			return testing.AllocsPerRun(3, func() { typeset.Set(d, p, fonts) })
		}
		require.Less(t, count(40), 11*count(4), name)
	}
}

func TestHugeParagraphEnds(t *testing.T) {
	for _, unit := range []string{"工作总结。", "x", "！", "（", "1"} {
		l := mustSet(t, document(paragraph("p", strings.Repeat(unit, 100000/utf8.RuneCountInString(unit)))), plain(t))
		count := 0
		for _, line := range linesOfKind(t, l, typeset.BodyText) {
			count += utf8.RuneCountInString(line.text)
		}
		require.Equal(t, 100000, count, unit)
	}
}
