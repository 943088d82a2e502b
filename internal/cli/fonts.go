package cli

import (
	"fmt"
	"io"
	"strings"

	"banwen/internal/font"
	"banwen/internal/style"

	"github.com/spf13/cobra"
)

func newFonts() *cobra.Command {
	return &cobra.Command{
		Use:   "fonts",
		Short: "各处用什么字体",
		Long: "列出每种字体角色：PDF 里用什么字体（已内置，随文件嵌入），缺《通用规范汉字表》的哪些字，" +
			"DOCX 里写什么字体名（用本机装的字体显示）。",
		Args: noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error {
			profile, diags := style.Load(style.Shipped(), "plain")
			if diags.HasErrors() {
				printDiagnostics(cmd.ErrOrStderr(), "", diags)
				return errReported
			}
			return printFonts(cmd.OutOrStdout(), profile, font.Shipped())
		},
	}
}

// printFonts prints a line for each role of typeface.
func printFonts(w io.Writer, profile *style.Profile, fonts *font.Set) error {
	for _, role := range style.Roles {
		f, err := fonts.Font(role)
		if err != nil {
			return err
		}
		face := profile.Faces[role]
		fmt.Fprintf(w, "%s\n  PDF：%s（内置），缺字%s\n  DOCX：%s，没有时用%s\n",
			role, f.Family(), listCharacters(f), face.Name, strings.Join(face.Others, "、"))
	}
	_, err := fmt.Fprintln(w, "某种字体缺的字，PDF 依次从仿宋、宋体补；都没有的字在生成时报错。")
	return err
}

// listCharacters counts the characters of 通用规范汉字表 that a font lacks, and shows the first of them.
func listCharacters(f *font.Font) string {
	const shown = 10
	var missing []rune
	for _, r := range font.GeneralStandard() {
		if _, ok := f.Glyph(r); !ok {
			missing = append(missing, r)
		}
	}
	switch {
	case len(missing) == 0:
		return "：无"
	case len(missing) > shown:
		return fmt.Sprintf(" %d 个：%s…", len(missing), string(missing[:shown]))
	default:
		return fmt.Sprintf(" %d 个：%s", len(missing), string(missing))
	}
}
