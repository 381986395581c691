# Every task of a developer, and of CI. Needs make and Python 3.11 or newer, nothing else.

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help setup run test check quick audit sbom bench lint rivals scripts format docs lock chromium servers

# A start from compiled modules takes half the time, so they are written whatever the caller set.
unexport PYTHONDONTWRITEBYTECODE
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# An option of `serve`, and none of the settings, which refuse what they do not know.
VARDPLATS_PORT ?= 8050
unexport VARDPLATS_PORT

BIN := .venv/bin
INSTALLED := .venv/.installed
TESTED := .venv/.tested
BUILT := var/.built
MODULES := node_modules/.installed
BUNDLE := var/bundle/.built
RIVALS := var/rivals-env/.installed
PANEL := var/panel-env/.installed
BEFORE := var/before/var/.made
EVIDENCE := var/evidence/.made
# Files go to the workers in the order of tests/first.py. Three workers for two processors, since
# browsers, servers and the soak are waited for; the quick tests wait for nothing.
AT_ONCE := --dist loadfile --no-loadscope-reorder
SCRIPT_TESTS := $(wildcard tests/assets/*.test.*js)
SPARK := var/spark-env/.installed
OUTLOUD := var/outloud-env/.installed

# What the embedded release is made of: facts, and the rooms that read them.
MADE_IN := ingest checks indicators reference releases statistics
SOURCES := $(shell find data $(addprefix dashboard/,$(MADE_IN)) \
	-name '*.csv' -o -name '*.json' -o -name '*.py')

# Panel of today needs a newer Python than the rest; pyenv has some that are not in the path.
NEWER = $(shell for p in python3.12 python3.13 python3.14 $(wildcard $(HOME)/.pyenv/versions/3.1[234]*/bin/python); do \
	if $$p -c 'import sys; sys.exit(sys.version_info < (3, 12))' 2>/dev/null; \
	then echo $$p; break; fi; done)

PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3.14 python3; do \
	if $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; \
	then echo $$p; break; fi; done)

# $(call from-apt,packages,what to say elsewhere): root on Debian may install what is missing.
from-apt = if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	echo ">> installing $(1) from Debian"; apt-get update -qq && \
	DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $(1) >/dev/null; \
	else $(2); fi

# $(call has-fonts,family): whether fontconfig knows the family itself, not one in its place.
has-fonts = fc-list -q "$(1)" 2>/dev/null

help:  ## list the tasks
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' Makefile | expand -t 16

setup: $(BUILT) $(BUNDLE)  ## install the locked packages and build the embedded data
	@$(BIN)/python -m callbacks.pack

run: setup  ## serve the dashboard on this machine, port 8050 or VARDPLATS_PORT
	@exec $(BIN)/vardplats serve --port $(VARDPLATS_PORT)

test: $(MODULES) setup $(TESTED) $(SPARK) $(OUTLOUD) chromium servers  ## install what the tests need, then check everything
	@$(MAKE) --no-print-directory check

check: $(BUILT) $(BUNDLE) $(TESTED)  ## format, lint, types and all tests, as CI does
	@echo ">> format, lint, types"
	@$(BIN)/ruff format --quiet --check
	@$(BIN)/ruff check --quiet
	@$(BIN)/mypy
	@$(BANDIT)
	@$(MAKE) --no-print-directory audit || echo ">> look at what the audit found: make audit"
	@$(MAKE) --no-print-directory scripts
	@echo ">> tests"
	@$(BIN)/pytest -n 3 $(AT_ONCE) --durations=10

# What `make quick` leaves out is decided in tests/conftest.py, which prints how much it was.
quick: $(BUILT) $(BUNDLE) $(TESTED)  ## format, lint, types and the quick tests, in about a minute
	@$(BIN)/ruff format --quiet --check
	@$(BIN)/ruff check --quiet
	@$(BIN)/mypy
	@$(MAKE) --no-print-directory scripts
	@$(BIN)/pytest -n 2 $(AT_ONCE) --quick --durations=5

# Whether the service that knows of weaknesses answers at all.
ANSWERS = $(BIN)/python -c 'from urllib.request import urlopen; urlopen("https://pypi.org/", timeout=5)'
BANDIT = $(BIN)/bandit --quiet -ll --recursive dashboard layouts callbacks app.py

