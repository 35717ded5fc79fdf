# SPDX-License-Identifier: GPL-3.0-or-later
# make run    set up, build, run the Yangjiang scenario
# make test   set up, build, run all tests
# make help   the other targets

SHELL := /bin/bash
JOBS := $(shell nproc 2>/dev/null || sysctl -n hw.ncpu)
BIN := .build/release/guidefund
PYTHON ?= python3

.PHONY: help run test record build setup format lint fit fit-funnel benchmark notebooks clean

help:
	@sed -n 's/^# make/make/p' Makefile
	@echo 'make build      release build alone, for processors like this one; PORTABLE=1 for all'
	@echo 'make benchmark  speed of the engine and of the whole command, beside a NumPy program'
	@echo 'make record     writes the digests of results of the shipped scenarios anew, which the tests hold them against'
	@echo 'make notebooks  runs what the notebooks read, executes them and exports them to HTML (Python 3.11; network the first time)'
	@echo 'make fit        fit the preset rmb_city_fund to its targets again'
	@echo 'make fit-funnel fit the preset observed_funnel to the cohorts of signed projects again'
	@echo 'make format     write the house format; make lint checks it'

setup:
	@.ci/setup

build: setup
	@swift build -c release --product guidefund -j $(JOBS) $$(.ci/flags)

run: build
	@$(BIN) run Scenarios/yangjiang-2025 --out runs/yangjiang-2025 --force

test: setup
	@.ci/test

record: setup
	@GUIDEFUND_RECORD=1 .ci/test --filter EndToEndTests.ScenarioTests

lint:
	@swift format lint --strict -r Package.swift Sources Tests

format:
	@swift format -i -r Package.swift Sources Tests

benchmark: build
	@Tests/Benchmarks/run

notebooks: build
	@PYTHON=$(PYTHON) Notebooks-export/Support/refresh $(BIN)

fit: build
	@$(PYTHON) Sources/ScenarioFiles/Defaults/fit_rmb_city_fund.py $(BIN)

fit-funnel:
	@$(PYTHON) Sources/ScenarioFiles/Defaults/fit_observed_funnel.py

clean:
	@rm -rf .build .venv runs
