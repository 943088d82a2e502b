package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"time"

	"banwen/internal/cli"
)

// follow does in the working folder what a page says, in its order.
func follow(page string) error {
	lines := strings.Split(page, "\n")
	for i := 0; i < len(lines); i++ {
		var err error
		switch {
		case strings.HasPrefix(lines[i], "<!-- "):
			err = do(strings.Split(strings.TrimSuffix(strings.TrimPrefix(lines[i], "<!-- "), " -->"), "｜"))
		case strings.HasPrefix(lines[i], "$ banwen "):
			from := i + 1
			for i+1 < len(lines) && !strings.HasPrefix(lines[i+1], "$ ") && !strings.HasPrefix(lines[i+1], "```") {
				i++
			}
			err = command(strings.Fields(lines[from-1])[2:], lines[from:i+1])
		}
		if err != nil {
			return fmt.Errorf("流程.md:%d: %w", i+1, err)
		}
	}
	return nil
}

// command runs a command, and holds what it prints against the lines of the page.
func command(args, want []string) error {
	var printed bytes.Buffer
	cli.Run(args, &printed, &printed)
	if !pattern(want).MatchString(printed.String()) {
		return fmt.Errorf("banwen %s prints\n%s", strings.Join(args, " "), printed.String())
	}
	return nil
}

// pattern is what lines of the page stand for: … is the rest of a line or what
// stands between two words, a line …… any number of lines.
func pattern(lines []string) *regexp.Regexp {
	var b strings.Builder
	for _, l := range lines {
		if l == "……" {
			b.WriteString("(?:.*\n)*")
			continue
		}
		b.WriteString(strings.ReplaceAll(regexp.QuoteMeta(l), "…", ".*") + "\n")
	}
	return regexp.MustCompile("^" + b.String() + "$")
}

// do does what is not done with a command.
func do(step []string) error {
	switch {
	case step[0] == "时间" && len(step) == 2:
		at, err := time.Parse("2006-01-02 15:04", step[1])
		if err != nil {
			return err
		}
		return os.Setenv("SOURCE_DATE_EPOCH", strconv.FormatInt(at.Unix(), 10))
	case step[0] == "改稿" && len(step)%2 == 1:
		return inWPS(step[1], step[2], step[3:])
	case step[0] == "改数据" && len(step) == 4:
		return inEditor(step[1], step[2], step[3])
	}
	return fmt.Errorf("no such step: %q", step)
}

// inEditor changes the one place of a file that says old.
func inEditor(file, old, new string) error {
	data, err := os.ReadFile(filepath.FromSlash(file))
	if err != nil {
		return err
	}
	if n := strings.Count(string(data), old); n != 1 {
		return fmt.Errorf("%s says “%s” %d times, not once", file, old, n)
	}
	return os.WriteFile(filepath.FromSlash(file), []byte(strings.Replace(string(data), old, new, 1)), 0o644)
}