audit: $(TESTED)  ## ask whether a locked package has a known weakness, where that service answers
	@if $(ANSWERS) 2>/dev/null; then echo ">> known weaknesses of locked packages" && \
		$(BIN)/pip-audit --strict --disable-pip --requirement requirements.lock; \
	else echo ">> pypi.org does not answer: the locked packages are not audited"; fi

sbom: $(TESTED)  ## list what is locked as CycloneDX in var/sbom.json
	@mkdir -p var
	@$(BIN)/cyclonedx-py requirements requirements.lock --output-reproducible \
		--output-format JSON --output-file var/sbom.json
	@echo ">> var/sbom.json"

bench: setup $(RIVALS) $(PANEL) $(BEFORE) $(EVIDENCE) chromium  ## measure the speeds that the documents state, ours and rivals
	@$(BIN)/python -m benchmarks
	@$(BIN)/python -m benchmarks.beside --write

lint: $(TESTED)  ## lint and types only
	@$(BIN)/ruff check
	@$(BIN)/mypy

rivals: $(TESTED)  ## lint the benchmark of the rivals, which has an environment of its own
	@$(BIN)/ruff format --check benchmarks/rivals
	@$(BIN)/ruff check benchmarks/rivals

scripts:  ## test the own scripts of the pages, where there is node
	@if [ -z "$(SCRIPT_TESTS)" ]; then echo ">> no scripts to test"; \
	elif command -v node >/dev/null; then echo ">> own scripts" && \
		node --test --test-reporter=dot $(SCRIPT_TESTS); \
	else echo ">> without node the own scripts are not tested"; fi

format: $(TESTED)  ## format the code and fix what can be fixed
	@$(BIN)/ruff format
	@$(BIN)/ruff check --fix

docs: $(TESTED)  ## write the generated tables of README.md and docs/ anew
	@$(BIN)/python -m dashboard.cli.documents

# Pins stay where they are unless UPGRADE=--upgrade.
COMPILE = var/lock-env/bin/uv pip compile pyproject.toml --quiet $(UPGRADE) --python-version 3.11 \
	--generate-hashes --no-annotate --no-header --no-emit-index-url --no-emit-find-links

lock: var/lock-env/bin/uv  ## write the lock files anew from pyproject.toml
	@echo ">> resolving the lock files"
	@$(COMPILE) -o requirements.lock
	@$(COMPILE) --extra test -c requirements.lock -o requirements-test.lock
	@$(subst pyproject.toml,benchmarks/rivals/requirements.in,$(COMPILE)) \
		-o benchmarks/rivals/requirements.lock
	@$(subst --python-version 3.11,--python-version 3.12,$(subst \
		pyproject.toml,benchmarks/rivals/panel.in,$(COMPILE))) -o benchmarks/rivals/panel.lock
	@$(subst pyproject.toml,tests/spark/requirements.in,$(COMPILE)) -c requirements.lock \
		-o tests/spark/requirements.lock
	@$(subst pyproject.toml,tests/outloud/requirements.in,$(COMPILE)) \
		-o tests/outloud/requirements.lock

var/lock-env/bin/uv:
	@echo ">> installing uv into var/lock-env"
	@$(PYTHON) -m venv var/lock-env
	@var/lock-env/bin/pip install --quiet uv

$(INSTALLED): requirements.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed and was not found" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || \
		$(call from-apt,python3-venv,echo "Python's venv module is missing" >&2; exit 1)
	@echo ">> installing the locked packages into .venv"
	@$(PYTHON) -m venv .venv
	@$(BIN)/pip install --quiet --require-hashes -r requirements.lock
	@$(BIN)/pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

$(BUILT): $(INSTALLED) $(SOURCES)
	@echo ">> building the embedded data"
	@$(BIN)/vardplats build
	@mkdir -p $(@D) && touch $@

# The rivals live in an environment of their own; nothing of theirs is the product's.
$(RIVALS): benchmarks/rivals/requirements.lock $(INSTALLED)
	@echo ">> installing the rivals into var/rivals-env"
	@$(PYTHON) -m venv var/rivals-env
	@var/rivals-env/bin/pip install --quiet --require-hashes -r $<
	@touch $@

