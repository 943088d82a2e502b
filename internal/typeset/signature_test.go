package typeset_test

import (
	"testing"

	"banwen/internal/doc"
	"banwen/internal/typeset"

	"github.com/stretchr/testify/require"
)

func TestSignatureStandsAsTheStandardSays(t *testing.T) {
	p := plain(t)
	cell := p.CharacterCell()
	right := p.Page.Left + p.Page.TextWidth
	for _, c := range []struct {
		organ, date string
		byDate      bool // the date ends two characters inside the edge
	}{
		{"中共某某县委政法委员会办公室", "2023年6月30日", false},
		{"县公安局", "2023年6月30日", true},
		{"局", "2023年12月30日", true},
	} {
		d := document(filler("p", 3))
		d.Signature = &doc.Signature{Organ: doc.Plain(c.organ), Date: doc.Plain(c.date)}
		l := mustSet(t, d, p)
		lines := linesOfKind(t, l, typeset.SignedText)
		require.Equal(t, []string{c.organ, c.date}, texts(lines))
		organ, date := lines[0], lines[1]
		require.Equal(t, organ.x+2*cell, date.x, "the date begins two characters right of the organ")
		if c.byDate {
			require.Equal(t, right-2*cell, date.end)
		} else {
			require.Equal(t, right-2*cell, organ.end)
		}
		body := linesOfKind(t, l, typeset.BodyText)
		require.Equal(t, 2*p.Grid.Pitch, organ.y-body[len(body)-1].y, "one blank line above")
		require.Equal(t, p.Grid.Pitch, date.y-organ.y)
	}
}

func TestSignatureIsNeverAlone(t *testing.T) {
	p := plain(t)
	for n := 1; n < 60; n++ {
		d := document(filler("p", n))
		d.Signature = &doc.Signature{Organ: doc.Plain("县公安局"), Date: doc.Plain("2023年6月30日")}
		lines := linesOf(t, mustSet(t, d, p))
		signed := 0
		for _, l := range lines {
			if l.kind == typeset.SignedText {
				signed = l.page
			}
		}
		body := 0
		for _, l := range lines {
			if l.kind == typeset.BodyText && l.page == signed {
				body++
			}
		}
		require.GreaterOrEqual(t, body, min(n, 2), "%d lines of text", n)
	}
}

func TestSignatureWiderThanTheTypeAreaLosesNothing(t *testing.T) {
	p := plain(t)
	d := document(filler("p", 3))
	d.Signature = &doc.Signature{Organ: doc.Plain(hanzi(40)), Date: doc.Plain("2023年6月30日")}
	lines := linesOfKind(t, mustSet(t, d, p), typeset.SignedText)
	require.Len(t, lines, 3)
	require.Equal(t, hanzi(40), lines[0].text+lines[1].text)
	for _, l := range lines {
		require.LessOrEqual(t, l.end, p.Page.Left+p.Page.TextWidth)
	}
}
