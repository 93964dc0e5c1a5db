package picture

import (
	"math"

	"golang.org/x/image/vector"
)

// star is a five-pointed star in a square.
func star(a float32) shape {
	return func(z *vector.Rasterizer) {
		points := make([]point, 10)
		for i := range points {
			r := float64(a) / 2
			if i%2 == 1 {
				r *= 0.42
			}
			angle := float64(i)*math.Pi/5 - math.Pi/2
			points[i] = point{a/2 + float32(r*math.Cos(angle)), a/2 + float32(r*math.Sin(angle))}
		}
		polygon(z, points...)
	}
}
