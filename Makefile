# make           builds bin/banwen and runs the main job into output/2023-h1
# make samples  every sample under data/ into output/
# make release   static binaries for the offices' machines, into build/release
# make test      tests; needs Go alone
# make conformance  the outputs against outside tools; installs them (Debian, npm)
# make bench     speed and memory, measured
# make fuzz      every fuzz target for 60 s
# make docs     docs/检查规则.md from the rules in the code
# make lint      gofmt and go vet
# make golden-update  rewrites the goldens; look at the difference before you commit it

GO ?= go
export CGO_ENABLED = 0

BUNDLE := internal/render/html/assets/echarts.bundle.js
PACKAGES := ./...

.PHONY: all samples build release web test conformance bench fuzz licences docs lint golden-update clean

all: build
	bin/banwen build data/2023-h1

samples: build
	bin/banwen build data/*

build: web
	$(GO) build -trimpath -ldflags '-s -w' -o bin/ ./cmd/banwen

release: web
	@for target in windows/amd64 windows/386 linux/amd64 linux/arm64 linux/loong64; do \
		os=$${target%/*}; arch=$${target#*/}; ending=; [ $$os != windows ] || ending=.exe; \
		echo "build/release/banwen-$$os-$$arch$$ending"; \
		GOOS=$$os GOARCH=$$arch $(GO) build -trimpath -ldflags '-s -w' -o "build/release/banwen-$$os-$$arch$$ending" ./cmd/banwen || exit 1; \
	done

# The interactive charts of the HTML page need npm once; without it the page keeps its static charts.
web:
	@if command -v npm >/dev/null 2>&1; then $(MAKE) --no-print-directory $(BUNDLE) || echo "note: the interactive charts could not be built; HTML keeps its static charts"; \
	else echo "note: no npm; HTML keeps its static charts"; fi

$(BUNDLE): web/package-lock.json $(wildcard web/*.js web/*.mjs web/package.json)
	cd web && npm ci --no-audit --no-fund --silent && npm run --silent build

test: lint
	$(GO) test $(PACKAGES)

conformance: build
	conformance/install.sh
	$(GO) test -count=1 -timeout 30m -tags conformance -v ./conformance/...

bench: build
	$(GO) run ./bench

# The licence texts that the binary carries; run it when go.mod changes.
licences:
	./licences.sh

fuzz:
	./fuzz.sh 60s

# docs/检查规则.md from the rules in the code.
docs:
	$(GO) run ./docs/rules

lint:
	@test -z "$$(gofmt -l bench cmd docs internal templates)" || { gofmt -l bench cmd docs internal templates; echo "run gofmt -w on these"; exit 1; }
	$(GO) vet $(PACKAGES)

golden-update:
	$(GO) test ./internal/source ./internal/proofread ./internal/render/docx ./internal/render/docx/emf -update

clean:
	rm -rf bin build internal/render/html/assets/echarts.* output/*/
