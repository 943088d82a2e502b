// Command flow goes the way of docs/流程.md in a folder: it runs the page's
// commands and holds what they print against the page. What is done there in
// WPS and in an editor stands in comments of the page, and is done as well.
//
//	go run ./docs/flow 文件夹
package main

import (
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) != 1 {
		return fmt.Errorf("usage: go run ./docs/flow folder")
	}
	page, err := os.ReadFile(filepath.Join("docs", "流程.md"))
	if err != nil {
		return err
	}
	if err := os.CopyFS(filepath.Join(args[0], "data", "2023-h1"), os.DirFS(filepath.Join("data", "2023-h1"))); err != nil {
		return err
	}
	if err := os.Chdir(args[0]); err != nil {
		return err
	}
	return follow(string(page))
}
