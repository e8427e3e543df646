// Package register turns readings of documents into an append-only, hash-chained
// log, and the log into views of what is held.
//
//	document, reading, resolution, decision ...  ->  Record after Record in a Store
//	At(ctx, store, n)                            ->  a View: what is known at record n
//	Verify(ctx, store)                           ->  every fault of the log, by number
//
// The log is the only truth. A view is computed from it and can be dropped; it does
// not depend on the order in which documents were added, and what is known at n
// never changes, whatever is appended later. Nothing is ever edited or deleted:
// rejecting a claim, joining two entries and withdrawing a document are records.
//
// There are two clocks. When something held is a matter of the claims; when it was
// recorded is a sequence number. The time of day in a record is an attribute only.
//
// Who writes uses AddDocument, Reread, Decide, Withdraw and Note; they check what
// they are given, and a claim whose quote does not stand at its offsets cannot
// reach a Store, because only this package makes a Draft.
package register
