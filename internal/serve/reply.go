package serve

import (
	"net/http"
	"slices"
	"strings"

	"banwen/internal/remark"
	"banwen/internal/reports"
	"banwen/internal/source"
)

// reply is what someone says became of a remark.
type reply struct {
	Who   string `json:"who"`
	State string `json:"state"`
	Reply string `json:"reply"`
}

// answerRemark writes what became of a remark into its file.
func (r *served) answerRemark(w http.ResponseWriter, req *http.Request) {
	var said reply
	if !sent(w, req, &said) {
		return
	}
	a, err := said.answer(req.PathValue("fingerprint"))
	if err == nil {
		err = r.reply(a)
	}
	if err != nil {
		refuse(w, err)
		return
	}
	answer(w, http.StatusOK, map[string]string{"fingerprint": a.ID})
}

func (v reply) answer(id string) (remark.Answer, error) {
	text := strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(v.Reply)
	a := remark.Answer{ID: id, Who: remark.CleanLine(v.Who), State: v.State, Reply: remark.Clean(text)}
	if a.Who == "" {
		return a, refusal{http.StatusBadRequest, "没有写姓名"}
	}
	if !slices.Contains([]string{source.OpenRemark, source.DoneRemark, source.DeclinedRemark}, a.State) {
		return a, refusal{http.StatusBadRequest, "状态只能是待办、已办、不采纳"}
	}
	if err := tooLong("姓名", a.Who, mostWho); err != nil {
		return a, err
	}
	return a, tooLong("答复", a.Reply, mostText)
}

// reply writes an answer, if the remark is still as whoever answers it saw it.
func (r *served) reply(a remark.Answer) error {
	_, seen := find(r.Current().Reviews, a.ID)
	if seen == nil {
		return refusal{http.StatusNotFound, "没有这条批注"}
	}
	return r.change(func(report *reports.Report, reviews []source.Review) (string, []byte, error) {
		file, now := find(reviews, a.ID)
		if now == nil || now.State.Value != seen.State.Value || now.Reply.Value != seen.Reply.Value {
			return "", nil, refusal{http.StatusConflict, "这条批注刚刚有人改了，看过再写"}
		}
		data, err := reviewFile(report, file)
		if err == nil {
			data, err = a.Apply(file, data)
		}
		if err != nil {
			return "", nil, refusal{http.StatusConflict, err.Error()}
		}
		return file, data, nil
	})
}

// find finds a remark and the file that it is in.
func find(reviews []source.Review, id string) (file string, found *source.Remark) {
	for _, review := range reviews {
		for i := range review.Remarks {
			if review.Remarks[i].ID() == id {
				return review.File, &review.Remarks[i]
			}
		}
	}
	return "", nil
}
