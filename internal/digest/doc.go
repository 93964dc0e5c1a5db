// Package digest turns a finished summary of a period into what the agency
// gets: the digest (bản tổng hợp) in chat, as documents and as a workbook.
//
// It counts nothing and reads no store: report.Summary holds the figures, the
// words are those of internal/texts. Of examples it knows what package privacy
// lets it see (privacy.View) and nothing of what was written: what is made for
// others refuses the desk's View, what is made for the desk any other.
//
//	in chat     overview.go is the first screen, section.go the lists behind
//	            its buttons, leader.go the short form for leaders
//	documents   report.go is the report, letter.go the letters to the units and
//	            of a unit; letterhead.go is what they have in common;
//	            list.go are the lists, article.go what the press gets of one example.
//	            template.go finds the template, the agency's own or one of
//	            templates/, and package word fills it; template_sample.go has
//	            a value for every tag, to check templates with
//	workbook    workbook.go makes the file of its sheets: workbook_summary.go,
//	            workbook_board.go (units over the periods), workbook_examples.go,
//	            workbook_gaps.go (who has not handed in; the reminders) and
//	            workbook_units.go (the directory, to be imported again).
//	            workbook_page.go writes a sheet from the top down,
//	            workbook_style.go is how its cells look, workbook_lines.go how
//	            high its rows have to be
//
// Word and Excel open only what keeps to the schema of Office Open XML, and
// the tests hold every file against it (schema_test.go, sound_test.go): who
// uses an element that no document had before writes its rule there.
package digest
