# make build   bin/chancery
# make test    the tests of everything
# make demo    a register of sample documents in a temporary folder, and two questions

export CGO_ENABLED = 0

.PHONY: build demo test

build:
	go build -trimpath -o bin/chancery ./cmd/chancery

demo: build
	./bin/chancery demo

test:
	go vet ./...
	go test ./...
