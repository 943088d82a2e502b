package cli

import (
	"fmt"
	"io"
	"sync"

	"banwen/internal/archive"
	"banwen/internal/diag"
	"banwen/internal/font"
	"banwen/internal/pipeline"

	"github.com/spf13/cobra"
)

// twoReports is the argument rule of commands that compare two versions.
func twoReports(_ *cobra.Command, args []string) error {
	switch {
	case len(args) < 2:
		return usageError{"要写两个报告：原来的和现在的", "如 2023-h1-旧 2023-h1"}
	case len(args) > 2:
		return usageError{fmt.Sprintf("多余的参数“%s”", args[2]), "只写原来的和现在的两个报告"}
	}
	return nil
}

// readVersions reads the two versions that names stand for: folders, tags of
// the archive, revisions (HEAD:data/2023-h1). What keeps one
// from being compared is told on stderr.
func readVersions(names []string, stderr io.Writer) (a, b *pipeline.Version, err error) {
	var versions [2]*pipeline.Version
	var found [2]diag.List
	var wait sync.WaitGroup
	for i, name := range names {
		report, err := archive.Open(name)
		if err != nil {
			return nil, nil, plainly(err)
		}
		request := report.Request()
		if request.Date, err = sourceDate(); err != nil {
			return nil, nil, err
		}
		request.Fonts = font.Shipped()
		wait.Go(func() { versions[i], found[i] = pipeline.ReadVersion(request) })
	}
	wait.Wait()
	failed := false
	for i, name := range names {
		if versions[i] == nil {
			printDiagnostics(stderr, name, found[i])
			fmt.Fprintf(stderr, "%s：%s，不能比较\n", name, countErrors(found[i]))
			failed = true
			continue
		}
		printDiagnostics(stderr, name, versions[i].Unread)
	}
	if failed {
		return nil, nil, errReported
	}
	return versions[0], versions[1], nil
}
