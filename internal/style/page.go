package style

import (
	"errors"
	"maps"

	"banwen/internal/diag"
)

// WithPage gives the profile for another page: as many lines and characters
// of about the same size as fit it. The error says in Chinese why the page
// cannot be used.
func (p *Profile) WithPage(page Page) (*Profile, error) {
	changed := *p
	changed.Faces = maps.Clone(p.Faces)
	changed.Page = page
	if cell := p.CharacterCell(); cell > 0 {
		changed.Grid.Characters = int((page.TextWidth + cell/2) / cell)
	}
	changed.Grid.Lines = int(page.TextHeight / p.Grid.Pitch)
	// A narrow foot draws the page number nearer to the text.
	changed.Number.Below = max(0, min(p.Number.Below, page.Bottom()-p.Number.Pitch))
	var diags diag.List
	changed.check(&diags)
	if diags.HasErrors() {
		diags.Sort()
		return nil, errors.New(diags[0].Message)
	}
	return &changed, nil
}
