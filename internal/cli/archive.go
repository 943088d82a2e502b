package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"banwen/internal/archive"
	"banwen/internal/gitrepo"

	"github.com/spf13/cobra"
)

func newArchive() *cobra.Command {
	var stage, message, author string
	cmd := &cobra.Command{
		Use:   "archive 报告文件夹",
		Short: "归档一个版本",
		Long: "归档一个版本：生成文件，连同数据、清单（每个文件的 SHA-256）一起存进 git，打上标签，如 2023-h1/送审稿-1。\n" +
			"不用装 git；没有仓库就建一个。有错误的不能作定稿；定稿只有一次，以后用更正。",
		Example: "  banwen archive data/2023-h1 --stage 送审稿\n" +
			"  banwen archive data/2023-h1 --stage 定稿 -m 报县委办 --author 张三",
		Args: oneFolder,
		RunE: func(cmd *cobra.Command, args []string) error {
			q, err := archiveRequest(args[0], stage, message, author)
			if err != nil {
				return err
			}
			return runArchive(q, cmd.OutOrStdout(), cmd.ErrOrStderr())
		},
	}
	cmd.Flags().StringVar(&stage, "stage", "", "送审稿、定稿或更正")
	cmd.Flags().StringVarP(&message, "message", "m", "", "说明")
	cmd.Flags().StringVar(&author, "author", "", "谁归档：张三，或“张三 <邮箱>”（默认照 git 的设置）")
	return cmd
}

// oneFolder is the argument rule of commands that take one report.
func oneFolder(_ *cobra.Command, args []string) error {
	if len(args) > 1 {
		return usageError{fmt.Sprintf("多余的参数“%s”", args[1]), "一次一个报告文件夹"}
	}
	return atLeastOneFolder(nil, args)
}

func archiveRequest(folder, stage, message, author string) (archive.Request, error) {
	q := archive.Request{Folder: folder, Stage: archive.Stage(stage), Message: message, Tool: archive.ToolOf(Version), Program: ownProgram()}
	if stage == "" {
		return q, usageError{"没有说是哪个阶段", "写 --stage 送审稿、定稿或更正"}
	}
	if !slices.Contains(archive.Stages, q.Stage) {
		return q, usageError{fmt.Sprintf("没有“%s”这个阶段", stage), "写 --stage 送审稿、定稿或更正"}
	}
	if author != "" {
		person, ok := gitrepo.ParsePerson(author)
		if !ok {
			return q, usageError{fmt.Sprintf("看不懂“%s”是谁", author), "写成：张三，或“张三 <邮箱>”"}
		}
		q.Author = &person
	}
	var err error
	if q.Date, err = sourceDate(); err != nil {
		return q, err
	}
	if q.When = q.Date; q.When.IsZero() {
		q.When = time.Now()
	}
	return q, nil
}

// ownProgram is how git can run this program: by its name where it is on the
// PATH, else by its path.
func ownProgram() string {
	own, err := os.Executable()
	if err != nil {
		return ""
	}
	if found, err := exec.LookPath("banwen"); err == nil && sameFile(found, own) {
		return "banwen"
	}
	return `"` + filepath.ToSlash(own) + `"`
}

func sameFile(a, b string) bool {
	x, errX := os.Stat(a)
	y, errY := os.Stat(b)
	return errX == nil && errY == nil && os.SameFile(x, y)
}

func runArchive(q archive.Request, stdout, stderr io.Writer) error {
	done, diags, err := archive.Archive(q)
	printDiagnostics(stderr, q.Folder, diags)
	if diags.HasErrors() {
		fmt.Fprintf(stderr, "%s：%s，没有归档\n", q.Folder, countErrors(diags))
		return errors.Join(errReported, err)
	}
	if done == nil {
		return plainly(err)
	}
	var b strings.Builder
	if done.Made {
		b.WriteString("已建 git 仓库\n")
	}
	fmt.Fprintf(&b, "已归档 %s\n文件：%s\n清单 SHA-256：%s\n", done.Tag, shown(done.Place), done.Sum)
	if _, printed := io.WriteString(stdout, b.String()); printed != nil {
		return printed
	}
	return err
}

// shown is a path from the working folder, where that is shorter to read.
func shown(path string) string {
	here, err := os.Getwd()
	if err != nil {
		return path
	}
	if here, err = filepath.EvalSymlinks(here); err != nil {
		return path
	}
	if rel, err := filepath.Rel(here, path); err == nil && !strings.HasPrefix(rel, "..") {
		return rel
	}
	return path
}
