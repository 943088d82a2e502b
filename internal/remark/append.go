package remark

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"banwen/internal/source"
)

// firstItem is the dash of the list's first item.
var firstItem = regexp.MustCompile(`(?m)^( *)-[ \t]`)

// Append adds a remark at the end of a file. It fails where the file, by hand,
// was written otherwise than so that this could be done.
func Append(name string, data []byte, r Remark) ([]byte, error) {
	before, diags := source.ParseReview(name, data)
	if diags.HasErrors() {
		return nil, fmt.Errorf("%s 有错误，先改正", name)
	}
	indent := "  "
	if m := firstItem.FindSubmatch(data); m != nil {
		indent = string(m[1])
	}
	item := r.item(indent)
	if strings.Contains(string(data), "\r\n") {
		item = strings.ReplaceAll(item, "\n", "\r\n")
	}
	made := slices.Clone(data)
	if n := len(made); n > 0 && made[n-1] != '\n' {
		made = append(made, lineEnd(string(data))...)
	}
	made = append(made, item...)
	alone, _ := source.ParseReview(name, File("", []Remark{r}))
	if err := reads(name, made, append(valuesOf(before), valuesOf(alone)...)); err != nil {
		return nil, err
	}
	return made, nil
}

func lineEnd(text string) string {
	if strings.Contains(text, "\r\n") {
		return "\r\n"
	}
	return "\n"
}

// reads tells whether a file says just these remarks.
func reads(name string, data []byte, want []values) error {
	now, diags := source.ParseReview(name, data)
	if diags.HasErrors() || !slices.Equal(valuesOf(now), want) {
		return fmt.Errorf("改后 %s 读不回原样，请手工改", name)
	}
	return nil
}

// values are what a remark says, without places.
type values struct {
	who, when, node, section, quote, answers, text, state, reply, fingerprint string
}

func valuesOf(review source.Review) []values {
	all := []values{}
	for i := range review.Remarks {
		all = append(all, valueOf(&review.Remarks[i]))
	}
	return all
}

func valueOf(r *source.Remark) values {
	return values{
		r.Who.Value, r.When.Value, r.Node.Value, r.Section.Value, r.Quote.Value,
		r.Answers.Value, r.Text.Value, r.State.Value, r.Reply.Value, r.Fingerprint.Value,
	}
}
