// Command rules writes docs/检查规则.md from the rules in the code: make docs.
package main

import (
	"fmt"
	"os"
)

const target = "docs/检查规则.md"

func main() {
	if err := os.WriteFile(target, page(), 0o644); err != nil {
		fmt.Fprintln(os.Stderr, "rules:", err)
		os.Exit(1)
	}
}
