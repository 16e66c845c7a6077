# make run: everything a newcomer needs · make test: the whole truth
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet
FORM := $(wildcard khedmat/cards/form* khedmat/cards/vocabulary* khedmat/cards/asked_papers* khedmat/cards/citations* khedmat/cards/identifiers* khedmat/cards/written_dates* khedmat/cards/rules khedmat/cards/fixes khedmat/cards/score khedmat/organizations/directory* khedmat/registers/matching*)
PURE := khedmat/core $(FORM) $(wildcard khedmat/cards/actions* khedmat/cards/perms*) khedmat/importing/readers khedmat/search khedmat/site

# Programs that tests start, and those of an installation, are compiled once and not at each start.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: run prepare-tests lint test lock clean

run: $(VENV)/.run
	@$(BIN)/khedmat up

test: lint
	$(BIN)/pytest -n 2

lint: prepare-tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/mypy $(PURE)
	$(BIN)/djlint --lint --quiet khedmat/web/templates

prepare-tests: $(VENV)/.test
	@tools/chromium
	@tools/readers

# pip is the last thing that a new environment gets: with it, it is whole.
$(BIN)/pip:
	@tools/venv $(PYTHON) $(VENV)

$(VENV)/.run: requirements.lock pyproject.toml | $(BIN)/pip
	@echo 'نصب بسته‌ها …'
	@$(PIP) --require-hashes --no-deps -r requirements.lock
	@$(PIP) --no-build-isolation --no-deps --no-index --editable .
	@touch $@

$(VENV)/.test: requirements-dev.lock $(VENV)/.run
	$(PIP) --require-hashes --no-deps -r requirements-dev.lock
	@touch $@

COMPILE := uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate --quiet

lock:
	$(COMPILE) --group build pyproject.toml -o requirements.lock
	$(COMPILE) --group build --extra dev -c requirements.lock pyproject.toml -o requirements-dev.lock

clean:
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
	find khedmat tests -name __pycache__ -type d -prune -exec rm -rf {} +
