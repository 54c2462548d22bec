# `make` or `make help` lists what can be made. GNU make 3.81, which macOS brings, is enough.

VENV := .venv
BIN := $(VENV)/bin
SITE := site
FUZZ := 10
PYTHONS := $(if $(PYTHON),$(PYTHON),python3.14 python3.13 python3.12 python3.11 python3)

# Only what the lock names, only if its hash is right, and nothing built from source, which would fetch unlocked tools.
INSTALL := -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all:
INSTALL_SELF := -m pip install --quiet --disable-pip-version-check --no-index --no-deps --no-build-isolation --editable .

# Tests run on all cores, each file in one process, in the order of `tests/conftest.py`. One process more than there are cores: a
# test that drives a browser or a server waits for a third of its time.
PARALLEL := -n `expr $$(getconf _NPROCESSORS_ONLN) + 1` --maxprocesses 9 --dist loadfile --no-loadscope-reorder

# Tests start some hundred processes: compiled once, they start in a fraction of the time.
export PYTHONDONTWRITEBYTECODE :=

# The theme's end of life is known (ARCHITECTURE.md); its notice would be above every build.
export NO_MKDOCS_2_WARNING := 1

# What tries other inputs for as long as it is asked to.
FUZZED := tests/fuzz tests/stories/test_stories.py tests/prose/test_sentence_combinations.py

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help site serve check schemas test fuzz lint samples reference bench shots audit dist lock clean

help: ## list what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-9s %s\n", $$1, $$2}' $(firstword $(MAKEFILE_LIST))

site: $(VENV)/site-installed ## build the site into site/
	$(BIN)/mkdocs build --strict
	@echo "The site is in $(CURDIR)/$(SITE). To read it: make serve"

# `--livereload` is asked for by name: with newer releases of click, mkdocs forgets that it is the default.
serve: $(VENV)/site-installed ## show the site at a local address and follow changes
	$(BIN)/mkdocs serve --livereload $(SERVE)

check: $(VENV)/site-installed ## check the records; CHECK="--format github" sets options
	$(BIN)/explainers check $(CHECK)

schemas: $(VENV)/site-installed ## write schemas/, from which an editor knows every field and every id
	$(BIN)/explainers schema

test: lint ## prove all of it; PYTEST="-k notes" sets options, and PYTEST="-n 0" runs one test at a time
	@chromium=`tests/browser/install` && cms=`tests/form/install` && yaml=`tests/editor/install` && \
		EXPLAINERS_CHROMIUM="$$chromium" EXPLAINERS_CMS="$$cms" EXPLAINERS_YAML_SERVER="$$yaml" \
		$(BIN)/python -m pytest $(PARALLEL) $(PYTEST)

fuzz: $(VENV)/test-installed ## look for inputs that break it, for FUZZ=10 minutes and to the end of the round
	@end=$$(( `date +%s` + 60 * $(FUZZ) )); \
	while [ `date +%s` -lt $$end ]; do \
		EXPLAINERS_FUZZ=1 $(BIN)/python -m pytest -n auto --maxprocesses 8 --dist load $(FUZZED) $(PYTEST) || exit 1; \
	done

