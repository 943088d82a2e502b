package proofread

import "strings"

// direction is the way that a figure moved.
type direction int

const (
	neither direction = iota
	up
	down
)

var directionWords = map[direction][]string{
	up:   {"上升", "增长", "增加", "提高", "提升", "上涨", "升"},
	down: {"下降", "减少", "降低", "回落", "下跌", "降"},
}

// directionAt reads a word of direction at the front of a text.
func directionAt(text string) (d direction, word string) {
	for _, d := range []direction{up, down} {
		for _, word := range directionWords[d] {
			if strings.HasPrefix(text, word) {
				return d, word
			}
		}
	}
	return neither, ""
}

// change gives the direction of a printed change, neither for another part.
func (x part) change() direction {
	if !x.isFigure() || x.run.Origin.Base == "" {
		return neither
	}
	d, _ := directionAt(x.run.Text)
	return d
}

// changes lists the printed changes within a stretch of the text.
func (p *passage) changes(start, end int) []part {
	var list []part
	for _, x := range p.parts {
		if x.start >= start && x.end <= end && x.change() != neither {
			list = append(list, x)
		}
	}
	return list
}
