package typeset

import "strings"

// numberPrefixes belong to the number that follows.
const numberPrefixes = "第+-−±＋≥≤≈约"

// numberJoints stand inside a number, between two of its digits: 980.48,
// 1：1.5, 1—5月, 3/4.
const numberJoints = ".,:/-~×．：／—－–～"

// percents may end a number.
const percents = "％%‰℃°"

// joinNumbers keeps each number in one piece with its sign and the word that
// counts or measures: 第5名, 980.48万余元, 1—5月, 6月20日.
func joinNumbers(chars []char) {
	for i := 0; i < len(chars); {
		if !chars[i].class.is(digit) {
			i++
			continue
		}
		start, end := i, unitEnd(chars, numberEnd(chars, i))
		if start > 0 && belongsBefore(chars[start-1].r) {
			start--
		}
		join(chars[start:end])
		i = end
	}
}

// belongsBefore tells a prefix of a number, the bracket of a document number
// (〔2020〕43号) among them.
func belongsBefore(r rune) bool {
	return r == '〕' || strings.ContainsRune(numberPrefixes, r)
}

// numberEnd gives the end of the number that begins at i.
func numberEnd(chars []char, i int) int {
	for i < len(chars) {
		switch {
		case chars[i].class.is(digit):
			i++
		case isAt(chars, i, numberJoints) && i+1 < len(chars) && chars[i+1].class.is(digit):
			i += 2
		default:
			return i
		}
	}
	return i
}

// unitEnd gives the end of the percent sign or measure word at i, or i.
func unitEnd(chars []char, i int) int {
	if isAt(chars, i, percents) {
		return i + 1
	}
	for isAt(chars, i, multipliers) {
		i++
	}
	if isAt(chars, i, approximations) {
		i++
	}
	end := measureWordEnd(chars, i)
	if end == i+1 && chars[i].r == '月' && end < len(chars) && chars[end].class.is(digit) {
		return unitEnd(chars, numberEnd(chars, end)) // 6月20日
	}
	return end
}

// measureWordEnd gives the end of the longest measure word at i, or i.
func measureWordEnd(chars []char, i int) int {
	var word strings.Builder
	end := i
	for j := i; j < min(i+longestMeasureWord, len(chars)); j++ {
		word.WriteRune(chars[j].r)
		if measureWords[word.String()] {
			end = j + 1
		}
	}
	return end
}

func isAt(chars []char, i int, set string) bool {
	return i < len(chars) && strings.ContainsRune(set, chars[i].r)
}
