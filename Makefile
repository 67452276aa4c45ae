# Needs Python 3.11 or later and make; everything else is installed in .venv the first time.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
endif
SCENARIO ?= au-lendemain-de-la-crue

.PHONY: play demo test bench help clean

play: $(VENV)/.installed  ## open the game
	@$(BIN)/coop play

demo: $(VENV)/.installed  ## watch a simulated session (SCENARIO=slug)
	@$(BIN)/coop demo $(SCENARIO) --seed 1

test: $(VENV)/.tools  ## check everything that can be checked
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n auto --ignore=tests/game --cov --cov-report=term:skip-covered
	$(BIN)/pytest -n auto tests/game

bench: $(VENV)/.tools  ## measure what must be fast, each beside its reference
	@$(BIN)/python -m tests.bench

help:  ## list what make can do
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/ :/'

clean:  ## forget what was installed
	rm -rf $(VENV)

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or later is needed: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
	  { echo "On Debian or Ubuntu: apt install python3-venv"; rm -rf $(VENV); exit 1; }

$(VENV)/.installed: pyproject.toml | $(BIN)/python
	@echo "Installing the game in $(VENV) (the first time only)…"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(VENV)/.tools: pyproject.toml | $(BIN)/python
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[test]'
	@touch $@ $(VENV)/.installed
