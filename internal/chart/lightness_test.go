package chart_test

import (
	"math"
	"strconv"
)

// lightness is the CIE L* of a colour RRGGBB in sRGB.
func lightness(color string) float64 {
	weights := []float64{0.2126, 0.7152, 0.0722}
	y := 0.0
	for i, w := range weights {
		n, err := strconv.ParseUint(color[2*i:2*i+2], 16, 8)
		if err != nil {
			panic(err)
		}
		c := float64(n) / 255
		if c <= 0.04045 {
			c /= 12.92
		} else {
			c = math.Pow((c+0.055)/1.055, 2.4)
		}
		y += w * c
	}
	return 116*math.Cbrt(y) - 16
}
