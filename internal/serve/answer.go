package serve

import (
	"encoding/json"
	"net/http"
)

// failure is what the page gets where something cannot be done.
type failure struct {
	Message string `json:"message"` // Chinese, without a full stop
}

// fail answers with what is wrong.
func fail(w http.ResponseWriter, status int, message string) {
	answer(w, status, failure{message})
}

// answer answers with JSON, which no one keeps.
func answer(w http.ResponseWriter, status int, what any) {
	data, err := json.Marshal(what)
	if err != nil {
		status, data = http.StatusInternalServerError, []byte(`{"message":"答复写不出来"}`)
	}
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_, _ = w.Write(data) // whoever asked may have gone
}

// How long a browser may keep what it gets.
const (
	forever = "private, max-age=31536000, immutable" // it is named by its content
	asked   = "private, no-cache"                    // it asks each time whether it is still this
)
