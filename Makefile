# Short verbs. Each one fetches what it needs by itself, once: build/bootstrap/.
# An older Python could not even read that file, to say that it is too old.
reads = $(shell $(1) -c 'import sys; sys.exit(sys.version_info < (3, 8))' 2>/dev/null \
	&& command -v $(1))
ifndef PYTHON
PYTHON := $(or $(call reads,python3),$(call reads,python3.13),$(call reads,python3.12),\
	$(call reads,python3.11))
endif

no_python = echo 'Python 3.11, 3.12 or 3.13 is needed, with venv.' >&2; \
	echo 'Debian, Ubuntu: apt-get install python3 python3-venv' >&2; \
	echo 'macOS: brew install python@3.13' >&2; exit 1;
need = @$(if $(PYTHON),"$(PYTHON)" build bootstrap,$(no_python))
run = @.venv/bin/python

# Where APPS adds to the tests: tests/README.md, "Opt-in".
grid = tests/apps tests/packages tests/wheel tests/first_party tests/verify tests/build/release \
	tests/docs/test_site.py

# What is a browser's business; tests/support/in_firefox.py says what of it cannot run there.
firefox = tests/browser tests/tracker/test_arrival.py tests/tracker/test_methods.py \
	$(addprefix tests/tracker/own/test_,page.py cases.py several.py solo.py leaving.py network.py offline.py)

# The same in WebKit, whose driver can do less: tests/support/in_webkit.py.
webkit = tests/webkit tests/browser tests/tracker/test_arrival.py \
	$(addprefix tests/tracker/own/test_,methods.py several.py solo.py leaving.py network.py offline.py)

# Tests mostly wait for a browser: two at a time take two thirds of the time, also on two cores.
# Two visitors from one address at a time would become each other's visits at a real Matomo.
WORKERS = $(if $(MATOMO_URL),0,2)

.DEFAULT_GOAL := help
# Two verbs at a time would both fetch what neither finds: only where all is there already.
ifndef FETCHED
.NOTPARALLEL:
endif
.PHONY: build demo test lint types size bench mutants test-apps firefox webkit docs npm wheel packages release clean help

build: ## make dist/: bundles, types, source maps, integrity.json
	$(need) python node
	$(run) build compile

demo: build ## build, then serve the demo page (ARGS='--server-url URL --site-id 1' for a real Matomo)
	$(run) -m demo $(ARGS)

test: ## everything that the CI checks (ARGS='-k goals' for pytest)
	$(need) python node browser
	@$(MAKE) --no-print-directory --jobs 2 FETCHED=1 types lint
	$(run) -m pytest --numprocesses $(WORKERS) --dist loadfile $(ARGS)

lint: ## static checks: ruff, mypy, tsc on JavaScript, the language rules of integration/
	$(need) python node
	$(run) -m ruff check .
	$(run) -m mypy
	@for part in . demo build; do node_modules/.bin/tsc -p $$part || exit 1; done
	$(run) build lint

types: build ## check the TypeScript types of dist/
	@node_modules/.bin/tsc -p tests/types

size: build ## what the bundles weigh, and what the bytes buy
	$(run) build compile.sizes

bench: build ## bytes and microseconds beside every peer: results, tables, plots (ARGS='--rounds 3')
	$(need) browser
	$(run) -m bench $(ARGS)

test-apps: build ## the whole grid of framework applications and packages; takes minutes
	$(need) browser docs servers
	@APPS=1 .venv/bin/python -m pytest $(grid) $(ARGS)

firefox: build ## what is a browser's business, in Firefox: own tracker, tests/browser (ARGS='-k consent')
	$(need) firefox
	@PAQBRIDGE_BROWSER=firefox .venv-firefox/bin/python -m pytest -p no:cacheprovider \
		--numprocesses $(WORKERS) --dist loadfile $(firefox) $(ARGS)

webkit: build ## what is a browser's business, vectors and the tracker's sequences in WebKit, the engine of Safari (ARGS='-k vectors')
	$(need) webkit
	@PAQBRIDGE_BROWSER=webkit .venv/bin/python -m pytest -p no:cacheprovider \
		--numprocesses $(WORKERS) --dist loadfile $(webkit) $(ARGS)

mutants: ## small changes of the code, and how many of them the tests notice; takes minutes
	$(need) mutants
	$(run) build mutants $(ARGS)

docs: build ## the docs as a site in site/, each page also as Markdown
	$(need) docs
	$(run) build website

npm: build ## the npm package, a tarball in release/
	$(run) build npm

wheel: build ## the Python package, wheel and source archive, in release/
	$(run) build pack

packages: build ## what a release has, in release/: tarball, wheel, source archive, scripts, sums
	$(run) build release

release: ## packages of a clean commit whose version the changelog tells of
	$(need) python node
	$(run) build release.checks
	@$(MAKE) --no-print-directory test-apps packages

clean: ## remove what the verbs made; the tools in .venv and node_modules stay
	@rm -rf dist release site .mutants .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache
	@find integration build tests demo bench -name __pycache__ -type d -prune -exec rm -rf {} +

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-9s %s\n", $$1, $$2 }' Makefile
