// Package publication is the desk at which chosen examples are published, and taken
// back.
//
// list.go lists them and page.go shows how far one has come; forms.go shows the texts
// and takes an officer's own words for them; approve.go asks for leave and gives it;
// post.go begins and stops a posting, and takes the answer where nobody knows whether
// one arrived; places.go keeps where else it was published; takeback.go ends it;
// consent.go keeps the proofs of a consent and takes a consent back, which units may
// ask for as well. What is done then is internal/publisher's.
package publication
