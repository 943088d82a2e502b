package serve

import (
	"crypto/subtle"
	"net"
	"net/http"
	"net/url"
	"slices"
	"strings"
)

const (
	// maxBody is how much a request may bring, in bytes.
	maxBody = 64 << 10
	// cookie holds the token once it has come with an address. The port is in
	// its name, because all servers of a host share their cookies.
	cookie = "banwen-token-"
	// intent is a header that no form and no other site can send without
	// being asked first (CORS preflight, which is never answered here).
	intent = "X-Banwen"
	// policy lets the page load only what this server has, and lets no data
	// become script or style (W3C CSP Level 3).
	policy = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; " +
		"base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)

// guarded lets through only what comes from the page itself: from a browser
// that was told this very address (no DNS rebinding), from no other site, with
// the token where one is required, and not too large.
func (s *Server) guarded(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		protect(w.Header())
		switch {
		case !slices.Contains(methods, r.Method):
			w.Header().Set("Allow", strings.Join(methods, ", "))
			fail(w, http.StatusMethodNotAllowed, "没有这种请求")
		case !s.isOwnHost(r.Host):
			fail(w, http.StatusForbidden, "地址不对：请用启动时显示的网址打开")
		case !s.isOwnOrigin(r), isWrite(r) && r.Header.Get(intent) == "":
			fail(w, http.StatusForbidden, "不是本页发来的请求")
		case s.brings(r):
			s.letIn(w, r)
		case !s.mayEnter(r):
			fail(w, http.StatusUnauthorized, "没有口令：请用启动时显示的网址打开")
		default:
			r.Body = http.MaxBytesReader(w, r.Body, maxBody)
			next.ServeHTTP(w, r)
		}
	})
}

// protect sets what every answer carries.
func protect(h http.Header) {
	h.Set("Content-Security-Policy", policy)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
}

// isOwnHost tells whether a request names an address of this server.
func (s *Server) isOwnHost(host string) bool {
	own, port, err := net.SplitHostPort(s.options.Address)
	if err != nil {
		return false
	}
	name, asked, err := net.SplitHostPort(host)
	if err != nil {
		name, asked = host, "80"
	}
	if asked != port {
		return false
	}
	ip := net.ParseIP(own)
	if ip != nil && ip.IsUnspecified() {
		return net.ParseIP(name) != nil || name == "localhost" // any of the machine's addresses, no name that another can give out
	}
	return name == own || ip != nil && ip.IsLoopback() && slices.Contains([]string{"localhost", "127.0.0.1", "::1"}, name)
}

// isOwnOrigin tells whether a request comes from the page itself, or from
// someone who opens it.
func (s *Server) isOwnOrigin(r *http.Request) bool {
	if site := r.Header.Get("Sec-Fetch-Site"); site == "cross-site" || site == "same-site" {
		return r.Method == http.MethodGet && r.URL.Path == "/" && r.Header.Get("Sec-Fetch-Mode") == "navigate"
	}
	origin := r.Header.Get("Origin")
	if origin == "" {
		return true
	}
	u, err := url.Parse(origin)
	return err == nil && u.Scheme == "http" && u.Host == r.Host
}

// methods are all that a page asks with.
var methods = []string{http.MethodGet, http.MethodPost, http.MethodPatch}

func isWrite(r *http.Request) bool { return r.Method != http.MethodGet }

// brings tells whether someone opens the page by the address with the token.
func (s *Server) brings(r *http.Request) bool {
	return s.options.Token != "" && r.URL.Path == "/" && s.isToken(r.URL.Query().Get("token"))
}

// letIn keeps the token in a cookie and takes it out of the address, where
// others could read it. The cookie is not a strict one: browsers would not
// send that after someone followed the address from another page.
func (s *Server) letIn(w http.ResponseWriter, r *http.Request) {
	http.SetCookie(w, &http.Cookie{Name: s.cookieName(), Value: s.options.Token, Path: "/", HttpOnly: true, SameSite: http.SameSiteLaxMode})
	w.Header().Set("Cache-Control", "no-store")
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

// mayEnter tells whether a request has the token, where one is required.
func (s *Server) mayEnter(r *http.Request) bool {
	if s.options.Token == "" {
		return true
	}
	c, err := r.Cookie(s.cookieName())
	return err == nil && s.isToken(c.Value)
}

func (s *Server) cookieName() string {
	_, port, _ := net.SplitHostPort(s.options.Address) // which is of a listener
	return cookie + port
}

func (s *Server) isToken(given string) bool {
	return subtle.ConstantTimeCompare([]byte(given), []byte(s.options.Token)) == 1
}
