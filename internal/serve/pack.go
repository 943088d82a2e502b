package serve

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"strconv"
	"strings"
	"sync"
)

// content is something that a browser may keep.
type content struct {
	kind  string // Content-Type
	cache string // Cache-Control
	hash  string // of data
	data  []byte
}

func contentOf(kind, cache string, data []byte) content {
	sum := sha256.Sum256(data)
	return content{kind, cache, hex.EncodeToString(sum[:12]), data}
}

const (
	// leastPacked is how many bytes are worth packing: less is one packet anyway.
	leastPacked = 1_400
	// mostPacks is how many packed contents are kept.
	mostPacks = 256
)

// packs are contents as they were packed, by their hashes.
type packs struct {
	mu    sync.Mutex
	known map[string]*pack
	order []string // oldest first
}

// pack is one of them; it is made once, however many ask for it.
type pack struct {
	once sync.Once
	data []byte
}

// send answers with a content, packed where the browser can unpack it, or
// with the word that it has it already (RFC 9110, 13.1.2).
func (p *packs) send(w http.ResponseWriter, r *http.Request, c content) {
	tag := `W/"` + c.hash + `"`
	h := w.Header()
	h.Set("Content-Type", c.kind)
	h.Set("Cache-Control", c.cache)
	h.Set("ETag", tag)
	h.Set("Vary", "Accept-Encoding")
	if strings.Contains(r.Header.Get("If-None-Match"), tag) {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	data := c.data
	if len(data) >= leastPacked && takesGzip(r.Header.Get("Accept-Encoding")) {
		h.Set("Content-Encoding", "gzip")
		data = p.of(c)
	}
	h.Set("Content-Length", strconv.Itoa(len(data)))
	_, _ = w.Write(data) // whoever asked may have gone
}

func (p *packs) of(c content) []byte {
	p.mu.Lock()
	made, known := p.known[c.hash]
	if !known {
		if p.known == nil {
			p.known = map[string]*pack{}
		}
		made = &pack{}
		p.known[c.hash] = made
		if p.order = append(p.order, c.hash); len(p.order) > mostPacks {
			delete(p.known, p.order[0])
			p.order = p.order[1:]
		}
	}
	p.mu.Unlock()
	made.once.Do(func() { made.data = packed(c.data) })
	return made.data
}

func packed(data []byte) []byte {
	var b bytes.Buffer
	z, _ := gzip.NewWriterLevel(&b, gzip.BestSpeed) // a level that there is
	_, _ = z.Write(data)                            // into memory
	_ = z.Close()
	return b.Bytes()
}

// takesGzip tells whether a browser that accepts these encodings takes gzip.
func takesGzip(accepted string) bool {
	for part := range strings.SplitSeq(accepted, ",") {
		name, weight, _ := strings.Cut(part, ";")
		if strings.TrimSpace(name) == "gzip" {
			q, err := strconv.ParseFloat(strings.TrimPrefix(strings.TrimSpace(weight), "q="), 64)
			return err != nil || q > 0
		}
	}
	return false
}
