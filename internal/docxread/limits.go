package docxread

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
)

// Limits of a file that is read. A summary of 30 pages has some 30 entries
// and a text part of 1 MB; pictures may make a file larger.
const (
	MostBytes    = 64 << 20  // of the file
	mostEntries  = 5_000     // in it
	mostUnpacked = 256 << 20 // of all entries together
	mostPart     = 32 << 20  // of a part that is read, unpacked
	mostRatio    = 400       // of a large entry to what it is packed in
	largeEntry   = 1 << 20   // smaller ones may be packed as well as they can be
)

// archive is the parts of a file.
type archive map[string]*zip.File

// open lists the parts of a file that is safe to read.
func open(data []byte) (archive, error) {
	if len(data) > MostBytes {
		return nil, fmt.Errorf("文件超过 %d MB", MostBytes>>20)
	}
	if !bytes.HasPrefix(data, []byte("PK")) { // an old document may have an archive within
		return nil, notArchive(data)
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, errNoArchive
	}
	if len(z.File) > mostEntries {
		return nil, fmt.Errorf("文件里有 %d 个部分，最多 %d 个", len(z.File), mostEntries)
	}
	parts, total := archive{}, uint64(0)
	for _, f := range z.File {
		if err := checkEntry(f); err != nil {
			return nil, err
		}
		if parts[f.Name] != nil {
			return nil, fmt.Errorf("文件里有两个“%s”", brief(f.Name))
		}
		parts[f.Name] = f
		if total += f.UncompressedSize64; total > mostUnpacked {
			return nil, fmt.Errorf("文件解开后超过 %d MB", mostUnpacked>>20)
		}
	}
	return parts, nil
}

// checkEntry refuses an entry that no program writes.
func checkEntry(f *zip.File) error {
	name := strings.TrimSuffix(f.Name, "/")
	switch {
	case name == "" || strings.ContainsAny(name, "\\:\x00") || path.IsAbs(name) || path.Clean(name) != name || name == ".." || strings.HasPrefix(name, "../"):
		return fmt.Errorf("文件里有不正当的名称“%s”", brief(f.Name))
	case f.UncompressedSize64 > mostUnpacked:
		return fmt.Errorf("文件解开后超过 %d MB", mostUnpacked>>20)
	case f.UncompressedSize64 > largeEntry && f.UncompressedSize64/mostRatio > f.CompressedSize64:
		return fmt.Errorf("“%s”压缩得不合常理", brief(f.Name))
	}
	return nil
}

// read gives the bytes of a part; nil where there is none of that name.
func (a archive) read(name string) (data []byte, err error) {
	f := a[name]
	if f == nil {
		return nil, nil
	}
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("“%s”已损坏", brief(name))
	}
	defer func() { err = errors.Join(err, r.Close()) }()
	// What the archive says of sizes may not be so.
	data, err = io.ReadAll(io.LimitReader(r, mostPart+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("“%s”已损坏", brief(name))
	case len(data) > mostPart:
		return nil, fmt.Errorf("“%s”超过 %d MB", brief(name), mostPart>>20)
	}
	return data, nil
}

// brief is a name short enough for a message, and without what cannot be seen.
func brief(name string) string {
	name = strings.ToValidUTF8(strings.Map(func(r rune) rune {
		if r < ' ' {
			return -1
		}
		return r
	}, name), "?")
	if runes := []rune(name); len(runes) > 60 {
		return string(runes[:60]) + "…"
	}
	return name
}
