// Package chancery is the vocabulary of Chancery: what a historian of treaties
// would name has its type here, and nothing else does.
//
// The flow runs one way, and the folder names are its steps:
//
//	source    bytes of a file          -> Document (text of record, hash, reader)
//	text      Document                 -> mended text with a map back to every byte
//	token     mended text              -> paragraphs, sentences, clauses, tokens
//	mention   tokens                   -> dates, instruments, polities, persons, places
//	claim     mentions                 -> Claims, each with a verbatim Quote
//	register  Claims                   -> an append-only log and views of it
//	answer    a question and a view    -> an answer with its grounds
//	ingest    runs the flow for a folder; concurrency and progress live there
//	web, cmd  show what answer says
//
// Four folders are for people who do not write Go: lang (languages), authority
// (who, what and where), corpus (documents with known facts). Adding a file there
// changes the product.
//
// Offsets are byte offsets into a document's text of record, half open, for ever.
// A claim whose quote does not stand at its offsets is refused by the register.
package chancery
