package hostile

// badCharacters are characters that no text may hold, by what they are called.
var badCharacters = []struct{ name, bytes, says string }{
	{"NUL", "\x00", `有控制字符 U\+0000`},
	{"ESC", "\x1b[31m", `有控制字符 U\+001B`},
	{"right-to-left override", "\u202e", `有看不见的字符 U\+202E`},
	{"line separator", "\u2028", `有看不见的字符 U\+2028`},
	{"byte order mark", "\ufeff", `有看不见的字符 U\+FEFF`},
	{"surrogate", "\xed\xa0\x80", `不是 UTF-8 编码`},
	{"no UTF-8", "\xff\xfe", `不是 UTF-8 编码`},
	{"noncharacter", "\uffff", `有看不见的字符 U\+FFFF`},
}

// escapes are the same, as a double-quoted text of YAML may have them.
var escapes = []struct{ name, typed, says string }{
	{"NUL", `\0`, `有控制字符 U\+0000`},
	{"ESC", `\e[31m`, `有控制字符 U\+001B`},
	{"right-to-left override", `\u202e`, `有看不见的字符 U\+202E`},
	{"line separator", `\L`, `有看不见的字符 U\+2028`},
	{"byte order mark", `\ufeff`, `有看不见的字符 U\+FEFF`},
	{"surrogate", `\ud800`, `双引号里的“\\”写法不对`},
	{"beyond Unicode", `\Uffffffff`, `双引号里的“\\”写法不对`},
}

// characterCases are bad characters in every kind of file.
func characterCases() []Case {
	var all []Case
	for _, c := range badCharacters {
		all = append(all,
			Case{Name: "character in area, " + c.name, Want: `areas/a.yaml:3:6: 错误：` + c.says, files: body("正文: 甲" + c.bytes + "乙\n")},
			Case{Name: "character in report.yaml, " + c.name, Want: `report.yaml:2:5: 错误：` + c.says, files: report("单位: 某局\n标题: " + c.bytes + "总结\n期间: 2023上半年\n工作: [a]\n")},
			Case{Name: "character in template, " + c.name, Want: `templates/t/document.txt:6:2: 错误：` + c.says, files: layout(layoutHead + "甲" + c.bytes + "乙\n")},
		)
	}
	for _, e := range escapes {
		all = append(all, Case{Name: "escape, " + e.name, Want: `areas/a.yaml:3(:\d+)?: 错误：` + e.says, files: body("正文: \"甲" + e.typed + "乙\"\n")})
	}
	return all
}
