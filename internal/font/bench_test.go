package font_test

import (
	"os"
	"testing"

	"banwen/internal/font"
	"banwen/internal/style"
)

func BenchmarkParse(b *testing.B) {
	data, err := os.ReadFile("files/GWFangN.ttf")
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := font.Parse(data); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkChoose(b *testing.B) {
	fonts := font.Shipped()
	text := []rune(font.GeneralStandard())
	i := 0
	for b.Loop() {
		fonts.Choose(style.KaiFace, text[i%len(text)])
		i++
	}
}
