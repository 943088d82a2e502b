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
	d.Signature = &doc.Signature{Organ: doc.Plain("xx县公安局"), Date: doc.Plain("2023年6月30日"), Sealed: true}
	d.Head = &doc.Head{Mark: doc.Plain("xx县公安局文件"), Number: doc.Plain("x公报〔2023〕12号"), Signers: doctest.Names("张三")}
	d.Addressee, d.Remark = doc.Plain("县委、县政府："), doc.Plain("（此件公开发布）")
	d.Attachments = []doc.Attachment{{ID: "attachment/1", Label: doc.Plain("附件"), Title: doc.Title{Text: "表"}, Blocks: doc.Blocks{doctest.Table()}}}
	d.Imprint = &doc.Imprint{CopyTo: doc.Plain("市公安局"), Issuer: doc.Plain("xx县公安局办公室"), Date: doc.Plain("2023年7月1日")}
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
