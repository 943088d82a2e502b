package finding

import "banwen/internal/diag"

// Rule describes a rule for people: docs/检查规则.md is made of these, and
// every example is run by a test.
type Rule struct {
	ID       string        // in findings: kebab-case, English
	Title    string        // what it looks at, in Chinese
	Severity diag.Severity // of a finding, unless the rule's text says otherwise
	Clause   string        // where the rule comes from: GB/T 15835-2011, 5.1.1; 实务 for practice
	Bad      []string      // examples that it reports
	Good     []string      // examples that it does not
}
