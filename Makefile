# make build   bin/chancery
# make demo    a register of sample documents in a temporary folder, and two questions
# make test    every test: format, vet, staticcheck, tests, races
# make bench   the benchmarks, with allocations
# make fuzz    each fuzz target for ten seconds
# make update  rewrite golden files and raise the corpus floor

export CGO_ENABLED = 0

.PHONY: build demo test check race bench fuzz update

build:
	go build -trimpath -o bin/chancery ./cmd/chancery

demo: build
	./bin/chancery demo

test: check
	go test ./...
	$(MAKE) --no-print-directory race

check:
	@test -z "$$(gofmt -l $$(git ls-files '*.go'))" || { gofmt -l $$(git ls-files '*.go'); echo "not formatted: run gofmt -w on these"; exit 1; }
	go vet ./...
	go tool -modfile=tools/go.mod staticcheck ./...

# The race detector needs a C compiler; without one the step says so.
race:
	@if command -v gcc >/dev/null 2>&1; then \
	  CGO_ENABLED=1 go test -race -short ./ingest ./register/... ./web ./source; \
	else echo "no C compiler: the race tests are skipped"; fi

bench:
	go test -run '^$$' -bench . -benchmem ./...

fuzz:
	@for p in $$(go list ./...); do \
	  for f in $$(go test -list '^Fuzz' $$p | grep '^Fuzz'); do \
	    echo "$$p $$f"; go test -run '^$$' -fuzz "^$$f$$" -fuzztime 10s $$p || exit 1; \
	  done; \
	done

update:
	go test ./text ./claim ./corpus -update
