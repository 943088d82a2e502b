package gitrepo

import (
	"bytes"
	"crypto/sha1"
	"encoding/binary"
	"errors"
	"maps"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// index is git's list of what is staged. The entries are kept as they are in
// the file, bit for bit, so that what the user has staged stays as it is.
type index struct {
	version    uint32
	entries    []indexEntry // in the order of their names
	extensions []byte       // those that stay true when entries change
}

type indexEntry struct {
	fixed []byte // all but the name: times, mode, hash, flags
	name  string
}

// The places in the fixed part of an entry.
const (
	modeAt    = 24
	hashAt    = 40
	flagsAt   = 60
	fixedSize = 62
	extended  = 0x4000
	nameMask  = 0x0fff
)

func (e indexEntry) flags() uint16 { return binary.BigEndian.Uint16(e.fixed[flagsAt:]) }
func (e indexEntry) stage() uint16 { return e.flags() >> 12 & 3 }

func (e indexEntry) entry() Entry {
	mode := binary.BigEndian.Uint32(e.fixed[modeAt:])
	return Entry{strconv.FormatUint(uint64(mode), 8), Hash(e.fixed[hashAt:flagsAt])}
}

// newIndexEntry is an entry without times: git looks at the file itself then.
func newIndexEntry(name string, e Entry) indexEntry {
	fixed := make([]byte, fixedSize)
	mode, _ := strconv.ParseUint(e.Mode, 8, 32) // modes of trees are octal numbers
	binary.BigEndian.PutUint32(fixed[modeAt:], uint32(mode))
	copy(fixed[hashAt:], e.Hash[:])
	binary.BigEndian.PutUint16(fixed[flagsAt:], uint16(min(len(name), nameMask)))
	return indexEntry{fixed, name}
}

// unmerged is the first file with a conflict; "" if there is none.
func (x *index) unmerged() string {
	for _, e := range x.entries {
		if e.stage() != 0 {
			return e.name
		}
	}
	return ""
}

func (r *Repo) indexPath() string { return filepath.Join(r.dir, "index") }

func (r *Repo) readIndex() (*index, error) {
	data, err := readOptional(r.indexPath())
	if err != nil {
		return nil, err
	}
	return parseIndex(data)
}

// Advance brings the index from one tree to another: the files that differ
// between them, where the index has them as the first tree does. What the
// user has staged otherwise stays staged. So the next commit of theirs does
// not undo the one that was made without the index.
func (r *Repo) Advance(from, to Hash) error {
	changes, err := r.Changes(from, to)
	if err != nil {
		return err
	}
	return r.replace(r.indexPath(), func(old []byte) ([]byte, error) {
		x, err := parseIndex(old)
		if err != nil {
			return nil, err
		}
		changed := false
		for _, path := range slices.Sorted(maps.Keys(changes)) {
			was, err := r.Lookup(from, path)
			if err != nil {
				return nil, err
			}
			changed = x.set(path, was, changes[path]) || changed
		}
		if !changed {
			return nil, nil
		}
		return x.encode(), nil
	})
}

// set changes a file's entry if it is what it was in the tree before.
func (x *index) set(path string, was, now Entry) bool {
	at, found := slices.BinarySearchFunc(x.entries, path, func(e indexEntry, name string) int { return strings.Compare(e.name, name) })
	var has Entry
	if found {
		has = x.entries[at].entry()
	}
	if was.isFolder() {
		was = Entry{}
	}
	if has != was || has == now {
		return false
	}
	switch {
	case now == Entry{}:
		x.entries = slices.Delete(x.entries, at, at+1)
	case found:
		x.entries[at] = newIndexEntry(path, now)
	default:
		x.entries = slices.Insert(x.entries, at, newIndexEntry(path, now))
	}
	return true
}

var errIndex = errors.New("git 的索引（.git/index）读不懂；用 git status 看看")

// parseIndex reads versions 2 to 4; no data are an empty index.
func parseIndex(data []byte) (*index, error) {
	x := &index{version: 2}
	if data == nil {
		return x, nil
	}
	const header, sum = 12, sha1.Size
	if len(data) < header+sum || string(data[:4]) != "DIRC" {
		return nil, errIndex
	}
	x.version = binary.BigEndian.Uint32(data[4:])
	if x.version < 2 || x.version > 4 {
		return nil, errIndex
	}
	count := binary.BigEndian.Uint32(data[8:])
	rest, ok := data[header:len(data)-sum], true
	previous := ""
	for range count {
		var e indexEntry
		if e, rest, ok = parseEntry(rest, x.version, previous); !ok {
			return nil, errIndex
		}
		x.entries = append(x.entries, e)
		previous = e.name
	}
	var err error
	x.extensions, err = keepExtensions(rest)
	return x, err
}

func parseEntry(data []byte, version uint32, previous string) (e indexEntry, rest []byte, ok bool) {
	if len(data) < fixedSize {
		return e, nil, false
	}
	size := fixedSize
	if binary.BigEndian.Uint16(data[flagsAt:])&extended != 0 {
		size += 2
	}
	if len(data) < size {
		return e, nil, false
	}
	e.fixed, rest = data[:size], data[size:]
	if version == 4 {
		strip, n := varint(rest)
		end := bytes.IndexByte(rest[n:], 0)
		if n == 0 || end < 0 || strip > len(previous) {
			return e, nil, false
		}
		e.name = previous[:len(previous)-strip] + string(rest[n:n+end])
		return e, rest[n+end+1:], true
	}
	end := bytes.IndexByte(rest, 0)
	if end < 0 {
		return e, nil, false
	}
	e.name = string(rest[:end])
	whole := padded(size + end)
	if len(data) < whole {
		return e, nil, false
	}
	return e, data[whole:], true
}

// padded is the size of an entry with its one to eight zeros.
func padded(size int) int { return (size + 8) &^ 7 }

// varint reads a number as the index's version 4 writes it; n is 0 where
// there is none.
func varint(data []byte) (value, n int) {
	for n < len(data) && n < 8 {
		c := data[n]
		n++
		value = value<<7 | int(c&0x7f)
		if c&0x80 == 0 {
			return value, n
		}
		value++
	}
	return 0, 0
}

func appendVarint(b []byte, value int) []byte {
	var digits []byte
	digits = append(digits, byte(value&0x7f))
	for value >>= 7; value > 0; value >>= 7 {
		value--
		digits = append(digits, byte(value&0x7f)|0x80)
	}
	slices.Reverse(digits)
	return append(b, digits...)
}

// keepExtensions keeps what stays true: the record of conflicts that were
// resolved. Those that only make git faster go, and it makes them anew. An
// index that is split or sparse is more than its entries.
func keepExtensions(data []byte) (kept []byte, err error) {
	for len(data) >= 8 {
		name, size := string(data[:4]), int(binary.BigEndian.Uint32(data[4:]))
		if size > len(data)-8 {
			return nil, errIndex
		}
		switch {
		case name[0] < 'A' || name[0] > 'Z':
			return nil, errors.New("git 的索引是拆分的或稀疏的，办文改不了；先运行 git update-index --no-split-index 和 git sparse-checkout disable")
		case name == "REUC":
			kept = append(kept, data[:8+size]...)
		}
		data = data[8+size:]
	}
	return kept, nil
}

func (x *index) encode() []byte {
	b := []byte("DIRC")
	b = binary.BigEndian.AppendUint32(b, x.version)
	b = binary.BigEndian.AppendUint32(b, uint32(len(x.entries)))
	previous := ""
	for _, e := range x.entries {
		b = append(b, e.fixed...)
		if x.version == 4 {
			common := 0
			for common < min(len(previous), len(e.name)) && previous[common] == e.name[common] {
				common++
			}
			b = appendVarint(b, len(previous)-common)
			b = append(append(b, e.name[common:]...), 0)
			previous = e.name
			continue
		}
		b = append(b, e.name...)
		size := len(e.fixed) + len(e.name)
		b = append(b, make([]byte, padded(size)-size)...)
	}
	b = append(b, x.extensions...)
	sum := sha1.Sum(b)
	return append(b, sum[:]...)
}
