package typeset

// slabSize is how many values are allocated at once.
const slabSize = 1024

// slab hands out slices of one large allocation, so that a layout of many
// small slices costs few allocations.
type slab[T any] struct{ free []T }

// take gives n zero values of their own; appending to them copies.
func (s *slab[T]) take(n int) []T {
	if n > len(s.free) {
		s.free = make([]T, max(n, slabSize))
	}
	taken := s.free[:n:n]
	s.free = s.free[n:]
	return taken
}
