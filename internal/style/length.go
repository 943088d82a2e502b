package style

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/shopspring/decimal"
)

// Length is a length in English Metric Units (ECMA-376 part 1, 20.1.2.1):
// millimetres, points and twips are all whole numbers of it, so that layout
// is exact integer arithmetic and gives the same bytes on every machine.
type Length int64

// The units of length.
const (
	EMU  Length = 1
	Twip Length = 635   // 1/20 pt
	Pt   Length = 12700 // 1/72 inch
	Mm   Length = 36000
)

// Points gives the length in points.
func (l Length) Points() float64 { return float64(l) / float64(Pt) }

// Millimetres gives the length in millimetres.
func (l Length) Millimetres() float64 { return float64(l) / float64(Mm) }

// Twips gives the length in twips (1/20 pt), rounded to the nearest.
func (l Length) Twips() int64 { return int64((l + Twip/2) / Twip) }

// HalfPoints gives the length in half-points, rounded to the nearest: the
// unit of OOXML's font sizes.
func (l Length) HalfPoints() int64 { return int64((l + Pt/4) / (Pt / 2)) }

// String gives the length in points without trailing zeros, as 28.95pt.
func (l Length) String() string {
	return decimal.NewFromInt(int64(l)).DivRound(decimal.NewFromInt(int64(Pt)), 4).String() + "pt"
}

// plainNumber is a number that people write; decimal would also read one with
// an exponent that fills all memory.
var plainNumber = regexp.MustCompile(`^\d{1,5}(\.\d{1,6})?$`)

// ParseLength reads a number with its unit: 210mm, 16pt, 579twip. The size
// names of Chinese typesetting (字号) are read too: 2号, 小四号.
func ParseLength(s string) (Length, error) {
	if l, ok := fontSizes[sizeDigits.Replace(s)]; ok {
		return l, nil
	}
	for suffix, unit := range map[string]Length{"mm": Mm, "pt": Pt, "twip": Twip} {
		number, ok := strings.CutSuffix(s, suffix)
		if !ok {
			continue
		}
		number = strings.TrimSpace(number)
		if !plainNumber.MatchString(number) {
			break
		}
		d, err := decimal.NewFromString(number)
		if err != nil {
			break
		}
		return Length(d.Mul(decimal.NewFromInt(int64(unit))).Round(0).IntPart()), nil
	}
	return 0, fmt.Errorf("“%s”不是长度，写成 37mm、16pt 或 3号 的样子", s)
}

// fontSizes are the size names of Chinese typesetting in points, as Word and WPS have them.
var fontSizes = map[string]Length{
	"初号": 42 * Pt, "小初": 36 * Pt,
	"1号": 26 * Pt, "小1号": 24 * Pt,
	"2号": 22 * Pt, "小2号": 18 * Pt,
	"3号": 16 * Pt, "小3号": 15 * Pt,
	"4号": 14 * Pt, "小4号": 12 * Pt,
	"5号": 21 * Pt / 2, "小5号": 9 * Pt,
	"6号": 15 * Pt / 2, "小6号": 13 * Pt / 2,
}

// sizeDigits are the hanzi that size names are as often written with, in the
// digits that Word and WPS show them with.
var sizeDigits = strings.NewReplacer("一", "1", "二", "2", "三", "3", "四", "4", "五", "5", "六", "6")
