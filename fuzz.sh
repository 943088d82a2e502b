#!/usr/bin/env bash
# Runs every fuzz target for the given time (60s).
set -euo pipefail
cd "$(dirname "$0")"
grep -rlE '^func Fuzz' --include='*_test.go' internal | while read -r file; do
	grep -oE '^func Fuzz\w+' "$file" | sed 's/^func //' | while read -r target; do
		echo "== $(dirname "$file") $target"
		go test "./$(dirname "$file")" -run '^$' -fuzz "^$target\$" -fuzztime "${1:-60s}"
	done
done