lint: $(VENV)/test-installed ## the part of `make test` that runs no code
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/zizmor --offline --quiet --pedantic .github docs/workflows/*.yml plugins/explainers/starter/site/dot_github/*.yml \
		plugins/explainers/starter/site/dot_github/workflows/*.yml

samples: $(VENV)/test-installed ## write samples of every generated sentence, to be read in review
	$(BIN)/python -m tests.prose.samples

reference: $(VENV)/test-installed ## write the pages of the manual that are made from the code
	$(BIN)/python -m tests.manual.reference

bench: $(VENV)/site-installed ## measure how fast we build, beside others; BENCH="--sizes 100 --runs 1" sets options
	bench/peers/install
	$(BIN)/python -m bench.run $(if $(BENCH),$(BENCH),--edit --serve --check --floor --one-worker)
	$(BIN)/python bench/glossary.py
	$(BIN)/python bench/reading.py

shots: $(VENV)/test-installed ## take pictures of every page type into build/shots/
	@chromium=`tests/browser/install` && EXPLAINERS_CHROMIUM="$$chromium" $(BIN)/python -m tests.browser.shots

audit: $(VENV)/test-installed ## weigh pages, ask axe and, if it is there, Lighthouse; AUDIT="--no-axe --claims 1000" sets options
	@chromium=`tests/browser/install` && EXPLAINERS_CHROMIUM="$$chromium" $(BIN)/python -m tests.browser.audit $(AUDIT)

dist: $(VENV)/site-installed ## build the wheel and the sdist into dist/, and try them in a new environment
	$(BIN)/python -m release.dist

lock: $(BIN)/python ## bring requirements/*.txt up to pyproject.toml; UPGRADE=1 takes the newest of everything
	$(BIN)/python -m venv --clear build/lock
	build/lock/bin/python $(INSTALL) --requirement requirements/lock.txt
	$(COMPILE) pyproject.toml requirements/site.in --output-file requirements/site.txt
	$(COMPILE) pyproject.toml requirements/site.in requirements/test.in \
		--constraint requirements/site.txt --output-file requirements/test.txt
	$(COMPILE) pyproject.toml --no-annotate \
		--constraint requirements/site.txt --output-file plugins/explainers/starter/requirements.txt
	$(COMPILE) requirements/lock.in --output-file requirements/lock.txt

# One lock for every Python we run on, on Linux and macOS.
COMPILE = UV_CUSTOM_COMPILE_COMMAND="make lock" UV_PYTHON_DOWNLOADS=never build/lock/bin/uv pip compile --quiet \
	--universal --python-version 3.11 --generate-hashes $(if $(UPGRADE),--upgrade)

clean: ## remove everything that make has made
	rm -rf $(VENV) $(SITE) build dist schemas plugins/*.egg-info .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis

# Installed again only when the lock or the project's own metadata changed.
$(VENV)/site-installed: requirements/site.txt pyproject.toml | $(BIN)/python
	@echo "Installing what the site needs into $(VENV) ..."
	@$(BIN)/python $(INSTALL) --requirement requirements/site.txt
	@$(BIN)/python $(INSTALL_SELF)
	@touch $@

$(VENV)/test-installed: requirements/test.txt $(VENV)/site-installed
	@echo "Installing what the tests need into $(VENV) ..."
	@$(BIN)/python $(INSTALL) --requirement requirements/test.txt
	@touch $@

# The Pythons that the lock has packages for. Debian and Ubuntu ship theirs without the part that makes a virtual environment.
$(BIN)/python:
	@old=; found=; bare=; \
	for python in $(PYTHONS); do \
		"$$python" -c '' 2>/dev/null || continue; old=$$python; \
		"$$python" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))' || continue; \
		"$$python" -c 'import ensurepip, venv' 2>/dev/null && found=$$python && break; \
		bare=$${bare:-$$python}; \
	done; \
	if [ -z "$$found$$bare" ]; then \
		echo "Python 3.11, 3.12, 3.13 or 3.14 is needed; looked for: $(PYTHONS)." >&2; \
		[ -z "$$old" ] || echo "Found only `$$old --version`, as $$old." >&2; \
		echo "Install one, or say where it is: make PYTHON=/path/to/python3 ..." >&2; \
		exit 1; \
	fi; \
	if [ -z "$$found" ]; then \
		package=`$$bare -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'`; \
		if [ "`id -u`" = 0 ] && command -v apt-get >/dev/null; then \
			echo "$$bare cannot make a virtual environment; installing $$package ..."; \
			apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $$package >/dev/null; \
		fi; \
		if ! $$bare -c 'import ensurepip, venv' 2>/dev/null; then \
			echo "$$bare cannot make a virtual environment: its module ensurepip is missing." >&2; \
			echo "On Debian or Ubuntu: sudo apt-get install $$package" >&2; \
			exit 1; \
		fi; \
		found=$$bare; \
	fi; \
	echo "Making $(VENV) with `$$found --version` ..."; \
	$$found -m venv --clear $(VENV) || { rm -rf $(VENV); exit 1; }
