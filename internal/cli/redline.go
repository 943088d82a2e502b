package cli

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"time"

	"banwen/internal/doc"
	"banwen/internal/fileset"
	"banwen/internal/font"
	"banwen/internal/pipeline"

	"github.com/spf13/cobra"
)

func newRedline() *cobra.Command {
	var out, author, date string
	cmd := &cobra.Command{
		Use:   "redline 原报告 现报告 -o 文件",
		Short: "花脸稿：在全文里标出改动",
		Long: "在现在的全文里标出与原来相比的全部改动。DOCX 用修订标记，全部接受就是现在的，全部拒绝就是原来的；\n" +
			"版头、主送机关、落款、附注、版记也标。PDF 和 HTML 里新增的加双下划线，删去的加删除线。",
		Example: "  banwen redline 2023-h1-送审 2023-h1 -o 花脸稿.docx\n" +
			"  banwen redline 2023-h1-送审 2023-h1 -o 花脸稿.pdf --author 办公室 --date 2023-07-01",
		Args: twoReports,
		RunE: func(cmd *cobra.Command, names []string) error {
			format, err := formatOf(out)
			if err != nil {
				return err
			}
			by := doc.Revision{Author: author}
			if by.Date, err = revisionDate(date); err != nil {
				return err
			}
			a, b, err := readVersions(names, cmd.ErrOrStderr())
			if err != nil {
				return err
			}
			return writeResult(pipeline.Redline(a, b, by), format, out, cmd.OutOrStdout(), cmd.ErrOrStderr())
		},
	}
	cmd.Flags().StringVarP(&out, "out", "o", "", "写到这个文件，结尾是 docx、pdf 或 html")
	cmd.Flags().StringVar(&author, "author", "banwen", "修订人")
	cmd.Flags().StringVar(&date, "date", "", "修订日期，如 2023-07-01（默认是现报告的成文日期）")
	return cmd
}

// formatOf is the format that a file's ending asks for.
func formatOf(file string) (pipeline.Format, error) {
	if file == "" {
		return "", usageError{"没有说写到哪个文件", "用 -o 写上文件名，结尾是 docx、pdf 或 html"}
	}
	format := pipeline.Format(strings.ToLower(strings.TrimPrefix(filepath.Ext(file), ".")))
	switch format {
	case pipeline.DOCX, pipeline.PDF, pipeline.HTML:
		return format, nil
	}
	return "", usageError{fmt.Sprintf("不知道“%s”要什么格式", file), "文件名的结尾写 docx、pdf 或 html"}
}

// revisionDate is the time that a day stands for in a file; empty for none.
func revisionDate(day string) (string, error) {
	if day == "" {
		return "", nil
	}
	at, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return "", usageError{fmt.Sprintf("“%s”不是日期", day), "写成 2023-07-01 的样子"}
	}
	return at.Format(time.RFC3339), nil
}

// writeResult renders a document and writes it to one file.
func writeResult(r *pipeline.Result, format pipeline.Format, file string, stdout, stderr io.Writer) error {
	data, diags := pipeline.Render(r, format, pipeline.Settings{Fonts: font.Shipped()})
	if diags.HasErrors() {
		printDiagnostics(stderr, "", diags)
		return errReported
	}
	if err := writeFiles(filepath.Dir(file), []fileset.File{{Name: filepath.Base(file), Data: data}}); err != nil {
		return err
	}
	_, err := fmt.Fprintf(stdout, "已生成 %s\n", file)
	return err
}
