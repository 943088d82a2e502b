// Command banwen turns a folder of YAML into an official document.
package main

import (
	"os"

	"banwen/internal/cli"
)

func main() {
	os.Exit(cli.Run(os.Args[1:], os.Stdout, os.Stderr))
}
