package source

import (
	"cmp"
	"slices"

	"banwen/internal/diag"
)

// checkAcross checks the areas against one another: each has a name of its
// own, so has each problem, and plans answer problems that there are.
func (l *loader) checkAcross(r *Report) {
	names := unique{diags: &l.diags, message: "两项工作都叫“%s”，另一处在 %s", hint: "换一个名字"}
	problems := unique{diags: &l.diags, message: "两个问题的标题都是“%s”，另一处在 %s", hint: "改一个标题"}
	var titles []string
	for _, a := range r.Areas {
		names.add(a.Name)
		for _, p := range a.Problems {
			problems.add(p.Title)
			if p.Title.Given() {
				titles = append(titles, p.Title.Value)
			}
		}
	}
	for _, a := range r.Areas {
		for _, p := range a.Plans {
			for _, answer := range p.Answers {
				if _, ok := problems.first[answer.Value]; ok {
					continue
				}
				hint := l.hints.Nearest(answer.Value, func() []string { return titles })
				if hint == "" && r.Incomplete {
					continue // it may stand where nothing could be read
				}
				l.diags.Errorf(answer.Pos(), cmp.Or(hint, fewNames(titles)), "没有标题为“%s”的问题", answer.Value)
			}
		}
	}
}

// checkSettled checks that 落实 names plans of 前期.
func (l *loader) checkSettled(r *Report) {
	titles := r.Earlier.planTitles()
	for _, a := range r.Areas {
		for _, t := range a.Settled {
			switch {
			case r.Earlier == nil:
				l.diags.Errorf(t.Pos(), "在 report.yaml 里写上“前期”", "“落实”说的是前期的计划，可是没有写前期是哪一份")
				return
			case !slices.Contains(titles, t.Value):
				l.diags.Errorf(t.Pos(), hintFor(t.Value, titles), "前期没有标题为“%s”的计划", t.Value)
			}
		}
	}
}

// planTitles lists the titles of all plans; r may be nil.
func (r *Report) planTitles() []string {
	var titles []string
	if r == nil {
		return nil
	}
	for _, a := range r.Areas {
		for _, p := range a.Plans {
			titles = append(titles, p.Title.Value)
		}
	}
	return titles
}

// unique reports texts that are there twice. Its message takes the text and
// the place of the first.
type unique struct {
	diags         *diag.List
	message, hint string
	first         map[string]Text
}

func (u *unique) add(t Text) {
	if !t.Given() {
		return
	}
	if u.first == nil {
		u.first = map[string]Text{}
	}
	if earlier, again := u.first[t.Value]; again {
		u.diags.Errorf(t.Pos(), u.hint, u.message, t.Value, earlier.Pos())
		return
	}
	u.first[t.Value] = t
}

// checkSpans reports a period that has the name of an indicator: prose could
// mean either.
func checkSpans(f *file, a Area) {
	indicators := map[string]diag.Pos{}
	for _, i := range a.Indicators {
		indicators[i.Key.Name] = i.Pos
	}
	for _, s := range a.Spans {
		if at, ok := indicators[s.Name.Value]; ok {
			f.diags.Errorf(s.Name.Pos(), "换一个名称", "时段“%s”与第 %d 行的指标同名", s.Name.Value, at.Line)
		}
	}
}
