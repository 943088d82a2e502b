package proofread_test

import (
	"encoding/json"
	"testing"

	"banwen/internal/diag"
	"banwen/internal/doc"
	"banwen/internal/proofread"

	"github.com/stretchr/testify/require"
)

// A finding does not spread the number it is about, nor does one that is about
// something else in the sentence.
func TestPrivateNumbersAreMasked(t *testing.T) {
	for text, want := range map[string]string{
		"联系人张某（13800138000），，":      "138******00",
		"张某<11010519491231002X>，，":  "110*************2X",
		"转入6222021234567890128账户，，": "622**************28",
		"## 联系13800138000\n张某，，李某":  "",
		"身份证１１０１０５１９４９１２３１００２１，，的":  "１１０*************２１",
	} {
		findings := proofread.Check(proofread.ExampleDocument(text), proofread.Facts{})
		require.NotEmpty(t, findings, text)
		shown, err := json.Marshal(findings)
		require.NoError(t, err)
		for _, number := range []string{"13800138000", "11010519491231002X", "6222021234567890128", "１１０１０５１９４９１２３１００２１"} {
			require.NotContains(t, string(shown), number, text)
		}
		if want != "" {
			require.Contains(t, string(shown), `"quote":"`+want, text)
		}
	}
}

// The digits of a private number are reported once, by the rule over it.
func TestPrivateNumbersAreReportedOnce(t *testing.T) {
	findings := proofread.Check(proofread.ExampleDocument("联系人张某，13800138000。"), proofread.Facts{})
	require.Len(t, findings, 1)
	require.Equal(t, "phone-number", findings[0].Rule)
	require.True(t, findings[0].IsError())
}

// An 18-digit number that fails its check digit may be something else.
func TestDoubtfulIDNumber(t *testing.T) {
	findings := proofread.Check(proofread.ExampleDocument("张某<110105194912310021>"), proofread.Facts{})
	require.Len(t, findings, 1)
	require.Equal(t, diag.Hint, findings[0].Severity)
}

func TestPrivateNumbersInTables(t *testing.T) {
	d := &doc.Document{Blocks: []doc.Block{&doc.Table{ID: "t", Rows: [][]doc.Cell{{{Runs: []doc.Run{{Text: "13800138000", Literal: true}}}}}}}}
	findings := proofread.Check(d, proofread.Facts{})
	require.Len(t, findings, 1)
	require.Equal(t, "phone-number", findings[0].Rule)
}
