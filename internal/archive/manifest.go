package archive

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	"banwen/internal/finding"
	"banwen/internal/trace"
)

// manifestName is the manifest's file among a version's files.
const manifestName = "manifest.json"

// formatNumber is the manifest's format; one that changes the meaning of what
// is there gets another.
const formatNumber = 1

// Manifest says what a version was made from, what it is and what was known
// to be wrong with it. The same version has the same manifest, byte for byte.
type Manifest struct {
	Format   int       `json:"format" about:"清单格式的版本"`
	Tag      string    `json:"tag" about:"标签"`
	Stage    Stage     `json:"stage" about:"送审稿、定稿或更正"`
	Report   string    `json:"report" about:"报告文件夹，从仓库算起"`
	Title    string    `json:"title" about:"标题"`
	Built    string    `json:"built,omitempty" about:"生成时 SOURCE_DATE_EPOCH 的时间；没有设的没有"`
	Tool     Tool      `json:"tool" about:"生成它的程序"`
	Inputs   []Item    `json:"inputs" about:"所用的文件，从仓库算起"`
	Shipped  []Item    `json:"shipped" about:"所用的程序自带的模板、版式、用词表"`
	Fonts    []Item    `json:"fonts" about:"所用的程序自带的字体"`
	Outputs  []Item    `json:"outputs" about:"生成的文件，与清单在一个文件夹里"`
	Figures  []Figure  `json:"figures" about:"全部数字，按数据里的先后"`
	Findings []Finding `json:"findings" about:"归档时还在的检查结果"`
	Waived   []Finding `json:"waived" about:"已经豁免的检查结果"`
}

// Tool is the program that made a version.
type Tool struct {
	Version string `json:"version" about:"banwen 的版本"`
	Go      string `json:"go" about:"编译它的 Go 的版本"`
}

// Item is a file and its checksum.
type Item struct {
	Name   string `json:"name"`
	Size   int    `json:"size"`
	SHA256 string `json:"sha256"`
}

// Figure is one figure of the report.
type Figure struct {
	Name       string `json:"name" about:"工作.指标"`
	Value      string `json:"value" about:"照所印"`
	Place      string `json:"place" about:"填在哪里"`
	Formula    string `json:"formula,omitempty"`
	Department string `json:"department,omitempty"`
	Source     string `json:"source,omitempty"`
	AsOf       string `json:"asOf,omitempty"`
	Printed    int    `json:"printed" about:"印了几处"`
}

// Finding is a finding that stood, or that someone had accepted.
type Finding struct {
	Rule        string              `json:"id"`
	Severity    string              `json:"severity"`
	Place       string              `json:"place"`
	Reason      string              `json:"reason"`
	Fingerprint string              `json:"fingerprint"`
	Accepted    *finding.Acceptance `json:"accepted,omitempty"`
}

func itemOf(name string, data []byte) Item {
	return Item{name, len(data), sumOf(data)}
}

func sumOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// itemsOf lists files in the order of their names.
func itemsOf(files map[string][]byte) []Item {
	items := make([]Item, 0, len(files))
	for _, name := range slices.Sorted(maps.Keys(files)) {
		items = append(items, itemOf(name, files[name]))
	}
	return items
}

func figuresOf(traces []trace.Trace) []Figure {
	figures := make([]Figure, len(traces))
	for i, t := range traces {
		figures[i] = Figure{
			Name: t.Name, Value: t.Value, Place: t.Pos.String(), Department: t.Department,
			Source: t.Source, AsOf: t.AsOf, Printed: len(t.Printed),
		}
		if t.Formula != nil {
			figures[i].Formula = t.Formula.Text
		}
	}
	return figures
}

// findingsOf are the findings that stand and those that are waived.
func findingsOf(all []finding.Finding) (standing, waived []Finding) {
	standing, waived = []Finding{}, []Finding{}
	for i := range all {
		f := &all[i]
		short := Finding{f.Rule, f.Severity.String(), f.Pos.String(), f.Reason, f.Fingerprint, f.Accepted}
		switch {
		case f.Accepted != nil:
			waived = append(waived, short)
		case f.Stands():
			standing = append(standing, short)
		}
	}
	return standing, waived
}

// encode gives the manifest's file.
func (m *Manifest) encode() ([]byte, error) {
	var b bytes.Buffer
	out := json.NewEncoder(&b)
	out.SetIndent("", "  ")
	out.SetEscapeHTML(false)
	err := out.Encode(m)
	return b.Bytes(), err
}

// parseManifest reads a manifest's file.
func parseManifest(data []byte) (*Manifest, error) {
	m := &Manifest{}
	in := json.NewDecoder(bytes.NewReader(data))
	if err := in.Decode(m); err != nil {
		return nil, fmt.Errorf("清单读不懂：%w", err)
	}
	if m.Format != formatNumber {
		return nil, fmt.Errorf("清单的格式是第 %d 版，这个程序只认第 %d 版", m.Format, formatNumber)
	}
	return m, nil
}
