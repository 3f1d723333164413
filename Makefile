# Every target makes the virtual environment it needs; nothing is installed outside .venv.

VENV := .venv
BIN := $(VENV)/bin
PO := $(wildcard data/locale/*/LC_MESSAGES/*.po)
MO := $(PO:.po=.mo)
# English is the language of the code: its texts need no catalogue.
LANGUAGES := fr
POT := data/locale/consentui.pot
READY := $(VENV)/requirements.stamp $(VENV)/project.stamp $(MO)

.PHONY: kb-links help run test coverage check format format-check lint types contracts catalogues compiled screenshots bench build clean
.DEFAULT_GOAL := run

help: ## list the targets
	@sed -nE 's/^([a-z-]+):.*## (.*)/  \1\t\2/p' Makefile | expand -t 16

run: $(READY) ## start consentui; pass arguments with ARGS="--help"
	@$(BIN)/consentui $(ARGS)

test: $(READY) ## run every test; choose some with ARGS="tests/journal -k undo"
	$(BIN)/pytest --numprocesses auto $(ARGS)

coverage: $(READY) ## run every test and show which branches none of them takes
	$(BIN)/pytest --numprocesses auto --cov --cov-report=term-missing:skip-covered $(ARGS)

check: format-check lint types contracts test ## all that a change must pass

format: $(READY) ## write the code in the common format
	$(BIN)/ruff format
	$(BIN)/ruff check --fix-only

format-check: $(READY)
	$(BIN)/ruff format --check

lint: $(READY) ## look for mistakes and bad habits
	$(BIN)/ruff check

types: $(READY) ## check the types
	$(BIN)/mypy

contracts: $(READY) ## check which part may import which
	$(BIN)/lint-imports

catalogues: $(READY) ## collect the texts to translate, bring the translations up to date, compile them
	$(BIN)/pybabel --quiet extract --output-file=$(POT) --project=consentui \
		--copyright-holder="consentui contributors" --add-location=file --sort-by-file \
		--add-comments=Translators: --strip-comment-tags consentui
	for language in $(LANGUAGES); do \
		$(BIN)/pybabel --quiet update --input-file=$(POT) --output-dir=data/locale --domain=consentui \
			--locale=$$language --init-missing --ignore-pot-creation-date --ignore-obsolete --previous || exit; \
	done
	@$(MAKE) --no-print-directory compiled

screenshots: $(READY) ## draw the pictures of the README anew
	$(BIN)/python -m tests.screenshots $(ARGS)

bench: $(READY) ## measure speed and memory against the goals
	$(BIN)/python -m tests.benchmarks $(ARGS)

kb-links: $(READY) ## ask whether the addresses in the knowledge base still answer (uses the network)
	$(BIN)/python -m maintenance.links

build: $(READY) ## build the wheel and the source archive into dist/
	$(BIN)/python -m build --no-isolation

clean: ## remove everything that was made
	rm -rf $(VENV) build dist htmlcov .coverage .coverage.* \
		.hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	rm -f data/locale/*/LC_MESSAGES/*.mo
	find consentui tests -name __pycache__ -type d -prune -exec rm -rf {} +

# --- What the targets rest on ---

compiled: $(MO)

$(VENV)/requirements.stamp: requirements/dev.txt
	@python=$$(for python in $(PYTHON) python3 python3.14 python3.13 python3.12 python3.11 python; do \
		$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; \
	done); \
	if [ -z "$$python" ]; then \
		echo "consentui needs Python 3.11 or newer. If it is there: make PYTHON=/path/to/python3" >&2; exit 1; \
	fi; \
	if ! $$python -m venv --clear $(VENV); then \
		echo "On Debian and Ubuntu, this needs: sudo apt install python3-venv" >&2; exit 1; \
	fi
	$(BIN)/python -m pip install --quiet --disable-pip-version-check \
		--no-deps --require-hashes --requirement requirements/dev.txt
	@$(BIN)/python -m pip check
	@touch $@

$(VENV)/project.stamp: $(VENV)/requirements.stamp pyproject.toml hatch_build.py
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

%.mo: %.po | $(VENV)/requirements.stamp
	@$(BIN)/pybabel --quiet compile --input-file=$< --output-file=$@
