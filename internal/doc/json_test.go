package doc_test

import (
	"encoding/json"
	"testing"

	"banwen/internal/doc"
	"banwen/internal/doc/doctest"

	"github.com/stretchr/testify/require"
)

func TestJSONRoundTrip(t *testing.T) {
	d := doctest.Sample()
	d.Blocks = append(d.Blocks, doctest.Table())
	d.Signature = &doc.Signature{Organ: "xx县公安局", Date: "2023年6月30日"}
	data, err := json.Marshal(d)
	require.NoError(t, err)
	var back doc.Document
	require.NoError(t, json.Unmarshal(data, &back))
	require.Equal(t, d, &back)
}

func TestUnknownBlockKindIsAnError(t *testing.T) {
	var d doc.Document
	err := json.Unmarshal([]byte(`{"blocks":[{"kind":"hologram","content":{}}]}`), &d)
	require.ErrorContains(t, err, "hologram")
}

func TestNodeIDsAreUnique(t *testing.T) {
	seen := map[string]bool{}
	for _, b := range doctest.Sample().Blocks {
		require.False(t, seen[b.NodeID()], b.NodeID())
		seen[b.NodeID()] = true
	}
	require.Greater(t, len(seen), 20)
}
