package html

// SetBundle builds a script in, or none, for a test; the function it gives
// puts things back.
func SetBundle(script string) (restore func()) {
	before := bundle
	bundle = func() string { return script }
	return func() { bundle = before }
}
