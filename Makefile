# Two commands do everything on a fresh machine with Python 3.11 or newer and make:
#
#   make demo   sets up, runs the main job on the pages in examples/ and shows the ledger
#   make test   sets up, and passes every check that the continuous integration passes

PYTHON ?= python3
VENV ?= .venv
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif
READY := $(VENV)/ready
OUT := out

.PHONY: demo test setup lint types rules floors tests core pure bench confidence model lock clean

demo: $(READY)
	@mkdir -p $(OUT)
	$(BIN)/commitments extract examples -o $(OUT)/ledger.csv -o $(OUT)/ledger.xlsx -o $(OUT)/ledger.html
	@$(BIN)/python tools/show_ledger.py $(OUT)/ledger.csv
	@echo "The same ledger for a spreadsheet and a browser: $(OUT)/ledger.csv $(OUT)/ledger.xlsx $(OUT)/ledger.html"

test: lint types rules floors core tests

lint: $(READY)
	$(BIN)/ruff check .

types: $(READY)
	$(BIN)/mypy

rules: $(READY)
	$(BIN)/commitments rules check

floors: $(READY)
	$(BIN)/python -m commitments.evaluate --gold corpus --split dev --floors corpus/floors.toml

tests: pure
	$(BIN)/python -m pytest

# Compiles the modules on the way from page to row (some minutes, once for each state of the sources; needs a C compiler and Python's
# headers), and shows that they make the same ledger. `make pure` takes them out again: do that before changing a source.
core: $(READY)
	$(BIN)/python tools/compile_core.py
	$(BIN)/python tools/check_core.py

pure: $(READY)
	$(BIN)/python tools/compile_core.py --remove

bench: core
	$(BIN)/python benchmarks/throughput.py
	$(BIN)/python benchmarks/coldstart.py
	$(BIN)/python benchmarks/linearity.py
	$(BIN)/python benchmarks/batch.py

# Fits the confidence to what the program finds now, and draws docs/reliability.svg
confidence: $(READY)
	$(BIN)/python tools/fit_confidence.py

# Trains the owner model anew: make model ARCHIVE=folder-of-real-texts
model: $(READY)
	$(BIN)/python tools/train_ner.py $(ARCHIVE)

setup: $(READY)

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11) and 'Python 3.11 or newer is needed; name one with: make PYTHON=python3.12 …')"
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $(READY)

# Needs uv (https://docs.astral.sh/uv/). Only names, versions and hashes are written, no address of an index.
lock:
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet \
	  --all-extras --group dev pyproject.toml --output-file requirements.lock

clean:
	rm -rf $(OUT) build dist .pytest_cache .mypy_cache .ruff_cache
