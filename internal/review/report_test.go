package review_test

import (
	"io/fs"
	"math/rand/v2"
	"os"
	"path"
	"strings"
	"testing"
	"testing/fstest"

	"banwen/internal/font"
	"banwen/internal/pipeline"
	"banwen/internal/review"

	"github.com/stretchr/testify/require"
)

// reportKeys are values that the keys of the red-head report may have; those
// that may be left out have an empty one.
var reportKeys = []struct {
	key    string
	values []string
}{
	{"份号", []string{"", "000001", "000012"}},
	{"紧急程度", []string{"", "特急", "加急"}},
	{"标题", []string{
		"xx县公安局关于{{期间}}工作情况的报告", "关于{{期间}}工作情况的报告", "xx县公安局关于{{期间}}重点工作推进情况及下半年工作打算的报告",
		"中共xx县公安局委员会关于{{期间}}全县公安机关维护社会大局稳定和推进执法规范化建设工作情况的报告",
	}},
	{"发文字号", []string{"x公报〔2023〕12号", "x公报〔2023〕13号", "x公发〔2023〕12号", ""}},
	{"签发人", []string{"xxx", "张三", "张三、李四", "李四、王五、赵六"}},
	{"主送", []string{"县委、县政府", "县委、县政府，市公安局", "市公安局", ""}},
	{"成文日期", []string{"2023-06-30", "2023-07-01", "2023-06-29"}},
	{"附注", []string{"联系人：xxx，联系电话：xxxxxxx", "此件公开发布", ""}},
	{"抄送", []string{"市公安局", "市公安局，县委政法委", ""}},
	{"印发机关", []string{"xx县公安局办公室", "xx县公安局指挥中心"}},
	{"印发日期", []string{"2023-06-30", "2023-07-02"}},
}

// edited is the red-head report with random values of its keys and some of its
// attachments.
func edited(t *testing.T, data fstest.MapFS, random *rand.Rand) *pipeline.Version {
	t.Helper()
	const dir = "2023-h1-report"
	name := path.Join(dir, "report.yaml")
	text := string(data[name].Data)
	for _, k := range reportKeys {
		text = withKey(text, k.key, k.values[random.IntN(len(k.values))])
	}
	if parts := strings.SplitAfter(text, "\n  - "); random.IntN(2) == 0 && len(parts) == 3 {
		text = strings.TrimSuffix(parts[0]+parts[1], "  - ") // the last attachment is gone
	}
	files := fstest.MapFS{}
	for name, file := range data {
		files[name] = file
	}
	files[name] = &fstest.MapFile{Data: []byte(text)}
	v, diags := pipeline.ReadVersion(pipeline.Request{Files: files, Dir: dir, Fonts: font.Shipped()})
	require.False(t, diags.HasErrors(), "%v\n%s", diags, text)
	return v
}

// withKey is a YAML text with another value of a key; an empty one takes it away.
func withKey(text, key, value string) string {
	var lines []string
	for _, line := range strings.Split(text, "\n") {
		if !strings.HasPrefix(line, key+": ") {
			lines = append(lines, line)
		}
	}
	if value != "" {
		lines = append([]string{key + `: "` + value + `"`}, lines...)
	}
	return strings.Join(lines, "\n")
}

// samples are the shipped reports.
func samples(t *testing.T) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	disk := os.DirFS("../../data")
	require.NoError(t, fs.WalkDir(disk, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(disk, name)
		files[name] = &fstest.MapFile{Data: data}
		return err
	}))
	return files
}

// Of two versions of the shipped red-head report, the file with every change
// accepted says what the file of the one says, and with every change rejected
// what that of the other does.
func TestAcceptAndRejectGiveEitherVersionOfTheRedHeadReport(t *testing.T) {
	data := samples(t)
	for seed := range uint64(20) {
		random := rand.New(rand.NewPCG(seed, 3))
		a, b := edited(t, data, random), edited(t, data, random)
		marked := review.Marked(a.Document, b.Document, by)
		requireLines(t, seed, said(written(t, b.Document)), said(accept(written(t, marked))))
		requireLines(t, seed, said(written(t, a.Document)), said(reject(written(t, marked))))
	}
}
