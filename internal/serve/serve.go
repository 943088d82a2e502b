// Package serve is the review page: reports that are kept up to date, over
// HTTP on this machine, for a browser. It has no data of its own; what it
// writes are remarks, into the folders of the reports.
package serve

import (
	"net/http"
	"strconv"
	"time"

	"banwen/internal/history"
	"banwen/internal/live"
)

// Options are what a server is told when it starts.
type Options struct {
	Address string           // host:port that it listens on
	Token   string           // required of every request; empty: none is, and only this machine can reach the address
	Now     func() time.Time // for the remarks
}

// Server answers for its reports.
type Server struct {
	reports []*served
	options Options
	packs   *packs
}

// served is a report under its name in addresses.
type served struct {
	*live.Report
	ID      string
	history *history.History
	stated  stated
	packs   *packs

	comparisons comparisons
}

// New is a server for reports.
func New(reports []*live.Report, options Options) *Server {
	s := &Server{options: options, packs: &packs{}}
	taken := map[string]bool{}
	for _, r := range reports {
		base := r.Name()
		id := base
		for n := 2; taken[id]; n++ {
			id = base + "-" + strconv.Itoa(n)
		}
		taken[id] = true
		s.reports = append(s.reports, &served{Report: r, ID: id, history: history.Of(r.Folder), packs: s.packs})
	}
	return s
}

// Handler is the whole of the server.
func (s *Server) Handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", s.page)
	mux.Handle("GET /assets/", http.StripPrefix("/assets/", http.HandlerFunc(s.asset)))
	mux.HandleFunc("GET /api/reports", s.list)
	mux.HandleFunc("GET /api/live", s.live)
	s.handle(mux, "GET /api/reports/{report}", (*served).state)
	s.handle(mux, "GET /api/reports/{report}/pages/{hash}", (*served).page)
	s.handle(mux, "GET /api/reports/{report}/fonts.css", (*served).fontFaces)
	s.handle(mux, "GET /api/reports/{report}/fonts/{role}", (*served).font)
	s.handle(mux, "GET /api/reports/{report}/fonts/{role}/used", (*served).fontPart)
	s.handle(mux, "GET /api/reports/{report}/download", (*served).download)
	s.handle(mux, "GET /api/reports/{report}/figures/{name...}", (*served).figure)
	s.handle(mux, "GET /api/reports/{report}/versions", (*served).versions)
	s.handle(mux, "GET /api/reports/{report}/compare", (*served).compareVersions)
	s.handle(mux, "GET /api/reports/{report}/compare/download", (*served).downloadComparison)
	s.handle(mux, "POST /api/reports/{report}/remarks", s.addRemark)
	s.handle(mux, "PATCH /api/reports/{report}/remarks/{fingerprint}", (*served).answerRemark)
	return s.guarded(mux)
}

// handle serves something of one report.
func (s *Server) handle(mux *http.ServeMux, pattern string, answer func(*served, http.ResponseWriter, *http.Request)) {
	mux.HandleFunc(pattern, func(w http.ResponseWriter, r *http.Request) {
		if report := s.find(r.PathValue("report")); report != nil {
			answer(report, w, r)
			return
		}
		fail(w, http.StatusNotFound, "没有这个报告")
	})
}

func (s *Server) find(id string) *served {
	for _, r := range s.reports {
		if r.ID == id {
			return r
		}
	}
	return nil
}
