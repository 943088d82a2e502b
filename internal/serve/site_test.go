package serve_test

import (
	"encoding/json"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"banwen/internal/live"
	"banwen/internal/serve"

	"github.com/stretchr/testify/require"
)

// noon is the time at which all remarks of the tests are written.
var noon = time.Date(2023, 7, 1, 12, 0, 0, 0, time.FixedZone("", 8*3600))

// site is a server on the network with a copy of the sample, or of other
// reports, that is not watched: a test refreshes it.
type site struct {
	*testing.T
	folder  string
	report  *live.Report
	address string
	client  *http.Client
}

// open serves a copy of the sample.
func open(t *testing.T) *site {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "data", "2023-h1")
	require.NoError(t, os.CopyFS(folder, os.DirFS("../../data/2023-h1")))
	return openAt(t, folder, "")
}

// openAt serves a folder, with a token or without one.
func openAt(t *testing.T, folder, token string) *site {
	t.Helper()
	report, err := live.Open(folder)
	require.NoError(t, err)
	s := &site{T: t, folder: folder, report: report, client: &http.Client{}}
	s.address = listen(t, []*live.Report{report}, token)
	s.client.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	return s
}

// listen serves reports until the test ends.
func listen(t *testing.T, reports []*live.Report, token string) (address string) {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	address = listener.Addr().String()
	server := serve.New(reports, serve.Options{Address: address, Token: token, Now: func() time.Time { return noon }})
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(t.Context(), listener) }()
	t.Cleanup(func() { require.NoError(t, <-ended) })
	return address
}

// request is a request to the server; path is escaped already.
func (s *site) request(method, path, body string, header ...string) *http.Request {
	s.Helper()
	r, err := http.NewRequestWithContext(s.Context(), method, "http://"+s.address+path, strings.NewReader(body))
	require.NoError(s, err)
	for i := 0; i+1 < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	if host := r.Header.Get("Host"); host != "" {
		r.Host = host
	}
	return r
}

// reply is an answer that has been read.
type reply struct {
	*http.Response
	body string
}

func (s *site) do(r *http.Request) reply {
	s.Helper()
	response, err := s.client.Do(r)
	require.NoError(s, err)
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	require.NoError(s, err)
	protected(s.T, response.Header)
	return reply{response, string(body)}
}

// protected tells whether an answer carries what every answer must, and
// nothing that lets other sites read it.
func protected(t *testing.T, h http.Header) {
	t.Helper()
	require.Contains(t, h.Get("Content-Security-Policy"), "default-src 'none'")
	require.Equal(t, "nosniff", h.Get("X-Content-Type-Options"))
	for name := range h {
		require.False(t, strings.HasPrefix(name, "Access-Control-"), name)
	}
}

func (s *site) get(path string, header ...string) reply {
	s.Helper()
	return s.do(s.request(http.MethodGet, path, "", header...))
}

// ask gets what is there under the report and reads it into a value.
func (s *site) ask(path string, into any) {
	s.Helper()
	r := s.get(reportPath + path)
	require.Equal(s, http.StatusOK, r.StatusCode, "%s", r.body)
	require.NoError(s, json.Unmarshal([]byte(r.body), into))
}

// refused asks for what is not to be had and gives why.
func (s *site) refused(path string, status int) string {
	s.Helper()
	r := s.get(reportPath + path)
	return message(s.T, r, status)
}

// message is what a failure says.
func message(t *testing.T, r reply, status int) string {
	t.Helper()
	require.Equal(t, status, r.StatusCode, "%s", r.body)
	var failure struct{ Message string }
	require.NoError(t, json.Unmarshal([]byte(r.body), &failure))
	require.NotEmpty(t, failure.Message)
	require.NotContains(t, failure.Message, "。")
	return failure.Message
}

const reportPath = "/api/reports/2023-h1"

// replace changes words in a file of the report, and lets the server know.
func (s *site) replace(file, old, instead string) {
	s.Helper()
	at := filepath.Join(s.folder, filepath.FromSlash(file))
	data, err := os.ReadFile(at)
	require.NoError(s, err)
	require.Contains(s, string(data), old)
	require.NoError(s, os.WriteFile(at, []byte(strings.Replace(string(data), old, instead, 1)), 0o644))
	s.report.Refresh()
}

func escaped(s string) string { return url.PathEscape(s) }

// soon is late enough for what is answered at once.
func soon() time.Time { return time.Now().Add(200 * time.Millisecond) }

var never time.Time
