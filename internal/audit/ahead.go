package audit

import (
	"runtime"
	"sync/atomic"

	"banwen/internal/figure"
	"banwen/internal/source"
)

// ahead reads and judges the lines of 校核 on all processors, a few areas
// ahead of who takes them: of 100,000 lines they take most of the time. What
// is taken comes in the order of the areas whatever was ready first.
type ahead struct {
	areas   []source.Area
	book    *figure.Book
	next    atomic.Int64
	results []chan [][]*figure.Relation // by area
	room    chan struct{}               // a place for each area read and not yet taken
}

// readAhead begins to read the areas' lines.
func readAhead(areas []source.Area, book *figure.Book) *ahead {
	workers := min(runtime.GOMAXPROCS(0), len(areas))
	a := &ahead{areas: areas, book: book, results: make([]chan [][]*figure.Relation, len(areas)), room: make(chan struct{}, 2*workers)}
	for i := range a.results {
		a.results[i] = make(chan [][]*figure.Relation, 1)
	}
	for range workers {
		go a.work()
	}
	return a
}

// work reads one area after the other until there is none left.
func (a *ahead) work() {
	judge := figure.NewQuietJudge(a.book)
	for {
		a.room <- struct{}{}
		i := int(a.next.Add(1)) - 1
		if i >= len(a.areas) {
			return
		}
		a.results[i] <- read(judge, a.areas[i])
	}
}

// read gives the relations of each line of an area; none for a line with a
// mistake or with 容差, which is read again when it is its turn, so that
// mistakes are told in order.
func read(judge *figure.Judge, area source.Area) [][]*figure.Relation {
	lines := make([][]*figure.Relation, len(area.Checks))
	for i, c := range area.Checks {
		if c.Tolerance.Given() {
			continue
		}
		if relations, diags := judge.Relations(area.Name.Value, expression(c), nil); len(diags) == 0 {
			lines[i] = relations
		}
	}
	return lines
}

// take gives the relations of the lines of area i; areas are taken in order,
// each once.
func (a *ahead) take(i int) [][]*figure.Relation {
	lines := <-a.results[i]
	<-a.room
	return lines
}

func expression(c source.Check) figure.Expression {
	return figure.Expression{Text: c.Relation.Value, Pos: c.Relation.Pos()}
}
