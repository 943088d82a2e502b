package docxread

import (
	"encoding/xml"
	"fmt"
	"io"
	"slices"
)

// inside calls do for each token within the element that has just begun, with
// the elements that are open in it; nil passes over it.
func (r *reader) inside(do func(token xml.Token, open []string)) error {
	var open []string
	for {
		token, err := r.next()
		if err == io.EOF {
			return fmt.Errorf("“%s”已损坏", r.part)
		}
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			open = append(open, t.Name.Local)
		case xml.EndElement:
			if len(open) == 0 {
				return nil
			}
		}
		if do != nil {
			do(token, open)
		}
		if _, ended := token.(xml.EndElement); ended {
			open = open[:len(open)-1]
		}
	}
}

// pass passes over the element that has just begun, and notes what is in it.
func (w *walk) pass(e xml.StartElement) error {
	w.see(e, false)
	var text words
	inObject := e.Name.Local == "object"
	return w.r.inside(func(token xml.Token, open []string) {
		inBox := slices.Contains(open, "txbxContent") || e.Name.Local == "txbxContent"
		switch t := token.(type) {
		case xml.StartElement:
			w.see(t, inObject)
		case xml.CharData:
			if inBox && len(open) > 0 && open[len(open)-1] == "t" {
				text.add(string(t))
			}
		case xml.EndElement:
			if t.Name.Local == "txbxContent" {
				w.passed.note("文本框", text.take())
			}
		}
	})
}

// see notes what is passed over and should be told.
func (w *walk) see(e xml.StartElement, inObject bool) {
	switch e.Name.Local {
	case "pic":
		w.passed.note("图片", "")
	case "imagedata":
		if !inObject { // else it is what the object looks like
			w.passed.note("图片", "")
		}
	case "chart":
		w.passed.note("图表", "")
	case "object":
		w.passed.note("嵌入的对象", "")
	}
}

// runProperties notes whether the run that they are of is hidden.
func (w *walk) runProperties() error {
	return w.r.inside(func(token xml.Token, open []string) {
		if t, ok := token.(xml.StartElement); ok && len(open) == 1 && t.Name.Local == "vanish" && isOn(t) {
			w.hidden = true
		}
	})
}

// isOn reads a property that is on unless it says otherwise.
func isOn(e xml.StartElement) bool {
	v := attribute(e, "val")
	return v != "0" && v != "false" && v != "off"
}

// numbering notes a paragraph whose number is the program's: no text has it.
func (w *walk) numbering() error {
	return w.r.inside(func(token xml.Token, open []string) {
		if t, ok := token.(xml.StartElement); ok && t.Name.Local == "numId" && attribute(t, "val") != "0" {
			w.passed.note("自动编号", "")
		}
	})
}
