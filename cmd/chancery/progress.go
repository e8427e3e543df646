package main

import (
	"github.com/schollz/progressbar/v3"

	"example.org/chancery/ingest"
)

// progress shows how far the reading is, on the terminal only. Done ends the bar.
func (m *Main) progress(what string) (step func(ingest.Step), done func()) {
	if !onTerminal(m.Stderr) {
		return nil, func() {}
	}
	var bar *progressbar.ProgressBar
	step = func(s ingest.Step) {
		if bar == nil {
			bar = progressbar.NewOptions(s.Total, progressbar.OptionSetWriter(m.Stderr), progressbar.OptionSetDescription(what),
				progressbar.OptionShowCount(), progressbar.OptionSetPredictTime(true), progressbar.OptionClearOnFinish())
		}
		// A bar that cannot be drawn is no reason to stop reading.
		_ = bar.Set(s.Done)
	}
	return step, func() {
		if bar != nil {
			_ = bar.Finish()
		}
	}
}
