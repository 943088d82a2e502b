package figure

// Print gives the quantity as it stands in prose: 22起, 18.90万元, 66.37％, 980.48万余元.
func (b *Book) Print(q Quantity) string { panic("to be written") }

// PrintNumber gives the number alone, as typed: 18.90.
func (b *Book) PrintNumber(q Quantity) string { panic("to be written") }

// PrintChinese gives the quantity with its number in Chinese numerals: 两年,
// 五个. A whole number only; else an error.
func (b *Book) PrintChinese(q Quantity) (string, error) { panic("to be written") }

// PrintChineseNumber gives the number alone in Chinese numerals, as in 第一
// or 零发生: 2 is 二 here. A whole number only; else an error.
func (b *Book) PrintChineseNumber(q Quantity) (string, error) { panic("to be written") }

// Words are the two words of a change.
type Words struct{ Up, Down string }

// DefaultWords are 上升 and 下降.
var DefaultWords = Words{Up: "上升", Down: "下降"}

// YearOnYear words the change against 去年同期: 上升9.1％, 下降12％, 持平. From
// a base of 0 it tells the count, since there is no percentage: 增加3起 (with
// the words 增加/减少 whatever words says, as 上升3起 is not said). Between two
// percentages the size is in 百分点. The error says in Chinese that no base is known.
func (b *Book) YearOnYear(v *Value, words Words) (string, error) { panic("to be written") }

// PeriodOnPeriod is the same against 上期 (环比).
func (b *Book) PeriodOnPeriod(v *Value, words Words) (string, error) { panic("to be written") }

// Rate gives part/whole in percent with digits decimals: 57.89％. Errors: a
// zero whole, units of different families.
func (b *Book) Rate(part, whole *Value, digits int32) (string, error) { panic("to be written") }

// Progress gives value/计划 in percent with digits decimals. The error says that no 计划 is given.
func (b *Book) Progress(v *Value, digits int32) (string, error) { panic("to be written") }
