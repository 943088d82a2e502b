package serve_test

import (
	"encoding/json"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"
)

// send sends a write of the page's.
func (s *site) send(method, path string, what any) reply {
	s.Helper()
	body, err := json.Marshal(what)
	require.NoError(s, err)
	return s.do(s.request(method, reportPath+path, string(body), "X-Banwen", "1", "Content-Type", "application/json"))
}

// remark writes a remark and gives its fingerprint.
func (s *site) remark(who, node, text string) string {
	s.Helper()
	r := s.send(http.MethodPost, "/remarks", map[string]string{"who": who, "node": node, "quote": "群众", "section": "一、概述", "text": text})
	require.Equal(s, http.StatusCreated, r.StatusCode, "%s", r.body)
	var made struct{ Fingerprint string }
	require.NoError(s, json.Unmarshal([]byte(r.body), &made))
	require.Len(s, made.Fingerprint, 12)
	return made.Fingerprint
}

// node is a node of the document.
func (s *site) node() string {
	s.Helper()
	for node := range s.state().Places {
		if strings.HasPrefix(node, "area/") {
			return node
		}
	}
	require.Fail(s, "no node")
	return ""
}

func (s *site) file(name string) string {
	s.Helper()
	data, err := os.ReadFile(filepath.Join(s.folder, filepath.FromSlash(name)))
	require.NoError(s, err)
	return string(data)
}

const reviewOfDay = "review/2023-07-01-张三.yaml"

func TestARemarkIsWritten(t *testing.T) {
	s := open(t)
	node := s.node()
	first := s.remark("张三\u0000", node, "请核实\u200b这个数\r\n再看")
	require.Equal(t, "# 审阅页上的批注，由 banwen serve 写出。\n# 办好一条，把“状态”改成“已办”或“不采纳”，写上“答复”。\n批注:\n"+
		"  - 谁: 张三\n    时间: 2023-07-01 12:00\n    位置: "+node+"\n    节: 一、概述\n    引文: 群众\n    意见: \"请核实这个数\\n再看\"\n    状态: 待办\n    指纹: "+first+"\n", s.file(reviewOfDay))
	second := s.remark("张三", "", "好")
	require.NotEqual(t, first, second)
	third := s.remark("李四", node, "请核实")
	v := s.state()
	require.Len(t, v.Remarks, 3)
	require.Equal(t, []string{first, second}, []string{v.Remarks[0].Fingerprint, v.Remarks[1].Fingerprint})
	require.Equal(t, third, v.Remarks[2].Fingerprint)
	require.Equal(t, "review/2023-07-01-李四.yaml", v.Remarks[2].File)
	require.NotContains(t, s.entries(), ".banwen")
}

