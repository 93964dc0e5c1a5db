// Package unit is what focal points and heads ask: introductions and their
// drafts, "không phát sinh", the quarter, what was sent, and who serves.
package unit
