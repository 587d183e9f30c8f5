# Everything a newcomer needs; `make` alone lists it.
SHELL = /bin/sh
.DEFAULT_GOAL := help
.PHONY: help run desk tour test types below servers whole window bench clean

# Tests run at once, and what else pytest or the program is told: make test ARGS="-k store".
WORKERS ?= 3
# Parts of the tests run at once; what a part has said is shown when it is over.
PARTS ?= 2
# Tests that run the whole desk have a process of their own, and so have those on real servers.
WHOLE = tests/test_exercise.py tests/test_thread.py tests/ui/test_app.py tests/together
SERVERS = tests/servers
ARGS ?=
# What ARGS ask for need not be in every process: 5 says that there was nothing to do.
PYTEST = .venv/bin/pytest $(ARGS)
OR_NONE = $(if $(ARGS),|| test $$? = 5)

help: ## list the commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' Makefile

run: ## open the desk on an exercise; installs what is missing
	@sh installer/prepare.sh desk
	@sh installer/screen.sh
	@exec .venv/bin/controlroom exercise $(ARGS)

desk: ## open the desk itself; installs what is missing
	@sh installer/prepare.sh desk
	@sh installer/screen.sh
	@exec .venv/bin/controlroom $(ARGS)

tour: ## leave pictures of the desk in tour/, without a display
	@sh installer/prepare.sh tour
	@sh installer/tour.sh

test: ## check and test everything; installs what is missing
	@sh installer/prepare.sh test
	.venv/bin/ruff check
	.venv/bin/ruff format --check
	@TMPDIR=$$(sh installer/memory.sh) PYTHONDONTWRITEBYTECODE= $(MAKE) --no-print-directory \
		--keep-going --output-sync=target --jobs=$(PARTS) below types servers whole window

types:
	.venv/bin/mypy
	.venv/bin/lint-imports

below:
	$(PYTEST) -n $(WORKERS) --dist loadgroup --ignore=tests/ui $(addprefix --ignore=,$(WHOLE) $(SERVERS)) $(OR_NONE)

servers:
	$(PYTEST) -n 0 $(SERVERS) $(OR_NONE)

whole:
	$(PYTEST) -n 0 $(WHOLE) $(OR_NONE)

window:
	$(PYTEST) -n $(WORKERS) $(addprefix --ignore=,$(WHOLE)) tests/ui $(OR_NONE)

bench: ## run every benchmark; each ends with a line of JSON
	@sh installer/prepare.sh bench
	@sh installer/bench.sh

clean: ## remove what was installed or made in this folder
	rm -rf .venv tour build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
	rm -rf .hypothesis controlroom.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
