package font_test

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"banwen/internal/font"
	"banwen/internal/style"

	"github.com/stretchr/testify/require"
)

// folder is a folder of font files.
func folder(name string, files map[string][]byte) font.Folder {
	fsys := fstest.MapFS{}
	for n, data := range files {
		fsys[n] = &fstest.MapFile{Data: data}
	}
	return font.Folder{Name: name, Files: fsys}
}

func TestOwnFontGoesFirstAndTheShippedOneDrawsWhatItLacks(t *testing.T) {
	fonts, diags := font.Shipped().WithOwn([]font.Folder{folder("fonts", map[string][]byte{
		"仿宋.TTF": read(t, "GWKai"), "说明.txt": []byte("仿宋用楷体")})})
	require.Empty(t, diags)
	require.Equal(t, "fonts/仿宋.TTF", fonts.File(style.FangFace))
	require.Empty(t, fonts.File(style.HeiFace))
	own, err := fonts.Font(style.FangFace)
	require.NoError(t, err)
	require.Equal(t, "GWKai", own.PostScriptName())

	for _, c := range []struct {
		role style.Role
		char rune
		want string
	}{
		{style.FangFace, '仿', "GWKai"},
		{style.FangFace, '，', "GWKai"}, // a unit's own font draws its own marks
		{style.FangFace, '𬭎', "GWFangN"},
		{style.HeiFace, '黑', "GWHei"},
		{style.KaiFace, '，', "GWKai"}, // by way of 仿宋
	} {
		role, g, ok := fonts.Choose(c.role, c.char)
		require.True(t, ok)
		f, err := fonts.Font(role)
		require.NoError(t, err)
		require.Equal(t, c.want, f.PostScriptName(), "%s %c", c.role, c.char)
		drawn, _ := f.Glyph(c.char)
		require.Equal(t, drawn, g)
		require.Contains(t, fonts.Roles(), role)
	}
	require.Len(t, fonts.Roles(), len(style.Roles)+1)
	require.Equal(t, style.Roles, font.Shipped().Roles())
}

func TestNearerFolderGoesFirst(t *testing.T) {
	fonts, diags := font.Shipped().WithOwn([]font.Folder{
		folder("fonts", map[string][]byte{"宋体.ttf": read(t, "GWHei")}),
		folder("../fonts", map[string][]byte{"宋体.ttf": []byte("not looked at"), "黑体.ttf": read(t, "GWKai")}),
	})
	require.Empty(t, diags)
	require.Equal(t, "fonts/宋体.ttf", fonts.File(style.SongFace))
	require.Equal(t, "../fonts/黑体.ttf", fonts.File(style.HeiFace))
}

func TestOwnFontsThatCannotBeUsedAreRefused(t *testing.T) {
	kai := read(t, "GWKai")
	rights := func(bits uint16) []byte { return patched(kai, "OS/2", 8, byte(bits>>8), byte(bits)) }
	for _, c := range []struct {
		name, file, want string
		data             []byte
	}{
		{"CFF", "仿宋.otf", "这是 OpenType/CFF 字体", []byte("OTTO\x00\x01")},
		{"collection", "仿宋.ttc", "这是字体集（.ttc）", []byte("ttcf\x00\x01")},
		{"web font", "仿宋.woff2", "这是网页字体", []byte("wOF2\x00\x01")},
		{"no font", "仿宋.ttf", "不是 TrueType 字体文件", []byte("MZ")},
		{"empty", "仿宋.ttf", "不是 TrueType 字体文件", nil},
		{"cut off", "仿宋.ttf", "字体文件已损坏", kai[:len(kai)/2]},
		{"no outlines", "仿宋.ttf", `缺少 "glyf" 表`, without(kai, "glyf")},
		{"no embedding", "仿宋.ttf", "字体声明不许嵌入文件", rights(0x0002)},
		{"only whole", "仿宋.ttf", "只许整个嵌入", rights(0x0108)},
		{"only bitmaps", "仿宋.ttf", "只许嵌入点阵", rights(0x0200)},
	} {
		t.Run(c.name, func(t *testing.T) {
			fonts, diags := font.Shipped().WithOwn([]font.Folder{folder("fonts", map[string][]byte{c.file: c.data})})
			require.Nil(t, fonts)
			require.Len(t, diags, 1)
			require.True(t, strings.HasPrefix(diags[0].String(), "fonts/"+c.file+": 错误：“仿宋”字体不能用：") && strings.Contains(diags[0].String(), c.want), diags[0].String())
			require.Contains(t, diags[0].Hint, "只支持 TrueType 字形（glyf）")
		})
	}
	for _, bits := range []uint16{0, 0x0004, 0x0008, 0x0006} {
		fonts, diags := font.Shipped().WithOwn([]font.Folder{folder("fonts", map[string][]byte{"仿宋.ttf": rights(bits)})})
		require.Empty(t, diags)
		require.NotNil(t, fonts)
	}
}

func TestFontFileThatIsAFolder(t *testing.T) {
	fonts, diags := font.Shipped().WithOwn([]font.Folder{{Name: "fonts", Files: fstest.MapFS{"仿宋.ttf": {Mode: fs.ModeDir}}}})
	require.Nil(t, fonts)
	require.Contains(t, diags[0].Message, "不是普通文件")
}

func TestFontFileOfNoRoleIsToldOf(t *testing.T) {
	fonts, diags := font.Shipped().WithOwn([]font.Folder{folder("fonts", map[string][]byte{"访宋.ttf": nil, "FZFSK.TTF": nil})})
	require.NotNil(t, fonts)
	require.Len(t, diags, 2)
	require.False(t, diags.HasErrors())
	require.Contains(t, diags[0].String(), "文件名写成 小标宋、黑体、楷体、仿宋、宋体，如 仿宋.ttf")
	require.Contains(t, diags[1].String(), "fonts/访宋.ttf: 警告：字体文件的名字不是字体角色，没有用上（是否想写“仿宋”？）")
}

// Whatever stands in the file: an error or a font, never a panic.
func FuzzWithOwn(f *testing.F) {
	small, err := parse(f, "GWKai").Subset([]font.GlyphID{1, 2, 3})
	require.NoError(f, err)
	f.Add(withCharacters(small))
	shipped := font.Shipped()
	f.Fuzz(func(t *testing.T, data []byte) {
		fonts, diags := shipped.WithOwn([]font.Folder{folder("fonts", map[string][]byte{"仿宋.ttf": data})})
		require.Equal(t, fonts == nil, diags.HasErrors())
		if fonts == nil {
			return
		}
		own, err := fonts.Font(style.FangFace)
		require.NoError(t, err)
		for _, r := range "仿宋a， 𬭎" {
			if role, g, ok := fonts.Choose(style.FangFace, r); ok && role == style.FangFace {
				own.Width(g, 16*style.Pt)
				own.Subset([]font.GlyphID{g})
			}
		}
	})
}
