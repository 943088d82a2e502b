package pipeline_test

import (
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"banwen/internal/doc"
	"banwen/internal/merge"
	"banwen/internal/pipeline"

	"github.com/stretchr/testify/require"
)

// spare are characters that rewording puts in, those of figures among them.
var spare = []rune("一两零的了在全县开展行动并及时有力推进工作人起案件，、")

// reworded is prose with characters left out, put in and swapped. Its first
// and last stay, so that figures do not run together.
func reworded(random *rand.Rand, text string) string {
	r := []rune(text)
	if len(r) < 6 {
		return text
	}
	for range 1 + random.IntN(6) {
		at := 1 + random.IntN(len(r)-2)
		switch random.IntN(3) {
		case 0:
			r = slices.Insert(r, at, spare[random.IntN(len(spare))])
		case 1:
			if len(r) > 4 {
				r = slices.Delete(r, at, at+1)
			}
		default:
			r[at] = spare[random.IntN(len(spare))]
		}
	}
	return string(r)
}

// rewordedRuns rewords the prose of runs and keeps the figures.
func rewordedRuns(random *rand.Rand, runs []doc.Run) string {
	var b strings.Builder
	for _, r := range runs {
		if text := r.Text; r.Origin == nil && !r.Literal && !r.Missing && random.IntN(2) == 0 {
			b.WriteString(reworded(random, text))
		} else {
			b.WriteString(text)
		}
	}
	return b.String()
}

// bodies are the stretches of a document that are prose: one run of the DOCX each.
func bodies(d *doc.Document) [][]doc.Run {
	var all [][]doc.Run
	for _, b := range d.Blocks {
		switch b := b.(type) {
		case *doc.Paragraph:
			all = append(all, b.Runs)
		case *doc.Heading:
			all = append(all, b.Body)
		}
	}
	return slices.DeleteFunc(all, func(runs []doc.Run) bool { return len(doc.Text(runs)) < 60 })
}

// sampleWord is the sample's report, its document and its DOCX.
func sampleWord(t *testing.T) (q pipeline.Request, d *doc.Document, original *word) {
	t.Helper()
	q = request(os.DirFS("../../data"))
	q.Dir = "2023-h1"
	result, diags := pipeline.Document(q)
	require.False(t, diags.HasErrors(), "%v", diags)
	return q, result.Document, asWord(t, q)
}

// Whatever the prose is changed to, as long as the figures stay: written back
// it prints what was edited, and every {{…}} is still there.
func TestRewordedProseComesBackAsEdited(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	q, d, original := sampleWord(t)
	all := bodies(d)
	changes := 0
	for round := range 25 {
		w := openWord(t, original.save())
		for range 1 + random.IntN(4) {
			runs := all[random.IntN(len(all))]
			old, edited := doc.Text(runs), rewordedRuns(random, runs)
			if w.says(old) == 1 {
				w.retype(old, edited)
			}
		}
		switch round % 3 {
		case 1:
			w.shatter()
		case 2:
			w.dropBookmarks()
		}
		m := clean(t, merged(t, q, w))
		changes += len(m.Changes)
		files := copied(t, "../../data/2023-h1")
		before := braces(files)
		for _, f := range m.Files {
			files["r/"+f.Name].Data = f.Data
		}
		require.Equal(t, before, braces(files))
		after, diags := pipeline.Document(request(files))
		require.False(t, diags.HasErrors(), "%v", diags)
		text := strings.Join(merge.Texts(after.Document), "\n")
		for _, p := range paragraphXML.FindAllString(w.body(), -1) {
			var words strings.Builder
			for _, part := range wordXML.FindAllStringSubmatch(p, -1) {
				words.WriteString(unescaped(part[1]))
			}
			if len(words.String()) > 200 {
				require.Contains(t, text, words.String())
			}
		}
	}
	require.Greater(t, changes, 40)
}

// copied is a report's folder in memory, as r.
func copied(t *testing.T, folder string) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	data, err := os.ReadFile(folder + "/report.yaml")
	require.NoError(t, err)
	files["r/report.yaml"] = &fstest.MapFile{Data: data}
	areas, err := os.ReadDir(folder + "/areas")
	require.NoError(t, err)
	for _, a := range areas {
		data, err := os.ReadFile(folder + "/areas/" + a.Name())
		require.NoError(t, err)
		files["r/areas/"+a.Name()] = &fstest.MapFile{Data: data}
	}
	return files
}

// braces counts what the prose of each file prints by {{…}}.
func braces(files fstest.MapFS) map[string]int {
	count := map[string]int{}
	for name, f := range files {
		count[name] = strings.Count(string(f.Data), "{{")
	}
	return count
}

// Whatever is done to the text, digits too: no figure goes without being told,
// and no value of the data changes.
func TestNoFigureIsLostSilently(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	q, d, original := sampleWord(t)
	all := bodies(d)
	told := 0
	for range 25 {
		w := openWord(t, original.save())
		for range 1 + random.IntN(4) {
			runs := all[random.IntN(len(all))]
			if old := doc.Text(runs); w.says(old) == 1 {
				w.retype(old, mangled(random, old))
			}
		}
		m := merged(t, q, w)
		told += len(m.Figures)
		files := copied(t, "../../data/2023-h1")
		for _, f := range m.Files {
			files["r/"+f.Name].Data = f.Data
		}
		after, diags := pipeline.Document(request(files))
		require.False(t, diags.HasErrors(), "%v", diags)
		requireTold(t, m, d, after.Document)
		was, is := origins(d), origins(after.Document)
		for _, f := range m.Figures {
			if f.Dropped {
				was[f.Name]--
			}
		}
		for name, n := range was {
			require.GreaterOrEqual(t, is[name], n, name)
		}
	}
	require.Greater(t, told, 20)
}

// mangled is a text with stretches of it cut, doubled, moved, and digits changed.
func mangled(random *rand.Rand, text string) string {
	r := []rune(text)
	for range 1 + random.IntN(4) {
		at := random.IntN(len(r))
		to := min(at+1+random.IntN(12), len(r))
		cut := slices.Clone(r[at:to])
		switch random.IntN(4) {
		case 0:
			if len(r) > 40 {
				r = slices.Delete(r, at, to)
			}
		case 1:
			r = slices.Insert(r, random.IntN(len(r)), cut...)
		case 2:
			r = slices.Delete(r, at, to)
			r = slices.Insert(r, random.IntN(len(r)), cut...)
		default:
			for i := at; i < len(r); i++ {
				if r[i] >= '0' && r[i] <= '9' {
					r[i] = '0' + (r[i]-'0'+1)%10
					break
				}
			}
		}
	}
	return string(r)
}

// origins counts the figures that a document prints, by their names.
func origins(d *doc.Document) map[string]int {
	count := map[string]int{}
	for _, p := range d.Passages() {
		for _, r := range p.Runs {
			if r.Origin != nil {
				count[r.Origin.Name]++
			}
		}
	}
	return count
}
