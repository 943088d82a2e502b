package source_test

import (
	"os"
	"strings"
	"testing"

	"banwen/internal/source"

	"github.com/stretchr/testify/require"
)

// The shipped sample is without a mistake, and all of it is read.
func TestSample(t *testing.T) {
	report, diags := source.Load(os.DirFS("../../data"), "2023-h1")
	require.Empty(t, list(diags))
	var ids []string
	indicators, problems, plans, charts := 0, 0, 0, 0
	for _, a := range report.Areas {
		ids = append(ids, a.ID)
		indicators += len(a.Indicators)
		problems += len(a.Problems)
		plans += len(a.Plans)
		charts += len(a.Charts)
	}
	require.Equal(t, "daily-briefing anti-drug anti-fraud homicide-prevention crime law-enforcement integrity traffic team", strings.Join(ids, " "))
	require.Greater(t, indicators, 70)
	require.GreaterOrEqual(t, charts, 6)
	require.Equal(t, 4, problems)
	require.Equal(t, 3, plans)
}

// Every line of the sample's prose is found again at its place.
func TestSamplePlaces(t *testing.T) {
	report, _ := source.Load(os.DirFS("../../data"), "2023-h1")
	for _, a := range report.Areas {
		data, err := os.ReadFile("../../data/2023-h1/" + a.File)
		require.NoError(t, err)
		checkPlaces(t, a.ID, string(data), a.Body)
		checkPlaces(t, a.ID, string(data), a.Title)
		for _, i := range append(a.Problems, a.Plans...) {
			checkPlaces(t, a.ID, string(data), i.Title)
			checkPlaces(t, a.ID, string(data), i.Body)
		}
	}
}

func BenchmarkLoadSample(b *testing.B) {
	data := os.DirFS("../../data")
	for b.Loop() {
		source.Load(data, "2023-h1")
	}
}