// entries are what is in the folder above the report's.
func (s *site) entries() []string {
	s.Helper()
	entries, err := os.ReadDir(filepath.Dir(s.folder))
	require.NoError(s, err)
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

func TestTheSameRemarkTwiceIsOne(t *testing.T) {
	s := open(t)
	first := s.remark("张三", "", "请核实")
	require.Equal(t, first, s.remark("张三", "", "请核实"))
	require.Len(t, s.state().Remarks, 1)
	require.NotEqual(t, first, s.remark("张三", "", "请再核实"))
	require.NotEqual(t, first, s.remark("李四", "", "请核实"))
}

func TestRemarksAtTheSameTime(t *testing.T) {
	s := open(t)
	var writers sync.WaitGroup
	for i := range 8 {
		writers.Go(func() {
			body := `{"who":"张三","text":"第` + string(rune('0'+i)) + `条"}`
			r := s.do(s.request(http.MethodPost, reportPath+"/remarks", body, "X-Banwen", "1"))
			if r.StatusCode != http.StatusCreated {
				t.Errorf("%d %s", r.StatusCode, r.body)
			}
		})
	}
	writers.Wait()
	require.Len(t, s.state().Remarks, 8)
}

func TestRemarksThatAreRefused(t *testing.T) {
	s := open(t)
	long := func(n int) string { return strings.Repeat("长", n) }
	for _, c := range []struct {
		want           string
		who, node, txt string
		quote          string
	}{
		{"没有写姓名", " \u200b", "", "好", ""},
		{"没有写意见", "张三", "", "\n \u0007", ""},
		{"姓名太长，最多 40 个字", long(41), "", "好", ""},
		{"意见太长，最多 4000 个字", "张三", "", long(4001), ""},
		{"引文太长，最多 500 个字", "张三", "", "好", long(501)},
		{"稿子里没有这一段，可能刚改过", "张三", "area/none/p1", "好", ""},
		{"稿子里没有这一段，可能刚改过", "张三", "../../x", "好", ""},
	} {
		r := s.send(http.MethodPost, "/remarks", map[string]string{"who": c.who, "node": c.node, "text": c.txt, "quote": c.quote})
		require.Equal(t, c.want, message(t, r, http.StatusBadRequest))
	}
	require.NoDirExists(t, filepath.Join(s.folder, "review"))
	s.remark(long(40), s.node(), long(4000))
	for _, body := range []string{"", "{", "[]", `{"who":1}`} {
		r := s.do(s.request(http.MethodPost, reportPath+"/remarks", body, "X-Banwen", "1"))
		require.Equal(t, "请求读不出来", message(t, r, http.StatusBadRequest))
	}
	r := s.do(s.request(http.MethodPost, "/api/reports/none/remarks", `{"who":"张三","text":"好"}`, "X-Banwen", "1"))
	require.Equal(t, "没有这个报告", message(t, r, http.StatusNotFound))
}

// What someone wrote by hand and cannot be appended to stays, and so does the
// new remark.
func TestNoRemarkIsLost(t *testing.T) {
	s := open(t)
	require.NoError(t, os.Mkdir(filepath.Join(s.folder, "review"), 0o755))
	byHand := "批注: [{谁: 张三, 意见: 好, 状态: 已办}]\n"
	require.NoError(t, os.WriteFile(filepath.Join(s.folder, filepath.FromSlash(reviewOfDay)), []byte(byHand), 0o644))
	s.remark("张三", "", "请核实")
	require.Equal(t, byHand, s.file(reviewOfDay))
	require.Contains(t, s.file("review/2023-07-01-张三-2.yaml"), "请核实")
}

func TestARemarkIsAnswered(t *testing.T) {
	s := open(t)
	first, second := s.remark("张三", "", "请核实"), s.remark("张三", "", "改一改")
	before := s.file(reviewOfDay)
	r := s.send(http.MethodPatch, "/remarks/"+second, map[string]string{"who": "李四", "state": "已办", "reply": "改为22起"})
	require.Equal(t, http.StatusOK, r.StatusCode, "%s", r.body)
	require.Equal(t, strings.Replace(before, "状态: 待办\n    指纹: "+second, "状态: 已办\n    答复: 改为22起（李四）\n    指纹: "+second, 1), s.file(reviewOfDay))
	v := s.state()
	require.Equal(t, "已办", v.Remarks[1].State)
	require.Equal(t, "改为22起（李四）", v.Remarks[1].Reply)
	require.Equal(t, "待办", v.Remarks[0].State)
	r = s.send(http.MethodPatch, "/remarks/"+first, map[string]string{"who": "李四", "state": "不采纳"})
	require.Equal(t, http.StatusOK, r.StatusCode, "%s", r.body)
	require.Equal(t, "不采纳（李四）", s.state().Remarks[0].Reply)
}

func TestARemarkWrittenByHandIsAnswered(t *testing.T) {
	s := open(t)
	require.NoError(t, os.Mkdir(filepath.Join(s.folder, "review"), 0o755))
	require.NoError(t, os.WriteFile(filepath.Join(s.folder, "review", "会议.yaml"), []byte("批注:\n  # 会上说的\n  - {谁: 局长, 意见: 太长, 状态: 待办}\n"), 0o644))
	s.report.Refresh()
	id := s.state().Remarks[0].Fingerprint
	require.Len(t, id, 12)
	r := s.send(http.MethodPatch, "/remarks/"+id, map[string]string{"who": "李四", "state": "已办", "reply": "删了三段"})
	require.Equal(t, http.StatusOK, r.StatusCode, "%s", r.body)
	require.Equal(t, "批注:\n  # 会上说的\n  - {谁: 局长, 意见: 太长, 状态: 已办, 答复: 删了三段（李四）}\n", s.file("review/会议.yaml"))
	require.Equal(t, id, s.state().Remarks[0].Fingerprint, "it is still the same remark")
}

func TestAnswersThatAreRefused(t *testing.T) {
	s := open(t)
	id := s.remark("张三", "", "请核实")
	patch := func(id, who, state, reply string, status int) string {
		return message(t, s.send(http.MethodPatch, "/remarks/"+id, map[string]string{"who": who, "state": state, "reply": reply}), status)
	}
	require.Equal(t, "没有这条批注", patch("000000000000", "李四", "已办", "", http.StatusNotFound))
	require.Equal(t, "没有写姓名", patch(id, "", "已办", "", http.StatusBadRequest))
	require.Equal(t, "状态只能是待办、已办、不采纳", patch(id, "李四", "办了", "", http.StatusBadRequest))
	require.Equal(t, "答复太长，最多 4000 个字", patch(id, "李四", "已办", strings.Repeat("长", 4001), http.StatusBadRequest))
	at := filepath.Join(s.folder, filepath.FromSlash(reviewOfDay))
	good := s.file(reviewOfDay)
	for changed, want := range map[string]string{
		strings.Replace(good, "待办", "已办", 1):    "这条批注刚刚有人改了，看过再写",
		strings.Replace(good, "请核实", "请再核实", 1): "这条批注刚刚有人改了，看过再写",
		good + "  - 谁: 王五\n":                    reviewOfDay + " 有错误，先改正",
		good + "乱写: [\n":                        "",
	} {
		if strings.Contains(changed, "请再核实") {
			changed = strings.Replace(changed, id, "000000000001", 1)
		}
		require.NoError(t, os.WriteFile(at, []byte(changed), 0o644))
		said := patch(id, "李四", "不采纳", "不改", http.StatusConflict)
		if want != "" {
			require.Equal(t, want, said)
		}
		require.Equal(t, changed, s.file(reviewOfDay), "nothing is written")
	}
}
