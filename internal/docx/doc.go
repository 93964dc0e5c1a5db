// Package docx reads Word documents, made by anybody with any program, as plain
// structure: paragraphs with their text, tables with their cells, pictures where
// they stand. It knows nothing of what the documents say.
//
// What is read is what a person sees on paper. Runs into which Word cuts a text
// are joined; letters are composed; lists have their numbers, which Word keeps
// apart and counts itself (list.go); a text box comes after the paragraph that
// it hangs on; of tracked changes what was inserted stays and what was deleted
// goes; hidden text, codes of fields and the hint in an empty form field are
// left out. Headers and footers of pages stand apart, they are not part of what
// is told.
//
// The XML is read as a stream, within limits, whoever made it (limits.go): only
// what is kept takes memory. Package word, which fills templates, needs the whole
// document as a tree and changes it; the two share the package below, opc.
//
//	kind.go       what a file is, by its bytes
//	document.go   the structure
//	read.go       which parts are read
//	block.go      paragraphs, tables, and what stands around them
//	run.go        what stands in a paragraph
//	list.go       numbers of lists
//	style.go      what paragraphs have by their style
//	limits.go     the most that is taken
package docx
