package reference

// maxBasedOn is how many styles may be based on each other; more is a ring.
const maxBasedOn = 32

// styleSheet is the file's styles.
type styleSheet struct {
	byID     map[string]*element
	normal   string     // id of the paragraphs' default style
	defaults properties // of runs, where no style says otherwise
}

// readStyles reads the style part.
func (r *reader) readStyles() error {
	name := r.relations.first("styles")
	if name == "" {
		return nil
	}
	root, err := r.archive.parse(name)
	if err != nil {
		return err
	}
	r.styles = newStyleSheet(root)
	for _, e := range root.children {
		id, kind := e.attr("w:styleId"), e.attr("w:type")
		if e.name != "w:style" || id == "" || kind != "paragraph" && kind != "character" {
			continue
		}
		paragraph, run := r.styles.of(id)
		r.ref.Styles = append(r.ref.Styles, Style{
			ID: id, Name: e.child("w:name").attr("w:val"),
			Paragraph: paragraph.list(knownParagraph), Run: run.list(knownRun),
		})
	}
	return nil
}

func newStyleSheet(root *element) styleSheet {
	s := styleSheet{byID: map[string]*element{}, defaults: properties{}}
	for _, e := range root.children {
		if id := e.attr("w:styleId"); e.name == "w:style" && id != "" {
			s.byID[id] = e
			if e.attr("w:type") == "paragraph" && e.attr("w:default") != "" && !isOff(e.attr("w:default")) {
				s.normal = id
			}
		}
	}
	s.defaults.add(root.child("w:docDefaults").child("w:rPrDefault").child("w:rPr"), knownRun)
	return s
}

// of gives what a style says, with what it takes from those it is based on.
// The document's defaults are left out: what no style says is ours to say.
func (s styleSheet) of(id string) (paragraph, run properties) {
	chain := s.chain(id)
	paragraph, run = properties{}, properties{}
	for i := len(chain) - 1; i >= 0; i-- {
		paragraph.add(chain[i].child("w:pPr"), knownParagraph)
		run.add(chain[i].child("w:rPr"), knownRun)
	}
	return paragraph, run
}

// chain is a style and those it is based on, itself first.
func (s styleSheet) chain(id string) []*element {
	var chain []*element
	for e := s.byID[id]; e != nil && len(chain) < maxBasedOn; e = s.byID[e.child("w:basedOn").attr("w:val")] {
		chain = append(chain, e)
	}
	return chain
}

// nearest gives a paragraph property with content: a paragraph's own, or that
// of its style.
func (s styleSheet) nearest(own *element, id, name string) *element {
	if e := own.child(name); e != nil {
		return e
	}
	for _, e := range s.chain(id) {
		if p := e.child("w:pPr").child(name); p != nil {
			return p
		}
	}
	return nil
}
