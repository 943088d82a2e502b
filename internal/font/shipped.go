package font

import (
	"embed"
	"io/fs"

	"banwen/internal/style"
)

// One variable a file: bytes embedded so lie in the binary and are paged in
// as they are read; an embed.FS would copy megabytes.
var (
	//go:embed files/GWTitle.ttf
	titleFile []byte
	//go:embed files/GWHei.ttf
	heiFile []byte
	//go:embed files/GWKai.ttf
	kaiFile []byte
	//go:embed files/GWFangN.ttf
	fangFile []byte
	//go:embed files/GWSong.ttf
	songFile []byte
)

//go:embed files/SHA256SUMS files/licences
var papers embed.FS

// Licences are the licence texts of the shipped fonts (licences/) and the
// fonts' checksums (SHA256SUMS).
func Licences() fs.FS {
	sub, err := fs.Sub(papers, "files")
	if err != nil {
		panic(err) // the embedded folder's name is a constant
	}
	return sub
}

// Shipped are the fonts in the binary.
func Shipped() *Set {
	return &Set{faces: map[style.Role]*face{
		style.TitleFace: lazy("GWTitle.ttf", titleFile, nil),
		style.HeiFace:   lazy("GWHei.ttf", heiFile, nil),
		style.KaiFace:   lazy("GWKai.ttf", kaiFile, isPunctuation),
		style.FangFace:  lazy("GWFangN.ttf", fangFile, nil),
		style.SongFace:  lazy("GWSong.ttf", songFile, nil),
	}}
}
