package cli

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strconv"
	"strings"
	"time"

	"banwen/internal/fileset"
	"banwen/internal/source"

	"github.com/spf13/cobra"
)

//go:embed starter
var starter embed.FS

func newInit() *cobra.Command {
	return &cobra.Command{
		Use:     "init 文件夹",
		Short:   "建一个新的报告文件夹",
		Long:    "建一个新的报告文件夹，里面是能直接生成的样例，改成自己的数据即可。",
		Example: "  banwen init data/2024-h1",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usageError{"要写一个文件夹名", "如 banwen init data/2024-h1"}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := writeStarter(args[0], currentHalf(time.Now())); err != nil {
				return err
			}
			_, err := fmt.Fprintf(cmd.OutOrStdout(), "已建 %s\n改好数据后运行：banwen build %s\n", args[0], quoted(args[0]))
			return err
		},
	}
}

// quoted is a path as it is typed on a command line.
func quoted(path string) string {
	if strings.ContainsAny(path, " \t()&'") {
		return `"` + path + `"`
	}
	return path
}

// currentHalf is the half-year whose summary is next due at a time.
func currentHalf(now time.Time) source.Period {
	switch month := now.Month(); {
	case month <= time.February:
		return source.Period{Year: now.Year() - 1, Part: "下半年"}
	case month <= time.August:
		return source.Period{Year: now.Year(), Part: "上半年"}
	default:
		return source.Period{Year: now.Year(), Part: "下半年"}
	}
}

// writeStarter fills a new or empty folder with the starter report.
func writeStarter(folder string, period source.Period) error {
	if err := fileset.Recover(folder); err != nil {
		return plainly(err)
	}
	entries, err := os.ReadDir(folder)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("不能打开 %s：%w", folder, plainCause(err))
	}
	if len(entries) > 0 {
		return fmt.Errorf("文件夹 %s 里已有文件，换一个名字", folder)
	}
	fill := strings.NewReplacer(
		"@期间代号@", strconv.Itoa(period.Year)+period.Part, "@年@", strconv.Itoa(period.Year))
	var files []fileset.File
	err = fs.WalkDir(starter, "starter", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := starter.ReadFile(path)
		files = append(files, fileset.File{Name: strings.TrimPrefix(path, "starter/"), Data: []byte(fill.Replace(string(data)))})
		return err
	})
	if err != nil {
		return err
	}
	return writeFiles(folder, files)
}
