package pipeline_test

import (
	"math/rand/v2"
	"os"
	"slices"
	"testing"
	"testing/fstest"

	"banwen/internal/compose"
	"banwen/internal/font"
	"banwen/internal/pipeline"

	"github.com/stretchr/testify/require"
)

// A font file from anywhere gives a PDF or an error, never a panic: widths,
// sizes and outlines of a hostile one may say anything.
func TestHostileFontsGiveAPDFOrAnError(t *testing.T) {
	sound, err := os.ReadFile("../font/files/GWKai.ttf")
	require.NoError(t, err)
	shipped := font.Shipped()
	random := rand.New(rand.NewPCG(3, 4))
	used := 0
	for range 40 {
		data := slices.Clone(sound)
		for range 1 + random.IntN(40) {
			data[random.IntN(300_000)] = byte(random.IntN(256)) // headers, cmap, widths, loca
		}
		files := fstest.MapFS{"仿宋.ttf": {Data: data}}
		fonts, _ := shipped.WithOwn([]font.Folder{{Name: "fonts", Files: files}})
		if fonts == nil {
			continue
		}
		r, diags := pipeline.Document(pipeline.Request{Files: habitReport, Dir: "r", Profiles: ownProfile(""), Stage: compose.Final, Fonts: fonts})
		require.Empty(t, diags)
		pdf, diags := pipeline.Render(r, pipeline.PDF, pipeline.Settings{Fonts: fonts})
		require.Equal(t, pdf == nil, diags.HasErrors())
		used++
	}
	require.Greater(t, used, 10)
}
