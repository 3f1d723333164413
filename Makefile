# Every target creates the virtual environment that it needs; nothing is installed outside the checkout.

BIN := .venv/bin
PO := $(wildcard data/locale/*/LC_MESSAGES/*.po)
MO := $(PO:.po=.mo)
# English needs no catalogue: it is the language of the texts in the code.
LANGUAGES := fr de
POT := data/locale/consentui.pot
READY := .venv $(MO)

.PHONY: help run test test-on-other-days coverage check format format-check lint types contracts facts catalogues compiled languages \
	fuzz screenshots bench kb-links kb-due kb-bundle trials atproto audit pins man build clean always
.DEFAULT_GOAL := run
# Translations are compiled with packages that must be installed first.
.NOTPARALLEL:

help: ## list the targets
	@sed -nE 's/^([a-z-]+):.*## (.*)/  \1\t\2/p' Makefile | expand -t 22

run: BIN := .venv-run/bin
run: .venv-run $(MO) ## start consentui; pass arguments with ARGS="--help"
	@$(BIN)/python -m consentui $(ARGS)

test: $(READY) ## run every test, or only some with ARGS="tests/journal -k undo"
	$(BIN)/pytest --numprocesses auto $(ARGS)

test-on-other-days: $(READY) ## run the tests that another day can affect under a shifted clock, or all with ARGS="tests" (needs faketime)
	$(BIN)/python -m tests.other_days $(ARGS)

coverage: $(READY) ## run every test, show the branches that no test takes, and hold the floor, which only rises
	$(BIN)/pytest --numprocesses auto --cov --cov-report=term-missing:skip-covered $(if $(ARGS),--cov-fail-under=0) $(ARGS)
	$(if $(ARGS),,$(BIN)/python -m maintenance.floor)

check: format-check lint types contracts facts test ## run everything that a change must pass

format: $(READY) ## reformat the code and apply automatic fixes
	$(BIN)/ruff format
	$(BIN)/ruff check --fix-only

format-check: $(READY)
	$(BIN)/ruff format --check

lint: $(READY) ## look for mistakes with the linter
	$(BIN)/ruff check

types: $(READY) ## check the types, strictly with mypy and as editors show them with basedpyright
	$(BIN)/mypy
	$(BIN)/basedpyright

contracts: $(READY) ## check that no room imports what it may not
	$(BIN)/lint-imports

facts: $(READY) ## check the knowledge base by its rules, as of today
	@$(BIN)/python -m consentui kb lint

catalogues: $(READY) ## collect the texts to translate, update the translations and compile them
	$(BIN)/pybabel --quiet extract --output-file=$(POT) --project=consentui \
		--copyright-holder="consentui contributors" --add-location=file --sort-by-file \
		--add-comments=Translators: --strip-comment-tags consentui
	for language in $(LANGUAGES); do \
		$(BIN)/pybabel --quiet update --input-file=$(POT) --output-dir=data/locale --domain=consentui \
			--locale=$$language --init-missing --ignore-pot-creation-date --ignore-obsolete || exit; \
	done
	@$(MAKE) --no-print-directory compiled

languages: $(READY) ## show how complete each language is: messages, letters, facts
	@$(BIN)/python -m maintenance.languages

fuzz: $(READY) ## damage a hundred thousand files and check that reading them causes no fault; fewer with ARGS="--count 5000"
	$(BIN)/python -m tests.fuzz $(ARGS)

screenshots: $(READY) ## redraw the pictures of the README
	$(BIN)/python -m tests.screenshots $(ARGS)

bench: $(READY) ## measure speed and memory against the goals
	$(BIN)/python -m tests.benchmarks $(ARGS)

kb-links: $(READY) ## ask whether the addresses in the knowledge base still answer (uses the network)
	$(BIN)/python -m maintenance.links

kb-due: $(READY) ## list the facts to check next; up to another day with ARGS="--until 2026-12-31"
	@$(BIN)/python -m maintenance.due $(ARGS)

kb-bundle: $(READY) ## sign the facts as a bundle in dist/, with the private key in KEY=FILE (see CONTRIBUTING)
	$(BIN)/python -m maintenance.bundle make $(if $(KEY),--key $(KEY)) $(ARGS)

trials: $(READY) .venv-upkeep ## install with every Python on this machine and try the README's commands (uses the network)
	$(BIN)/pytest --numprocesses 2 --dist loadgroup $(or $(ARGS),tests/trials/installing.py)

atproto: $(READY) ## write wishes into a real atproto server on this machine (uses the network and a compiler)
	$(BIN)/pytest tests/trials/atproto.py $(ARGS)

audit: .venv-upkeep ## name the known advisories for the packages in requirements/ (uses the network)
	.venv-upkeep/bin/python -m maintenance.audit

pins: .venv-upkeep ## renew the lists in requirements/ (uses the network); RENEW= keeps the versions that still fit
	$(PIN) pyproject.toml requirements/run.in $(EXTRAS) --output-file=requirements/run.txt
	$(PIN) pyproject.toml requirements/run.in requirements/dev.in $(EXTRAS) \
		--constraints=requirements/run.txt --output-file=requirements/dev.txt
	$(PIN) requirements/upkeep.in --constraints=requirements/dev.txt --output-file=requirements/upkeep.txt

man: $(READY) ## write the manual page in every language to build/share/man
	@for language in en $(LANGUAGES); do $(BIN)/python -m maintenance.manual $$language build/share/man || exit; done

build: $(READY) man ## build the wheel and the source archive into dist/
	$(BIN)/python -m build --no-isolation

clean: ## remove everything that these targets created
	rm -rf .venv .venv.* .venv-* build dist htmlcov .coverage .coverage.* \
		.hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	rm -f data/locale/*/LC_MESSAGES/*.mo
	find consentui tests -name __pycache__ -type d -prune -exec rm -rf {} +

# --- Used by the targets above ---

# The pins are for Linux, macOS and Windows and for Python 3.11 and later. They keep their extras: otherwise no pin
# would satisfy a requirement such as `coverage[toml]`.
RENEW := --upgrade
EXTRAS := --extra=pdf --extra=encrypted
PIN := .venv-upkeep/bin/uv pip compile --quiet $(RENEW) --universal --python-version=3.11 \
	--generate-hashes --no-strip-extras --no-emit-index-url --no-header

compiled: $(MO)

.venv: LIST := requirements/dev.txt
.venv-run: LIST := requirements/run.txt
.venv-upkeep: LIST := requirements/upkeep.txt

# An environment contains a copy of the list that it was made from. Nothing is done while the two are the same.
.venv .venv-run .venv-upkeep: always
	@if cmp -s $(LIST) $@/installed.txt && test -x $@/bin/python; then exit 0; fi; \
	python=$$(for python in $(PYTHON) python3 python3.14 python3.13 python3.12 python3.11 python; do \
		$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; \
	done); \
	if [ -z "$$python" ]; then \
		echo "consentui needs Python 3.11 or newer. If it is there: make PYTHON=/path/to/python3" >&2; exit 1; \
	fi; \
	$$python maintenance/install.py $(LIST) $@ $(if $(WITH_PIP),--pip $(WITH_PIP))

%.mo: %.po
	@$(BIN)/pybabel --quiet compile --input-file=$< --output-file=$@
