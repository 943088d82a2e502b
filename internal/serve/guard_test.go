package serve_test

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/coder/websocket"
	"github.com/stretchr/testify/require"
)

func TestOnlyTheOwnAddressIsAnswered(t *testing.T) {
	s := open(t)
	_, port, err := net.SplitHostPort(s.address)
	require.NoError(t, err)
	for host, status := range map[string]int{
		s.address: http.StatusOK, "localhost:" + port: http.StatusOK, "[::1]:" + port: http.StatusOK,
		"evil.example:" + port: http.StatusForbidden, "127.0.0.1": http.StatusForbidden, "127.0.0.1:1": http.StatusForbidden,
		"localhost.evil.example:" + port: http.StatusForbidden, "127.0.0.2:" + port: http.StatusForbidden, "evil.example": http.StatusForbidden,
	} {
		require.Equal(t, status, s.get("/", "Host", host).StatusCode, host)
		require.Equal(t, status, s.get(reportPath, "Host", host).StatusCode, host)
	}
}

func TestOtherSitesAreRefused(t *testing.T) {
	s := open(t)
	for _, path := range []string{reportPath, reportPath + "/versions", reportPath + "/fonts.css", "/api/live?report=2023-h1", "/assets/index.html"} {
		for _, origin := range []string{"http://evil.example", "null", "https://" + s.address, "http://" + s.address + ".evil.example", "http://localhost", "x"} {
			require.Equal(t, http.StatusForbidden, s.get(path, "Origin", origin).StatusCode, "%s %s", path, origin)
		}
		for _, site := range []string{"cross-site", "same-site"} {
			require.Equal(t, http.StatusForbidden, s.get(path, "Sec-Fetch-Site", site, "Sec-Fetch-Mode", "no-cors").StatusCode)
			require.Equal(t, http.StatusForbidden, s.get(path, "Sec-Fetch-Site", site, "Sec-Fetch-Mode", "navigate").StatusCode, "nobody opens %s from elsewhere", path)
		}
	}
	require.Equal(t, http.StatusOK, s.get(reportPath, "Origin", "http://"+s.address, "Sec-Fetch-Site", "same-origin").StatusCode)
	require.Equal(t, http.StatusOK, s.get("/", "Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate").StatusCode, "an address may be followed")
	require.Equal(t, http.StatusForbidden, s.get("/", "Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "no-cors").StatusCode)
}

func TestWritesNeedTheHeaderOfThePage(t *testing.T) {
	s := open(t)
	for _, r := range []*http.Request{
		s.request(http.MethodPost, reportPath+"/remarks", `{"who":"张三","text":"好"}`),
		s.request(http.MethodPost, reportPath+"/remarks", `{"who":"张三","text":"好"}`, "Content-Type", "text/plain", "Origin", "http://"+s.address),
		s.request(http.MethodPatch, reportPath+"/remarks/0123456789ab", `{}`),
		s.request(http.MethodPost, reportPath+"/remarks", `{"who":"张三","text":"好"}`, "X-Banwen", "1", "Origin", "http://evil.example"),
		s.request(http.MethodPost, reportPath+"/remarks", `{"who":"张三","text":"好"}`, "X-Banwen", "1", "Sec-Fetch-Site", "cross-site"),
	} {
		require.Equal(t, "不是本页发来的请求", message(t, s.do(r), http.StatusForbidden))
	}
	require.Empty(t, s.state().Remarks)
}

func TestOtherMethods(t *testing.T) {
	s := open(t)
	for _, method := range []string{http.MethodHead, http.MethodOptions, http.MethodPut, http.MethodDelete, http.MethodTrace, "PROPFIND"} {
		for _, path := range []string{"/", reportPath, reportPath + "/remarks", "/api/live"} {
			r := s.do(s.request(method, path, "", "X-Banwen", "1", "Origin", "http://"+s.address))
			require.Equal(t, http.StatusMethodNotAllowed, r.StatusCode, "%s %s", method, path)
		}
	}
	require.Equal(t, http.StatusMethodNotAllowed, s.do(s.request(http.MethodPost, reportPath, "", "X-Banwen", "1")).StatusCode)
}

func TestTheTokenIsNeededForAll(t *testing.T) {
	s := openAt(t, open(t).folder, "SECRET")
	paths := []string{
		"/", "/assets/index.html", "/api/reports", reportPath, reportPath + "/pages/0", reportPath + "/fonts.css", reportPath + "/fonts/song",
		reportPath + "/figures/x", reportPath + "/versions", reportPath + "/compare", reportPath + "/compare/download",
		reportPath + "/download?format=pdf", "/api/live?report=2023-h1", "/none",
	}
	const none = "没有口令：请用启动时显示的网址打开"
	for _, path := range paths {
		require.Equal(t, none, message(t, s.get(path), http.StatusUnauthorized), path)
		u, err := url.Parse(path)
		require.NoError(t, err)
		for _, token := range []string{"", "secret", "SECRET1", "SECRE"} {
			u.RawQuery = url.Values{"token": {token}}.Encode()
			require.Equal(t, none, message(t, s.get(u.String()), http.StatusUnauthorized), path)
			require.Equal(t, none, message(t, s.get(path, "Cookie", s.cookie(token)), http.StatusUnauthorized), path)
		}
		if path != "/" {
			u.RawQuery = "token=SECRET"
			require.Equal(t, none, message(t, s.get(u.String()), http.StatusUnauthorized), "the token opens the page alone: %s", path)
		}
	}
	_, answer, err := websocket.Dial(t.Context(), "ws://"+s.address+"/api/live?report=2023-h1", nil)
	require.Error(t, err)
	require.Equal(t, http.StatusUnauthorized, answer.StatusCode)
	r := s.do(s.request(http.MethodPost, reportPath+"/remarks", `{"who":"张三","text":"好"}`, "X-Banwen", "1"))
	require.Equal(t, none, message(t, r, http.StatusUnauthorized))
}

// cookie is the header of a browser that has a token.
func (s *site) cookie(token string) string {
	s.Helper()
	_, port, err := net.SplitHostPort(s.address)
	require.NoError(s, err)
	return "banwen-token-" + port + "=" + token
}

func TestTheTokenLeavesTheAddress(t *testing.T) {
	s := openAt(t, open(t).folder, "SECRET")
	r := s.get("/?token=SECRET", "Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate")
	require.Equal(t, http.StatusSeeOther, r.StatusCode)
	require.Equal(t, "/", r.Header.Get("Location"))
	require.Len(t, r.Cookies(), 1)
	cookie := r.Cookies()[0]
	require.True(t, cookie.HttpOnly)
	require.Equal(t, http.SameSiteLaxMode, cookie.SameSite)
	require.Equal(t, s.cookie("SECRET"), cookie.Name+"="+cookie.Value)
	for _, path := range []string{"/", reportPath, reportPath + "/fonts.css"} {
		require.Equal(t, http.StatusOK, s.get(path, "Cookie", s.cookie("SECRET")).StatusCode)
	}
	conn, _, err := websocket.Dial(t.Context(), "ws://"+s.address+"/api/live?report=2023-h1", &websocket.DialOptions{HTTPHeader: http.Header{"Cookie": {s.cookie("SECRET")}}})
	require.NoError(t, err)
	require.NoError(t, conn.CloseNow())
}

func TestASocketOfAnotherSite(t *testing.T) {
	s := open(t)
	for _, origin := range []string{"http://evil.example", "null", "http://127.0.0.1:1"} {
		_, answer, err := websocket.Dial(t.Context(), "ws://"+s.address+"/api/live?report=2023-h1", &websocket.DialOptions{HTTPHeader: http.Header{"Origin": {origin}}})
		require.Error(t, err)
		require.Equal(t, http.StatusForbidden, answer.StatusCode)
	}
	_, answer, err := websocket.Dial(t.Context(), "ws://"+s.address+"/api/live?report=none", nil)
	require.Error(t, err)
	require.Equal(t, http.StatusNotFound, answer.StatusCode)
}

// raw sends bytes and reads the answer, as no browser would.
func (s *site) raw(head string) *http.Response {
	s.Helper()
	conn, err := net.Dial("tcp", s.address)
	require.NoError(s, err)
	s.Cleanup(func() { _ = conn.Close() })
	_, err = io.WriteString(conn, head)
	require.NoError(s, err)
	r, err := http.ReadResponse(bufio.NewReader(conn), nil)
	require.NoError(s, err)
	return r
}

func TestNothingElseOfTheDiskIsServed(t *testing.T) {
	s := open(t)
	names := []string{
		"../index.html", "..%2findex.html", "%2e%2e/%2e%2e/etc/passwd", "..%2f..%2f..%2fetc%2fpasswd", "%2fetc%2fpasswd", "/etc/passwd",
		"..%5c..%5creport.yaml", "..\\report.yaml", "%00", "index.html%00", "index.html%00.css", "....//report.yaml", ".", "..", "%2e", "C:%5cx.css", "report.yaml",
		"..%2fassets.go", "%252e%252e%252fassets.go", "index.html/", "",
	}
	for _, name := range names {
		for _, path := range []string{
			"/assets/" + name, "/api/reports/" + name, "/api/reports/" + name + "/fonts.css",
			reportPath + "/pages/" + name, reportPath + "/fonts/" + name, reportPath + "/figures/" + name,
		} {
			r := s.raw("GET " + path + " HTTP/1.1\r\nHost: " + s.address + "\r\nConnection: close\r\n\r\n")
			body, err := io.ReadAll(r.Body)
			require.NoError(t, err)
			require.NotContains(t, string(body), "root:")
			require.NotContains(t, string(body), "单位:")
			listed := strings.HasPrefix(path, "/api/reports/") && strings.Trim(name, "./%2e") == ""
			if !listed {
				require.NotEqual(t, http.StatusOK, r.StatusCode, "%s: %s", path, body)
			}
			protected(t, r.Header)
		}
	}
	for _, q := range []string{"a=working&b=..%2f2023-h1", "a=working&b=%00", "a=%2fetc&b=working", "a=working&b=HEAD%3adata"} {
		require.Equal(t, "没有这个版本", s.refused("/compare?"+q, http.StatusNotFound))
	}
}

func TestHowMuchMayBeSent(t *testing.T) {
	s := open(t)
	body := `{"who":"张三","text":"` + strings.Repeat("长", 30_000) + `"}`
	r := s.do(s.request(http.MethodPost, reportPath+"/remarks", body, "X-Banwen", "1"))
	require.Equal(t, "内容太长", message(t, r, http.StatusRequestEntityTooLarge))
	head := s.raw("GET / HTTP/1.1\r\nHost: " + s.address + "\r\nX-Long: " + strings.Repeat("x", 64<<10) + "\r\n\r\n")
	require.Equal(t, http.StatusRequestHeaderFieldsTooLarge, head.StatusCode)
	require.Equal(t, http.StatusOK, s.get("/").StatusCode)
}

// Browsers that send nothing, send slowly or read nothing keep no one waiting.
func TestSlowBrowsers(t *testing.T) {
	s := open(t)
	font := strings.TrimPrefix(strings.SplitAfterN(s.get(reportPath+"/fonts.css").body, "url(", 2)[1], "")
	font, _, _ = strings.Cut(font, ")")
	for i := range 60 {
		conn, err := net.Dial("tcp", s.address)
		require.NoError(t, err)
		defer conn.Close()
		switch i % 3 {
		case 0: // nothing
		case 1:
			_, err = fmt.Fprintf(conn, "POST %s/remarks HTTP/1.1\r\nHost: %s\r\nX-Banwen: 1\r\nContent-Length: 1000\r\n\r\n{", reportPath, s.address)
		case 2: // reads nothing
			_, err = fmt.Fprintf(conn, "GET %s/%s HTTP/1.1\r\nHost: %s\r\n\r\n", reportPath, font, s.address)
		}
		require.NoError(t, err)
	}
	for range 3 {
		require.NotEmpty(t, s.state().Pages)
		s.remark("张三", "", "好")
	}
}

func TestConnectionsAreLimited(t *testing.T) {
	s := open(t)
	var all []net.Conn
	dial := func() net.Conn {
		conn, err := net.Dial("tcp", s.address)
		require.NoError(t, err)
		t.Cleanup(func() { _ = conn.Close() })
		_, err = fmt.Fprintf(conn, "GET /api/reports HTTP/1.1\r\nHost: %s\r\n\r\n", s.address)
		require.NoError(t, err)
		return conn
	}
	answered := func(conn net.Conn) {
		r, err := http.ReadResponse(bufio.NewReader(conn), nil)
		require.NoError(t, err)
		require.Equal(t, http.StatusOK, r.StatusCode)
	}
	for range 512 {
		conn := dial()
		answered(conn)
		all = append(all, conn)
	}
	waiting := dial()
	require.NoError(t, waiting.SetReadDeadline(soon()))
	_, err := waiting.Read(make([]byte, 1))
	require.ErrorContains(t, err, "timeout")
	require.NoError(t, waiting.SetReadDeadline(never))
	require.NoError(t, all[0].Close())
	answered(waiting)
}
