package compose

import (
	"strings"

	"banwen/internal/doc"
)

// language is the BCP 47 tag of every document.
const language = "zh-CN"

func (c *composer) meta() doc.Meta {
	m := doc.Meta{
		Organ: c.report.Organ.Value, Period: c.report.Period.String(), Language: language,
		Draft: c.stage == Draft, Keywords: c.keywords(),
	}
	if c.report.Date != nil {
		m.Date = c.report.Date.ISO()
	}
	return m
}

// keywords are the period and the names of the work areas, by which people look a document up.
func (c *composer) keywords() string {
	words := []string{c.report.Period.String()}
	for i := range c.report.Areas {
		words = append(words, c.report.Areas[i].Name.Value)
	}
	return strings.Join(words, "；")
}
