# Needs Python 3.11 or later and make; install.py puts everything else in .venv, as lock.txt says.
PYTHON ?= python3
SCENARIO ?= au-lendemain-de-la-crue
# make test LATEST=1: the newest versions that pyproject.toml allows; LOWEST=1: the lowest. Each in its own place.
KIND := $(if $(LATEST),latest,$(if $(LOWEST),lowest,test))
VENV := $(if $(LATEST),.venv-latest,$(if $(LOWEST),.venv-lowest,.venv))
BIN := $(VENV)/$(if $(filter Windows_NT,$(OS)),Scripts,bin)

.PHONY: play demo test cover bench pictures mutants lock help clean

play:  ## open the game
	@$(PYTHON) install.py
	@.venv/$(notdir $(BIN))/coop play

demo:  ## watch a simulated session (SCENARIO=slug)
	@$(PYTHON) install.py
	@.venv/$(notdir $(BIN))/coop demo $(SCENARIO) --seed 1

test:  ## check everything that can be checked (LATEST=1, LOWEST=1: with other versions than lock.txt's)
	@$(PYTHON) install.py $(KIND)
	@$(BIN)/python -m tests.parts

cover:  ## count how much of the front-end tests walk: fails under 90 % (longer than make test)
	@$(PYTHON) install.py test
	@.venv/$(notdir $(BIN))/python -m pytest -n auto tests/game --cov=game --cov-fail-under=90 --cov-report=term:skip-covered

bench:  ## measure what must be fast, each beside its reference
	@$(PYTHON) install.py test
	@.venv/$(notdir $(BIN))/python -m tests.bench

pictures:  ## take the compared pictures anew, after a change of looks that is meant
	@$(PYTHON) install.py test
	@.venv/$(notdir $(BIN))/python -m tests.pictures

mutants:  ## make small faults and tell which no test notices (PART=engine/telling DRAW=40 SEED=1)
	@test -x .venv-mutants/bin/mutmut || { $(PYTHON) -m venv .venv-mutants && \
		.venv-mutants/bin/python -m pip install -q -e '.[fast,test]' 'mutmut>=3.8,<3.9'; }
	@.venv-mutants/bin/python -m tests.mutants $(PART) $(if $(DRAW),--draw $(DRAW)) $(if $(SEED),--seed $(SEED))

lock:  ## write lock.txt anew: the newest versions that pyproject.toml allows
	@$(PYTHON) install.py lock

help:  ## list what make can do
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/ :/'

clean:  ## forget what was installed
	rm -rf .venv .venv-latest .venv-lowest .venv-lock .venv-mutants
