#!/usr/bin/env bash
# Gathers the licence texts of the modules that the binary holds into internal/cli/licences.txt.
set -euo pipefail
cd "$(dirname "$0")"
go list -deps -f '{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}} {{.Dir}}{{end}}{{end}}' ./cmd/banwen | LC_ALL=C sort -u |
	while read -r path version dir; do
		for text in "$dir"/LICEN[CS]E* "$dir"/NOTICE* "$dir"/COPYING*; do
			[ -f "$text" ] || continue
			printf '===== 程序库：%s %s，%s =====\n' "$path" "$version" "$(basename "$text")"
			cat "$text"
			echo
		done
	done >internal/cli/licences.txt
{
	printf '===== Go 标准库：LICENSE =====\n'
	cat "$(go env GOROOT)/LICENSE"
} >>internal/cli/licences.txt
