package chart

import (
	"slices"

	"banwen/internal/doc"
)

// ranked puts the categories of a Bar of one series in the order of their
// values, largest first and missing ones last; equal values keep the order
// given. Other charts are as they were.
func ranked(s Spec) Spec {
	if s.Kind != doc.Bar || len(s.Series) != 1 {
		return s
	}
	points := s.Series[0].Points
	order := make([]int, len(points))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		p, q := points[a], points[b]
		switch {
		case p.Missing && q.Missing:
			return 0
		case p.Missing:
			return 1
		case q.Missing:
			return -1
		}
		return q.Value.Cmp(p.Value)
	})
	row := SeriesSpec{Name: s.Series[0].Name}
	categories := make([]string, 0, len(order))
	for _, i := range order {
		categories = append(categories, s.Categories[i])
		row.Points = append(row.Points, points[i])
	}
	s.Categories, s.Series = categories, []SeriesSpec{row}
	return s
}
