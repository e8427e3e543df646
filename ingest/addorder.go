package ingest

import (
	"context"
	"iter"
)

// jobs is one piece of work for each item.
func jobs[T any](items []T, do func(T) File) iter.Seq[func() File] {
	return func(yield func(func() File) bool) {
		for _, item := range items {
			if !yield(func() File { return do(item) }) {
				return
			}
		}
	}
}

// inOrder does up to so many pieces of work at a time and gives their results in the
// order of the work, so that what is recorded does not depend on which was quickest.
// At most twice as many results are held at a time. When ctx is done, or the loop is
// left, no further work begins.
func inOrder(ctx context.Context, workers int, work iter.Seq[func() File]) iter.Seq[File] {
	return func(yield func(File) bool) {
		ctx, stop := context.WithCancel(ctx)
		defer stop()
		pending := make(chan chan File, workers)
		running := make(chan struct{}, workers)
		go func() {
			defer close(pending)
			for do := range work {
				result := make(chan File, 1)
				select {
				case <-ctx.Done():
					return
				case running <- struct{}{}:
				}
				go func() {
					result <- do()
					<-running
				}()
				select {
				case <-ctx.Done():
					return
				case pending <- result:
				}
			}
		}()
		for result := range pending {
			if ctx.Err() != nil || !yield(<-result) {
				return
			}
		}
	}
}
