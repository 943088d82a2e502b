package serve

import "net/http"

// versions answers with the versions that can be compared.
func (r *served) versions(w http.ResponseWriter, _ *http.Request) {
	versions, err := r.history.Versions()
	if err != nil {
		fail(w, http.StatusConflict, "读不出版本："+err.Error())
		return
	}
	answer(w, http.StatusOK, map[string]any{"versions": versions})
}
