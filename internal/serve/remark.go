package serve

import (
	"net/http"
	"slices"
	"strings"
	"time"

	"banwen/internal/remark"
	"banwen/internal/reports"
	"banwen/internal/source"
	"banwen/internal/textfile"
)

// written is what someone writes on the page.
type written struct {
	Who     string `json:"who"`
	Node    string `json:"node"`
	Section string `json:"section"`
	Quote   string `json:"quote"`
	Text    string `json:"text"`
}

// addRemark writes a remark into the report's folder, as merge does.
func (s *Server) addRemark(r *served, w http.ResponseWriter, req *http.Request) {
	var said written
	if !sent(w, req, &said) {
		return
	}
	made, err := said.remark(s.options.Now())
	if err == nil {
		err = r.hasNode(made.Node)
	}
	if err != nil {
		refuse(w, err)
		return
	}
	id := made.Fingerprint
	err = r.change(func(report *reports.Report, reviews []source.Review) (string, []byte, error) {
		if known := sameRemark(reviews, made); known != "" {
			id = known
			return "", nil, nil
		}
		return fileFor(report, made, s.options.Now().Format(time.DateOnly))
	})
	if err != nil {
		refuse(w, err)
		return
	}
	answer(w, http.StatusCreated, map[string]string{"fingerprint": id})
}

// remark is what was written, as it is kept.
func (v written) remark(now time.Time) (remark.Remark, error) {
	text := strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(v.Text)
	r := remark.Remark{
		Who: remark.CleanLine(v.Who), When: now.Format("2006-01-02 15:04"), Node: v.Node, Section: remark.CleanLine(v.Section),
		Quote: remark.Clean(v.Quote), Text: remark.Clean(text),
	}
	for _, field := range []struct {
		name, text string
		most       int
		required   bool
	}{
		{"姓名", r.Who, mostWho, true}, {"意见", r.Text, mostText, true}, {"引文", r.Quote, mostQuote, false}, {"节名", r.Section, mostSection, false},
	} {
		if field.required && field.text == "" {
			return r, refusal{http.StatusBadRequest, "没有写" + field.name}
		}
		if err := tooLong(field.name, field.text, field.most); err != nil {
			return r, err
		}
	}
	r.Fingerprint = source.RemarkFingerprint(r.Who, now.Format(time.RFC3339Nano), strings.Join([]string{r.Node, r.Quote, r.Text}, "\x00"))
	return r, nil
}

// hasNode tells whether a node is in the document that is shown.
func (r *served) hasNode(node string) error {
	if node == "" {
		return nil
	}
	shown := r.Current().Shown
	if shown == nil {
		return refusal{http.StatusConflict, nothingShown}
	}
	if _, ok := places(shown.Layout)[node]; !ok {
		return refusal{http.StatusBadRequest, "稿子里没有这一段，可能刚改过"}
	}
	return nil
}

// sameRemark is the remark that says the same and is still to be dealt with,
// which was sent twice; empty for none.
func sameRemark(reviews []source.Review, made remark.Remark) string {
	for _, review := range reviews {
		i := slices.IndexFunc(review.Remarks, func(r source.Remark) bool {
			same := r.Who.Value == made.Who && r.Node.Value == made.Node && r.Quote.Value == made.Quote && r.Text.Value == made.Text
			return same && r.State.Value == source.OpenRemark || r.ID() == made.Fingerprint
		})
		if i >= 0 {
			return review.Remarks[i].ID()
		}
	}
	return ""
}

// fileFor is the file of someone's remarks of a day with one more. Where it
// cannot be appended to, the next name is tried: no remark is lost.
func fileFor(report *reports.Report, made remark.Remark, day string) (string, []byte, error) {
	for name := range remark.Names(day, made.Who) {
		data, err := reviewFile(report, name)
		switch {
		case err != nil:
			return "", nil, refusal{http.StatusConflict, name + " 不能读取：" + textfile.Cause(err)}
		case data == nil:
			return name, remark.File("审阅页上的批注，由 banwen serve 写出", []remark.Remark{made}), nil
		}
		if data, err = remark.Append(name, data, made); err == nil {
			return name, data, nil
		}
	}
	return "", nil, nil // not reached: names do not end
}
