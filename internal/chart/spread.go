package chart

import "banwen/internal/style"

// spread moves the middles of things of one height, given from the top, apart
// so that they do not meet and stay between low and high, each as near to the
// place wanted as a pass down and a pass up bring it. ok is false when there
// are too many.
func spread(wanted []style.Length, height, low, high style.Length) (placed []style.Length, ok bool) {
	placed = make([]style.Length, len(wanted))
	next := low + height/2
	for i, w := range wanted {
		placed[i] = max(w, next)
		next = placed[i] + height
	}
	next = high - height/2
	for i := len(placed) - 1; i >= 0; i-- {
		placed[i] = min(placed[i], next)
		next = placed[i] - height
	}
	return placed, len(placed) == 0 || placed[0] >= low+height/2
}
