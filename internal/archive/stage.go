// Package archive keeps versions of a report in git: its inputs and its
// documents in one commit under an annotated tag, with a manifest of their
// checksums, and proves later that a version is what was handed in, by
// building it anew from that commit.
package archive

import (
	"errors"
	"fmt"
	"path"
	"regexp"
	"strconv"
	"strings"

	"banwen/internal/compose"
	"banwen/internal/gitrepo"
)

// Stage is what a version was made for.
type Stage string

// The stages.
const (
	Submitted Stage = "送审稿"
	Final     Stage = "定稿"
	Corrected Stage = "更正" // of a final one
)

// Stages lists the stages in the order of the work.
var Stages = []Stage{Submitted, Final, Corrected}

// build is the stage of the document.
func (s Stage) build() compose.Stage {
	if s == Submitted {
		return compose.Draft
	}
	return compose.Final
}

const tagPrefix = "refs/tags/"

// tagPattern takes a tag apart: the report, the stage, the number.
var tagPattern = regexp.MustCompile(`^([^/]+)/(?:(定稿)|(送审稿|更正)-([1-9][0-9]{0,5}))$`)

// parseTag takes a tag apart; false for a tag of something else.
func parseTag(tag string) (report string, stage Stage, number int, ok bool) {
	m := tagPattern.FindStringSubmatch(tag)
	if m == nil {
		return "", "", 0, false
	}
	number, _ = strconv.Atoi(m[4]) // digits, or none: the only one
	return m[1], Stage(m[2] + m[3]), max(number, 1), true
}

// nextTag is the tag of a report's next version of a stage.
func nextTag(repo *gitrepo.Repo, report string, stage Stage) (string, error) {
	refs, err := repo.Refs(tagPrefix + report + "/")
	if err != nil {
		return "", err
	}
	last := map[Stage]int{}
	for ref := range refs {
		if _, s, n, ok := parseTag(strings.TrimPrefix(ref, tagPrefix)); ok {
			last[s] = max(last[s], n)
		}
	}
	switch {
	case stage == Final && last[Final] > 0:
		return "", errors.New("已经有定稿；改了以后再归档，用 --stage 更正")
	case stage == Corrected && last[Final] == 0:
		return "", errors.New("还没有定稿，谈不上更正；用 --stage 定稿")
	case stage == Final:
		return report + "/" + string(Final), nil
	}
	return fmt.Sprintf("%s/%s-%d", report, stage, last[stage]+1), nil
}

// The archive's folders, from the folder that holds the data.
const (
	outputFolder  = "output/archive"
	pendingFolder = ".banwen-pending"
)

// placeOf is where a version's files are in the repository. base is the
// folder that holds the data.
func placeOf(base, tag string) string { return path.Join(base, outputFolder, tag) }

// baseOf is the folder that holds the data, of a report's folder in the
// repository: reports lie in it, or in its data.
func baseOf(report string) string {
	base := path.Dir(report)
	if name := path.Base(base); name == "data" || name == "数据" {
		base = path.Dir(base)
	}
	return base
}
