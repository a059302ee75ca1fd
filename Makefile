# Two commands are enough: `make run` and `make test`. PORT, DATABASE_URL and SONGFA_DATA are honoured.
SHELL := /bin/bash
.DEFAULT_GOAL := help
SONGFA := .venv/bin/songfa
PY := .venv/bin/python

help: ## show this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

tools:
	@scripts/tools run

devtools:
	@scripts/tools test

setup: tools ## install everything and make the database ready
	@$(SONGFA) setup

run: setup ## set up, load the demo, serve on http://localhost:8000, print the demo accounts
	@SONGFA_SECOND_FACTOR=0 $(SONGFA) demo load daily
	@SONGFA_SECOND_FACTOR=0 $(SONGFA) up
	@$(SONGFA) demo load heilongjiang-2018
	@$(SONGFA) demo accounts

stop: ## stop web, worker and database
	@$(SONGFA) down

test: devtools ## set up and run every test
	@$(PY) -m pytest tests -n auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder

check: devtools ## format, lint, types, contracts, shape
	@.venv/bin/ruff format --check songfa tests bench
	@.venv/bin/ruff check songfa tests bench
	@.venv/bin/djlint --lint --quiet songfa/web/templates
	@.venv/bin/lint-imports
	@.venv/bin/mypy songfa tests
	@$(SONGFA) packs check
	@$(SONGFA) django makemigrations --check --dry-run
	@$(PY) -m pytest tests/shape

bench: devtools ## measure every promise; exit 1 if one falls short
	@$(PY) -m bench

lock: ## compile the lock files anew
	@for f in uv base dev; do .venv/bin/uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --upgrade -q requirements/$$f.in -o requirements/$$f.lock; done

.PHONY: help tools devtools setup run stop test check bench lock
