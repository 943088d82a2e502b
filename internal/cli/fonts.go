package cli

import (
	"fmt"
	"io"
	"strings"

	"banwen/internal/compose"
	"banwen/internal/diag"
	"banwen/internal/font"
	"banwen/internal/pipeline"
	"banwen/internal/style"
	"banwen/internal/typeset"

	"github.com/spf13/cobra"
)

func newFonts() *cobra.Command {
	return &cobra.Command{
		Use:   "fonts [报告文件夹]",
		Short: "各处用什么字体",
		Long: "列出每种字体角色：PDF 里用什么字体（内置的，或 fonts 文件夹里单位自己的，随文件嵌入），" +
			"DOCX 里写什么字体名（用本机装的字体显示）。写上报告文件夹，就看这份报告：缺它的哪些字；" +
			"不写，就看内置的：缺《通用规范汉字表》的哪些字。",
		Example: "  banwen fonts\n" +
			"  banwen fonts data/2023-h1",
		Args: atMostOneFolder,
		RunE: func(cmd *cobra.Command, folders []string) error {
			if len(folders) == 0 {
				return shippedFonts(cmd.OutOrStdout(), cmd.ErrOrStderr())
			}
			return reportFonts(folders[0], cmd.OutOrStdout(), cmd.ErrOrStderr())
		},
	}
}

func atMostOneFolder(_ *cobra.Command, args []string) error {
	if len(args) > 1 {
		return usageError{"一次只看一个报告", "写一个报告文件夹，如 data/2023-h1"}
	}
	return nil
}

// shippedFonts prints what is used where a unit has nothing of its own.
func shippedFonts(stdout, stderr io.Writer) error {
	profile, diags := style.Load(style.Shipped(), "plain")
	if diags.HasErrors() {
		printDiagnostics(stderr, "", diags)
		return errReported
	}
	fonts := font.Shipped()
	var lacks []typeset.Lack
	for _, role := range style.Roles {
		f, err := fonts.Font(role)
		if err != nil {
			return err
		}
		lacks = append(lacks, typeset.Lack{Role: role, Chars: lackedOf(f, font.GeneralStandard())})
	}
	return printFonts(stdout, "", lacks, profile, fonts)
}

// lackedOf gives the characters of a text that a font lacks.
func lackedOf(f *font.Font, text string) []rune {
	var missing []rune
	for _, r := range text {
		if _, ok := f.Glyph(r); !ok {
			missing = append(missing, r)
		}
	}
	return missing
}

// reportFonts prints what is used for one report.
func reportFonts(folder string, stdout, stderr io.Writer) error {
	request, err := openReport(folder)
	if err != nil {
		return err
	}
	fonts, diags := font.Shipped().WithOwn(fontFolders(folder))
	var result *pipeline.Result
	if fonts != nil {
		request.Stage, request.Fonts = compose.Draft, fonts
		var found diag.List
		result, found = pipeline.Document(request)
		diags = append(diags, found...)
	}
	printDiagnostics(stderr, folder, diags)
	if result == nil {
		return errReported
	}
	lacks, err := typeset.Lacking(result.Document, result.Profile, fonts)
	if err != nil {
		return err
	}
	return printFonts(stdout, folder, lacks, result.Profile, fonts)
}

// printFonts prints each role of typeface, in the report's folder or, where
// that is empty, in none.
func printFonts(w io.Writer, folder string, lacks []typeset.Lack, profile *style.Profile, fonts *font.Set) error {
	for _, lack := range lacks {
		f, err := fonts.Font(lack.Role)
		if err != nil {
			return err
		}
		from := "内置"
		if file := fonts.File(lack.Role); file != "" {
			from = joinPath(folder, file)
		}
		face := profile.Faces[lack.Role]
		fmt.Fprintf(w, "%s\n  PDF：%s（%s），缺字%s\n", lack.Role, f.Family(), from, listCharacters(lack.Chars))
		if len(lack.None) > 0 {
			fmt.Fprintf(w, "  各种字体都没有的字%s\n", listCharacters(lack.None))
		}
		fmt.Fprintf(w, "  DOCX：%s，没有时用%s\n", face.Name, strings.Join(face.Others, "、"))
	}
	_, err := fmt.Fprintln(w, "某种字体缺的字，PDF 先从内置的同种字体、再依次从仿宋、宋体补；都没有的字在生成时报错。")
	return err
}

// listCharacters counts characters and shows the first of them.
func listCharacters(missing []rune) string {
	const shown = 10
	switch {
	case len(missing) == 0:
		return "：无"
	case len(missing) > shown:
		return fmt.Sprintf(" %d 个：%s…", len(missing), string(missing[:shown]))
	default:
		return fmt.Sprintf(" %d 个：%s", len(missing), string(missing))
	}
}
