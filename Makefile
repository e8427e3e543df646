# make build   bin/chancery
# make pdfium  fetch the PDF engine; the other targets do it themselves, and go on without it where npm cannot be reached
# make demo    a register of sample documents in a temporary folder, and two questions
# make test    every test: format, vet, staticcheck, tests, races
# make bench   the benchmarks, with allocations
# make fuzz    each fuzz target for ten seconds
# make update  rewrite golden files and raise the corpus floor

# make tables  the tables of calendars and what other programs make of dates, written again (Node.js, npm)

export CGO_ENABLED = 0

.PHONY: build pdfium demo test check race bench fuzz update tables

# PDFium compiled to WebAssembly. Who changes the version changes the checksum and source/pdfium.Version.
PDFIUM_PACKAGE = @hyzyla/pdfium@2.1.13
PDFIUM_SHA256 = 71aec412a303a0405baee21c3d6d3f30ad2033dc02444130fe476be3976e2d09
PDFIUM = source/pdfium/wasm/pdfium.wasm
SHA256SUM = $(shell command -v sha256sum >/dev/null 2>&1 && echo sha256sum || echo shasum -a 256)
build: pdfium
	go build -trimpath -o bin/chancery ./cmd/chancery

# The fetched file is used only if its checksum is right. Without npm the build goes on: PDFs are then read by the simpler reader.
pdfium:
	@if test -f $(PDFIUM) && echo "$(PDFIUM_SHA256)  $(PDFIUM)" | $(SHA256SUM) -c --status 2>/dev/null; then exit 0; fi; \
	rm -f $(PDFIUM); tmp=$$(mktemp -d); trap 'rm -rf "$$tmp"' EXIT; \
	if (cd "$$tmp" && npm pack --silent $(PDFIUM_PACKAGE) && tar xzf *.tgz package/dist/pdfium.wasm) >"$$tmp/log" 2>&1; then \
	  echo "$(PDFIUM_SHA256)  $$tmp/package/dist/pdfium.wasm" | $(SHA256SUM) -c --status || { echo "the PDF engine that npm gave is not the one that was tried: its checksum differs"; exit 1; }; \
	  install -m 644 "$$tmp/package/dist/pdfium.wasm" $(PDFIUM); \
	else echo "npm cannot be reached: the build goes on without the PDF engine, and the tests that need it say that they are skipped"; fi

demo: build
	./bin/chancery demo

test: check build
	@test $$(wc -c < bin/chancery) -lt 60000000 || { echo "bin/chancery has 60 MB or more: see what made it grow"; exit 1; }
	go test ./...
	$(MAKE) --no-print-directory race

check: pdfium
	@test -z "$$(gofmt -l $$(git ls-files '*.go'))" || { gofmt -l $$(git ls-files '*.go'); echo "not formatted: run gofmt -w on these"; exit 1; }
	go vet ./...
	go tool -modfile=tools/go.mod staticcheck ./...

# The race detector needs a C compiler; without one the step says so.
race: pdfium
	@if command -v gcc >/dev/null 2>&1; then \
	  CGO_ENABLED=1 go test -race -short ./ingest ./register/... ./web ./source/...; \
	else echo "no C compiler: the race tests are skipped"; fi

bench: pdfium
	go test -run '^$$' -bench . -benchmem ./...

fuzz: pdfium
	@for p in $$(go list ./...); do \
	  for f in $$(go test -list '^Fuzz' $$p | grep '^Fuzz'); do \
	    echo "$$p $$f"; go test -run '^$$' -fuzz "^$$f$$" -fuzztime 10s $$p || exit 1; \
	  done; \
	done

update:
	go test ./text ./claim ./corpus -update

# japanese_table.go needs lib/when_exe/region/japanese/calendars.rb of the Ruby library when_exe: make tables WHEN_EXE=FILE
tables:
	cd tools/calendar && npm install --no-audit --no-fund --no-package-lock
	cd tools/calendar && node chinese.mjs > ../../edtf/calendar/chinese_table.go
	cd tools/calendar && node fixtures.mjs ../../edtf/calendar/testdata
	cd tools/calendar && node edtf.mjs ../../edtf/testdata
	@if [ -n "$(WHEN_EXE)" ]; then node tools/calendar/japanese.mjs "$(WHEN_EXE)" > edtf/calendar/japanese_table.go; fi
