package pipeline_test

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"banwen/internal/doc"
	"banwen/internal/font"
	"banwen/internal/pipeline"
	"banwen/internal/review"
	"banwen/internal/typeset"

	"github.com/stretchr/testify/require"
)

var (
	plainFigure = regexp.MustCompile(`(?m)^  [^ :#]+: (\d+)(?:起|人|次|个)$`)
	comma       = regexp.MustCompile(`，`)
)

// changedSample is the sample with so many random changes of figures and words.
func changedSample(t *testing.T, random *rand.Rand, count int) *pipeline.Version {
	t.Helper()
	files := copied(t, "../../data/2023-h1")
	var areas []string
	for name := range files {
		if strings.Contains(name, "/areas/") {
			areas = append(areas, name)
		}
	}
	slices.Sort(areas)
	for range count {
		name := areas[random.IntN(len(areas))]
		text := string(files[name].Data)
		if at := plainFigure.FindAllStringSubmatchIndex(text, -1); len(at) > 0 && random.IntN(2) == 0 {
			m := at[random.IntN(len(at))]
			n, err := strconv.Atoi(text[m[2]:m[3]])
			require.NoError(t, err)
			text = text[:m[2]] + strconv.Itoa(n+1) + text[m[3]:]
		} else if at := comma.FindAllStringIndex(text, -1); len(at) > 0 {
			m := at[random.IntN(len(at))]
			text = text[:m[1]] + "进一步" + text[m[1]:]
		}
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return version(t, files)
}

func version(t *testing.T, files fstest.MapFS) *pipeline.Version {
	t.Helper()
	v, diags := pipeline.ReadVersion(pipeline.Request{Files: files, Dir: "r", Fonts: font.Shipped()})
	require.False(t, diags.HasErrors(), "%v", diags)
	return v
}

// A list of changes is one page; those that do not fit are counted. A dozen fit.
func TestAListOfChangesIsOnePage(t *testing.T) {
	was := version(t, copied(t, "../../data/2023-h1"))
	most := 0
	for seed, count := range []int{0, 1, 12, 12, 12, 25, 50, 100, 200} {
		now := changedSample(t, rand.New(rand.NewPCG(uint64(seed), 8)), count)
		list := pipeline.ChangeList(was, now)
		layout, diags := typeset.Set(list.Document, list.Profile, font.Shipped())
		require.Empty(t, diags)
		require.Len(t, layout.Pages, 1, "%d changes", count)
		difference := review.Compare(was.Version, now.Version)
		all := difference.Count()
		rest := 0
		last := list.Document.Blocks[len(list.Document.Blocks)-1].(*doc.Paragraph).Text()
		if strings.HasPrefix(last, "其余") {
			_, err := fmt.Sscanf(last, "其余%d处见花脸稿。", &rest)
			require.NoError(t, err)
		}
		if count <= 12 {
			require.Zero(t, rest, "%d changes", all)
		}
		require.Equal(t, review.List(now.Document, difference, all-rest), list.Document)
		most = max(most, all-rest)
	}
	require.GreaterOrEqual(t, most, 16)
}
