package cli

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

func TestCurrentHalfIsTheOneDueNext(t *testing.T) {
	for date, want := range map[string]string{
		"2024-01-05": "2023下半年", "2024-02-29": "2023下半年",
		"2024-03-01": "2024上半年", "2024-07-10": "2024上半年", "2024-08-31": "2024上半年",
		"2024-09-01": "2024下半年", "2024-12-31": "2024下半年",
	} {
		now, err := time.Parse(time.DateOnly, date)
		require.NoError(t, err)
		half := currentHalf(now)
		require.Equal(t, want, time.Date(half.Year, 1, 1, 0, 0, 0, 0, time.UTC).Format("2006")+half.Part, date)
	}
}
