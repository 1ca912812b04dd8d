# kith: make · make check · make demo · make bench · make install
.DELETE_ON_ERROR:
.SUFFIXES:
MAKEFLAGS += --no-builtin-rules

SWIFT ?= swift
PREFIX ?= /usr/local
DESTDIR ?=
SEED ?= 1

RELEASE := $(SWIFT) build -c release --static-swift-stdlib
BUILT := .build/release
FILTERS := $(sort $(notdir $(patsubst %/,%,$(wildcard Sources/Filters/*/))))
SCRIPTS := bin/kith $(wildcard pipelines/*.sh Tests/*/*.sh Tests/*/*/*.sh) .ci/run

# Compilers, libraries and what pipelines call; publicsuffix and tzdata are data that filters read while they run.
BUILD_DEPS := g++ jq libicu-dev libphonenumber-dev libpsl-dev libre2-dev libxml2-dev pkg-config publicsuffix tzdata \
  zlib1g-dev
CHECK_DEPS := bash mandoc python3-venv shellcheck
# What mail is measured beside; where it can't be had, its row is left out.
BENCH_DEPS := gcc libc6-dev libgmime-3.0-dev python3-venv

.PHONY: all build check lint test demo demo-check judge questions-check refresh-check suppressed-check hostile-check \
  real-check import-check bench bench-dedupe bench-leads bench-mail bench-judgement learned-models models-check \
  record-golden deps check-deps bench-deps install uninstall clean

all: build

build: deps
	$(RELEASE)
	@for filter in $(FILTERS); do \
	  test bin/$$filter -nt $(BUILT)/$$filter || strip -o bin/$$filter $(BUILT)/$$filter; done

# Installs the Debian packages that are missing, and says which.
deps: ; @$(call install-missing,to build,$(BUILD_DEPS))
check-deps: deps ; @$(call install-missing,to check,$(BUILD_DEPS) $(CHECK_DEPS))
bench-deps: deps ; -@$(call install-missing,to measure itself beside other programs,$(BENCH_DEPS))

define install-missing
missing=; for package in $(2); do \
  dpkg-query -W -f='$${Status}' $$package 2>/dev/null | grep -q 'install ok installed' || missing="$$missing $$package"; done; \
if [ -n "$$missing" ]; then \
  echo "kith needs these Debian packages $(1):$$missing"; \
  sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; \
  $$sudo apt-get update -q && $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $$missing; \
fi
endef

check: check-deps build lint test models-check demo-check questions-check refresh-check suppressed-check hostile-check \
  real-check import-check

lint:
	$(SWIFT) format lint --strict -r Package.swift Sources Tests
	shellcheck $(SCRIPTS)
	mandoc -Tlint -W warning man/man*/*

# A build without warnings, and all tests; the suites of others run when KITH_CONFORMANCE says where they lie.
test:
	$(SWIFT) build --build-tests -Xswiftc -warnings-as-errors
	$(SWIFT) test --skip-build -Xswiftc -warnings-as-errors

# Writes what the filters print now as what the golden cases expect; `make record-golden FILTER=score` for one filter.
record-golden:
	KITH_RECORD=1 $(SWIFT) test -Xswiftc -warnings-as-errors --filter 'Golden.GoldenTests'
	git diff --stat -- Tests/Golden

# The main job on the agency of SEED; demo-check holds what came of it against what was planted, judge lists every miss.
demo demo-check judge: build
	@PATH="$(CURDIR)/bin:$$PATH" sh pipelines/demo.sh $(patsubst %,--%,$(filter-out demo,$(@:demo-%=%))) \
	  "$(CURDIR)/.demo" "$(SEED)"

# The ten questions of kith(7) in the demo's workspace, and every judgement of its leads traced.
questions-check: demo-check
	@PATH="$(CURDIR)/bin:$$PATH" sh Tests/Questions/run.sh "$(CURDIR)/.demo"

# A change in the demo's workspace makes what depends on it, and nothing else.
refresh-check: demo-check
	@PATH="$(CURDIR)/bin:$$PATH" sh Tests/Refresh/run.sh "$(CURDIR)/.demo"

# Whoever is suppressed gets through to no draft and no export, also when they were erased and come back spelled otherwise.
suppressed-check: build
	@PATH="$(CURDIR)/bin:$$PATH" sh Tests/Suppressed/run.sh

# Pages that are made to hurt, and many pages.
hostile-check: build
	@PATH="$(CURDIR)/bin:$$PATH" bash Tests/Hostile/pages.sh pipelines/sample/data/raw/linkedin/pages

# Real exports through the same makefile, when KITH_CONFORMANCE says where they lie.
real-check: build
ifdef KITH_CONFORMANCE
	@PATH="$(CURDIR)/bin:$$PATH" sh Tests/Conformance/real/run.sh "$(KITH_CONFORMANCE)"
	@PATH="$(CURDIR)/bin:$$PATH" sh Tests/Conformance/real/entities.sh "$(KITH_CONFORMANCE)"
endif

# Exports into real importers, which come from PyPI into .importers; skipped where that is out of reach, unless CI=true.
import-check: build
	@PATH="$(CURDIR)/bin:$$PATH" bash Tests/Importers/run.sh "$(CURDIR)/.importers"

# Beside what a user would pick instead, and into real importers.
bench: build bench-deps import-check
	@PATH="$(CURDIR)/bin:$$PATH" bash Tests/Bench/bench.sh
	@PATH="$(CURDIR)/bin:$$PATH" bash Tests/Bench/tables.sh
ifdef KITH_CONFORMANCE
	@PATH="$(CURDIR)/bin:$$PATH" bash Tests/Bench/mail.sh
	@PATH="$(CURDIR)/bin:$$PATH" bash Tests/Bench/classify.sh
endif

# Mail beside other readers of mail, on the corpus that KITH_CONFORMANCE names or the mailbox MAILBOX.
bench-mail: build bench-deps
	@PATH="$(CURDIR)/bin:$$PATH" bash Tests/Bench/mail.sh $(MAILBOX)

# What resolving 10,000 to 1,000,000 invented people costs, and how well it is done.
bench-dedupe: build
	@PATH="$(CURDIR)/bin:$$PATH" bash Tests/Bench/dedupe.sh

# What leads and referrals of PEOPLE invented people cost.
bench-leads: build
	@PATH="$(CURDIR)/bin:$$PATH" bash Tests/Bench/leads.sh $(PEOPLE)

# How well the built-in rules judge labelled conversations; KITH_CONFORMANCE names where they lie.
bench-judgement: build
	@PATH="$(CURDIR)/bin:$$PATH" sh Tests/Bench/judgement.sh

# Trains the models that the rules listen to anew from the phrasebook; the same phrasebook gives the same bytes.
learned-models: build
	@PATH="$(CURDIR)/bin:$$PATH" sh pipelines/learned-models.sh

# The shipped models are what the phrasebook gives.
models-check: build
	@folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT && \
	  PATH="$(CURDIR)/bin:$$PATH" sh pipelines/learned-models.sh "$$folder" && \
	  for model in ours replies reply-votes signal-votes theirs; do cmp "$$folder/$$model.json" pipelines/config/classifiers/$$model.json; done

install: build
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/kith"
	install -m 755 bin/kith $(FILTERS:%=bin/%) "$(DESTDIR)$(PREFIX)/bin"
	for section in 1 5 7; do \
	  install -d "$(DESTDIR)$(PREFIX)/share/man/man$$section"; \
	  install -m 644 man/man$$section/*.$$section "$(DESTDIR)$(PREFIX)/share/man/man$$section"; done
	cp -R pipelines/config pipelines/refresh.mk "$(DESTDIR)$(PREFIX)/share/kith/"
	install -d "$(DESTDIR)$(PREFIX)/share/bash-completion/completions" \
	  "$(DESTDIR)$(PREFIX)/share/zsh/site-functions" "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d"
	for filter in $(FILTERS); do \
	  bin/$$filter --completions bash >"$(DESTDIR)$(PREFIX)/share/bash-completion/completions/$$filter" && \
	  bin/$$filter --completions zsh >"$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_$$filter" && \
	  bin/$$filter --completions fish >"$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/$$filter.fish" || exit 1; done

uninstall:
	rm -f "$(DESTDIR)$(PREFIX)/bin/kith" $(FILTERS:%="$(DESTDIR)$(PREFIX)/bin/%") \
	  $(FILTERS:%="$(DESTDIR)$(PREFIX)/share/man/man1/%.1") $(FILTERS:%="$(DESTDIR)$(PREFIX)/share/bash-completion/completions/%") \
	  $(FILTERS:%="$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_%") \
	  $(FILTERS:%="$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/%.fish")
	rm -rf "$(DESTDIR)$(PREFIX)/share/kith"

clean:
	rm -rf .build .demo .bench .importers $(FILTERS:%=bin/%)
