// Package enrol is how people come to hold a post, and how they cease to: a code
// is issued, a stranger presents it, somebody is taken out of a post.
package enrol
