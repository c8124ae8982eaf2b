# `make run` and `make test` each work alone on a fresh clone: what is missing is installed.

SHELL := /bin/bash
PYTHON ?= python3
BIN := .venv/bin
DATASET := build/dataset
export PYTHON

.PHONY: run test check setup typefaces lock samples readings docs clean

run: setup ## Import the samples and show what came out
	$(BIN)/prickfri run corpus/samples --dataset $(DATASET)
	@$(BIN)/python notebooks/first_look.py $(DATASET)

test: setup typefaces check ## Every test
	$(BIN)/python -m pytest -n 2 --dist loadgroup
	$(BIN)/prickfri run corpus/samples --dataset $(DATASET)
	$(BIN)/python -m pytest -n 2 --nbmake --nbmake-timeout=300 notebooks

check: setup ## Style, types and layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

setup: ## What a run needs from the system and from Python
	@scripts/system.sh
	@scripts/environment.sh

typefaces: setup ## The typefaces that samples and the pages of tests are printed in
	@scripts/typefaces.sh

lock: ## Write requirements.lock anew (needs uv)
	uv pip compile pyproject.toml --group dev --generate-hashes --no-header --no-annotate \
	  --quiet --upgrade --python-version 3.11 --output-file requirements.lock

samples: typefaces ## Render corpus/samples and corpus/gold from corpus/sources
	$(BIN)/python -m corpus.render

readings: typefaces ## Read corpus/texts and the samples anew with Tesseract (ten minutes)
	$(BIN)/python -m corpus.readings --jobs 2

docs: setup ## Write the generated pages of docs/ anew
	$(BIN)/prickfri schema > docs/dataset.md

clean: ## Remove what runs have made
	rm -rf build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
