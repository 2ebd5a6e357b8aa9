# Everything that a developer or a machine runs; the README says which is for whom.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/pip --quiet --disable-pip-version-check

.PHONY: run test check bench chaos bundle translations extension screenshots format clean

## run: a server with a small demo listing, on this machine alone
run: .venv/.run
	$(BIN)/postil serve --demo

## test: everything, on a fresh machine too
test: .venv/.test node_modules/.ready
	$(BIN)/python tests/browser.py
	$(BIN)/python -m pytest

## check: lint, types, documentation, freshness of the committed bundles
check: .venv/.check node_modules/.ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	npm run --silent check
	node extension/build.js --check
	$(BIN)/python server/translations.py --check

## bench: figures, printed; they never fail a build
bench: .venv/.test node_modules/.ready
	node tests/bench/anchoring.js
	$(BIN)/python tests/browser.py
	$(BIN)/python tests/bench/page.py
	$(BIN)/python tests/bench/server.py
	$(BIN)/python tests/bench/load.py

## chaos: hundreds of rounds of writes amid faults; a failure is met again by SEED=… ROUNDS=… as printed
chaos: .venv/.test
	SEED=$(SEED) ROUNDS=$(or $(ROUNDS),300) $(BIN)/python -m pytest -n 0 -s tests/chaos

## bundle: build the browser side's committed files
bundle: node_modules/.ready
	node extension/build.js

## translations: new and changed texts of the server's pages into the catalogue of each language
translations: .venv/.run
	$(BIN)/python server/translations.py

## extension: the extension as a zip for each store
extension: bundle .venv/.run
	$(BIN)/python extension/pack.py

## screenshots: the pictures of README and manual, from the running product
screenshots: .venv/.test node_modules/.ready
	$(BIN)/python tests/browser.py
	$(BIN)/python tests/screenshots.py

format: .venv/.check
	$(BIN)/ruff check --fix . && $(BIN)/ruff format .

clean:
	rm -rf .venv node_modules

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/.run: pyproject.toml constraints.txt | .venv/bin/python
	$(PIP) install -c constraints.txt -e .
	@touch $@

.venv/.test: pyproject.toml constraints.txt | .venv/bin/python
	$(PIP) install -c constraints.txt -e '.[test]'
	@touch $@ .venv/.run

.venv/.check: pyproject.toml constraints.txt | .venv/bin/python
	$(PIP) install -c constraints.txt -e '.[test,check]'
	@touch $@ .venv/.test .venv/.run

node_modules/.ready: package.json package-lock.json
	npm ci --silent --no-audit --no-fund
	@touch $@
