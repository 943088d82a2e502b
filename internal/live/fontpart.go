package live

import (
	"crypto/sha256"
	"encoding/hex"
	"sync"

	"banwen/internal/style"
)

// FontPart is the part of a font that a document uses, for a browser.
type FontPart struct {
	Characters []rune // in order
	Data       []byte // a TrueType file
	Hash       string // of Data: 16 hexadecimal digits
}

// cutFonts cuts of each role's font what a document uses. A font that cannot
// be cut has no part: the whole does.
func (s *Shown) cutFonts() map[style.Role]FontPart {
	parts := map[style.Role]FontPart{}
	var mu sync.Mutex
	var cutting sync.WaitGroup
	for role, chars := range s.Layout.Characters() {
		cutting.Go(func() {
			f, err := s.Fonts.Font(role)
			if err != nil {
				return
			}
			data, err := f.WebSubset(chars)
			if err != nil {
				return
			}
			sum := sha256.Sum256(data)
			mu.Lock()
			defer mu.Unlock()
			parts[role] = FontPart{chars, data, hex.EncodeToString(sum[:8])}
		})
	}
	cutting.Wait()
	return parts
}
