package diag

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Severity says how bad a diagnostic is.
type Severity int

// The severities, worst first.
const (
	Error   Severity = iota // 错误: nothing is written
	Warning                 // 警告: the output stands, someone should look
	Hint                    // 提示
)

var severityNames = []string{"错误", "警告", "提示"}

// String gives the severity's Chinese name.
func (s Severity) String() string { return severityNames[s] }

// Values lists the names of all severities.
func (Severity) Values() []string { return severityNames }

// MarshalText gives the severity's Chinese name, for JSON.
func (s Severity) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// Diagnostic is one thing wrong at one place.
type Diagnostic struct {
	Pos      Pos      `json:"pos" about:"在哪里"`
	Severity Severity `json:"severity" about:"轻重"`
	Message  string   `json:"message" about:"哪里不对"`        // names the value; no full stop
	Hint     string   `json:"hint,omitempty" about:"该怎么办"` // no full stop
	// Subject is the character that is wrong where the place is not known to
	// who reports it, so that others can look for it; else empty.
	Subject string `json:"-"`
}

// String gives "file:line:col: 错误：message（hint）" on one line.
func (d Diagnostic) String() string {
	var b strings.Builder
	if at := d.Pos.String(); at != "" {
		b.WriteString(at + ": ")
	}
	b.WriteString(d.Severity.String() + "：" + d.Message)
	if d.Hint != "" {
		b.WriteString("（" + d.Hint + "）")
	}
	return b.String()
}

// List collects diagnostics; a stage adds all it finds before it gives up.
type List []Diagnostic

// Errorf adds an error at pos. The hint may be empty.
func (l *List) Errorf(pos Pos, hint, format string, args ...any) {
	l.add(Error, pos, hint, format, args)
}

// Warnf adds a warning at pos. The hint may be empty.
func (l *List) Warnf(pos Pos, hint, format string, args ...any) {
	l.add(Warning, pos, hint, format, args)
}

func (l *List) add(severity Severity, pos Pos, hint, format string, args []any) {
	for i := range args {
		if text, ok := args[i].(string); ok {
			args[i] = Brief(text)
		}
	}
	*l = append(*l, Diagnostic{Pos: pos, Severity: severity, Message: fmt.Sprintf(format, args...), Hint: Brief(hint)})
}

// Brief is a text short enough for a message: what is quoted may be as long
// as a file, and nobody reads more than its beginning.
func Brief(text string) string {
	const most = 200
	if len(text) <= most {
		return text
	}
	n := 0
	for i := range text {
		if n++; n > most {
			return text[:i] + "…"
		}
	}
	return text
}

// HasErrors tells whether an error (not only warnings and hints) is in the list.
func (l List) HasErrors() bool {
	return slices.ContainsFunc(l, func(d Diagnostic) bool { return d.Severity == Error })
}

// Sort orders the list by place, then severity, then message, and drops exact repeats.
func (l *List) Sort() {
	slices.SortStableFunc(*l, func(a, b Diagnostic) int {
		return cmp.Or(a.Pos.Compare(b.Pos), cmp.Compare(a.Severity, b.Severity), strings.Compare(a.Message, b.Message))
	})
	*l = slices.Compact(*l)
}