# Where there is no newer Python, Panel is not measured.
$(PANEL): benchmarks/rivals/panel.lock
	@mkdir -p $(@D)
	@if [ -n "$(NEWER)" ]; then echo ">> installing Panel into var/panel-env" && \
		$(NEWER) -m venv var/panel-env && \
		var/panel-env/bin/pip install --quiet --require-hashes -r $<; \
	else echo ">> without Python 3.12 Panel is not measured"; fi
	@touch $@

# The build that ours is held against: its own code with its own data and bundle, made by itself.
$(BEFORE): benchmarks/beside/before.py $(BUILT) $(BUNDLE)
	@echo ">> making the build before in var/before"
	@rm -rf var/before
	@$(BIN)/python -m benchmarks.beside.before

# A site of files, with the months of our own release.
$(EVIDENCE): $(wildcard benchmarks/rivals/evidence/*.*) benchmarks/rivals/evidence_site.py $(RIVALS) $(BUILT)
	@echo ">> building the site of Evidence in var/evidence"
	@$(BIN)/python -m benchmarks.rivals.evidence_site

# Spark is an engine that the sums of unit-days are tested on; the product has none of it.
$(SPARK): tests/spark/requirements.lock $(INSTALLED)
	@echo ">> installing Spark for a test into var/spark-env"
	@$(PYTHON) -m venv var/spark-env
	@var/spark-env/bin/pip install --quiet --require-hashes -r $<
	@touch $@

# What checks the tagged PDF files of a pack for a test; the product has none of it.
$(OUTLOUD): tests/outloud/requirements.lock $(INSTALLED)
	@echo ">> installing a checker of PDF files for a test into var/outloud-env"
	@$(PYTHON) -m venv var/outloud-env
	@var/outloud-env/bin/pip install --quiet --require-hashes -r $<
	@touch $@

$(TESTED): requirements-test.lock $(INSTALLED)
	@echo ">> installing the test tools into .venv"
	@$(BIN)/pip install --quiet --require-hashes -r requirements-test.lock
	@touch $@

# Where node is missing, or its packages cannot be had, the packaged plotly.js is served.
$(BUNDLE): package.json package-lock.json .npmrc $(wildcard bundle/* assets/*.css assets/scripts/*) \
	$(shell find layouts -name '*.py') | $(INSTALLED)
	@mkdir -p $(@D) && rm -f $(@D)/*.js $(@D)/*.css
	@if command -v node >/dev/null && command -v npm >/dev/null; then \
		$(MAKE) --no-print-directory $(MODULES) && \
		echo ">> bundling our scripts, and plotly.js and Bootstrap with only what is used" && \
		node bundle/build.mjs $(@D) && touch $@ || echo ">> not built: the whole plotly.js and our modules are served"; \
	else echo ">> without node the whole plotly.js and our modules are served"; fi

$(MODULES): package.json package-lock.json .npmrc
	@command -v npm >/dev/null || \
		$(call from-apt,npm,echo "npm is needed for the accessibility tests" >&2; exit 1)
	@echo ">> installing the npm packages into node_modules"
	@npm ci --ignore-scripts --silent
	@touch $@

chromium: $(TESTED)
	@if [ -z "$${VARDPLATS_CHROMIUM:-}" ] && ! command -v chromium >/dev/null; then \
		$(call from-apt,chromium,$(BIN)/playwright install chromium); fi
	@$(call has-fonts,DejaVu Sans) && $(call has-fonts,Liberation Sans) && \
		$(call has-fonts,Noto Sans) || \
		$(call from-apt,fontconfig fonts-dejavu-core fonts-liberation fonts-noto-core,echo \
		"The tests need DejaVu Sans and Liberation Sans and Noto Sans: install them or be root" \
		>&2; exit 1)

# The tests start a real cache, proxy and database, and a Spark that needs Java; they fail
# without them.
servers:
	@command -v redis-server >/dev/null && PATH="$$PATH:/usr/sbin" command -v nginx >/dev/null && \
		PATH="$$(printf %s: /usr/lib/postgresql/*/bin)$$PATH" command -v postgres >/dev/null && \
		command -v java >/dev/null && command -v systemd-analyze >/dev/null || \
		$(call from-apt,redis-server nginx-light postgresql default-jre-headless systemd,echo \
		"The tests need redis-server and nginx and postgresql and java and systemd: be root or install" \
		>&2; exit 1)
