// Package turn is one event of one person, with the conversation so far: who is
// asking, what can be said to them and to others, and what may be asked.
package turn
