package chart

import "banwen/internal/doc"

// palette is made for print in black and white: six fills whose CIE lightness
// L* is 24, 80, 52, 94, 38 and 66. Any two differ by 12 or more, neighbours
// in the list by 25 or more, so that bars side by side and slices that touch
// stay apart in grey. Paper is 100: the palest needs the outline that every
// bar and slice has.
var palette = []string{
	"1F3864", // deep blue
	"B0CBE6", // light blue
	"7C7C7C", // grey
	"E6EEF7", // pale blue
	"5A5A5A", // dark grey
	"76A1CB", // blue
}

// linePalette holds the colours that are dark enough for a thin line on paper.
var linePalette = []string{"1F3864", "7C7C7C", "76A1CB", "5A5A5A"}

const (
	black = "000000"
	white = "FFFFFF"
)

// The colours (RRGGBB) of everything but data and text, for outputs that
// draw charts themselves too.
const (
	OutlineColor = "404040" // edges of bars and slices: they part light fills from paper
	AxisColor    = "404040"
	GridColor    = "D0D0D0"
	LeaderColor  = "7C7C7C" // lines from a slice or segment to its label
)

func seriesColor(k doc.ChartKind, i int) string {
	if k == doc.Line {
		return linePalette[i%len(linePalette)]
	}
	return palette[i%len(palette)]
}

// sliceColor is the colour of slice i of n. The last slice touches the first:
// where the palette's turn would bring two near colours together there,
// another takes its place that is far from both neighbours.
func sliceColor(i, n int) string {
	const grey, palest = 2, 3
	turn := i % len(palette)
	switch {
	case i == 0 || i < n-1:
	case turn == 0:
		turn = palest
	case turn == 4:
		turn = grey
	}
	return palette[turn]
}

// TextOn is the colour in which text on a fill (RRGGBB) reads best: black, or
// white on the two darkest of the palette.
func TextOn(fill string) string {
	if fill != "" && luma(fill) < 120 {
		return white
	}
	return black
}

// luma is the brightness of a colour from 0 to 255 (ITU-R BT.601 weights).
func luma(color string) int {
	var c [3]int
	for i := range c {
		if 2*i+2 <= len(color) {
			c[i] = hex(color[2*i])<<4 | hex(color[2*i+1])
		}
	}
	return (299*c[0] + 587*c[1] + 114*c[2]) / 1000
}

func hex(digit byte) int {
	switch {
	case digit >= '0' && digit <= '9':
		return int(digit - '0')
	case digit >= 'A' && digit <= 'F':
		return int(digit-'A') + 10
	case digit >= 'a' && digit <= 'f':
		return int(digit-'a') + 10
	}
	return 0
}
