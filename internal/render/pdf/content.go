package pdf

import (
	"fmt"
	"strconv"

	"banwen/internal/style"
	"banwen/internal/typeset"
)

// content is a page's content stream being written (ISO 32000-1, 8 and 9).
type content struct {
	b      []byte
	height style.Length // of the paper: PDF's y grows upwards from the bottom
	fonts  usedFonts
	state
}

// state is the graphics state as far as it is set; operators are written only
// where it changes.
type state struct {
	fill, stroke string
	lineWidth    style.Length
	dash         style.Length
	role         style.Role
	size         style.Length
	bold         bool
	spacing      int64 // between characters, in thousandths of a point
}

func newContent(height style.Length, fonts usedFonts) *content {
	return &content{height: height, fonts: fonts, state: state{fill: black, stroke: black, lineWidth: style.Pt}}
}

// page writes a page, what stands on its side first.
func (c *content) page(p typeset.Page, paper style.Page) error {
	if len(p.Turned) > 0 {
		if err := c.turned(p.Turned, paper); err != nil {
			return err
		}
	}
	return c.draw(p.Items)
}

// turned writes the items of a sheet turned on its side, a quarter
// anticlockwise on the page, which itself stays upright (8.3.4).
func (c *content) turned(items []typeset.Item, paper style.Page) error {
	outside, height := c.state, c.height
	c.b = append(c.b, "q 0 1 -1 0 "...)
	c.length(paper.Width)
	c.op("0 cm")
	c.height = paper.Width
	if err := c.draw(items); err != nil {
		return err
	}
	c.op("Q")
	c.state, c.height = outside, height
	return nil
}

// draw writes items in their order.
func (c *content) draw(items []typeset.Item) error {
	for len(items) > 0 {
		var err error
		done := 1
		switch item := items[0].(type) {
		case *typeset.GlyphRun:
			runs := lineOf(items)
			err, done = c.line(runs), len(runs)
		case *typeset.Shapes:
			err = c.shapes(item.Shapes)
		default:
			err = fmt.Errorf("不认识的版面元素 %T", item)
		}
		if err != nil {
			return err
		}
		items = items[done:]
	}
	return nil
}

// op ends an operation: the operands are written, this is their operator.
func (c *content) op(operator string) {
	c.b = append(append(c.b, operator...), '\n')
}

// length writes a length as an operand.
func (c *content) length(l style.Length) {
	c.b = append(appendPoints(c.b, l), ' ')
}

// at writes a place on the page as two operands.
func (c *content) at(x, y style.Length) {
	c.length(x)
	c.length(c.height - y)
}

const black = "000000"

// setFill sets the colour of text and areas.
func (c *content) setFill(rgb string) error {
	if rgb == c.fill {
		return nil
	}
	c.fill = rgb
	return c.color(rgb, "g", "rg")
}

// setStroke sets the colour of lines.
func (c *content) setStroke(rgb string) error {
	if rgb == c.stroke {
		return nil
	}
	c.stroke = rgb
	return c.color(rgb, "G", "RG")
}

// color writes a colour; greys go to the black plate alone, so that black
// text does not print in three inks.
func (c *content) color(rgb, grayOperator, rgbOperator string) error {
	v, err := strconv.ParseUint(rgb, 16, 32)
	if err != nil || len(rgb) != 6 {
		return fmt.Errorf("“%s”不是颜色（应写六位十六进制数）", rgb)
	}
	red, green, blue := int64(v>>16), int64(v>>8&0xFF), int64(v&0xFF)
	if red == green && green == blue {
		c.channel(red)
		c.op(grayOperator)
		return nil
	}
	c.channel(red)
	c.channel(green)
	c.channel(blue)
	c.op(rgbOperator)
	return nil
}

// channel writes one component of a colour, 0 to 255, as an operand.
func (c *content) channel(v int64) {
	c.b = append(appendThousandths(c.b, divRound(v*1000, 255)), ' ')
}
