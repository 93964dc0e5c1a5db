// Package pick lets officers pick a unit or a block, for whatever purpose.
package pick
