# `make run` opens the window, `make test` runs all checks. Both do all of their own set-up.
.PHONY: run test lint bench screenshots pack clean help
PYTHON := .venv/bin/python
ADVISOR := .venv/bin/location-advisor

run:
	@sh resources/install/setup.sh run
	@if $(PYTHON) -m advisor.ui.window.display; then \
		$(ADVISOR); \
	else \
		echo "A window needs a display, and this machine offers none: doing the same work without one."; \
		$(ADVISOR) headless --out out; \
	fi

test: lint
	$(PYTHON) -m pytest -q

lint:
	@sh resources/install/setup.sh test
	$(PYTHON) -m ruff check advisor tests
	$(PYTHON) -m ruff format --check advisor tests
	$(PYTHON) -m mypy

bench:
	@sh resources/install/setup.sh bench
	$(PYTHON) -m pytest -q --benchmark-enable --benchmark-only --benchmark-columns=median,iqr,rounds

screenshots:
	@sh resources/install/setup.sh run
	$(PYTHON) -m advisor.ui.window.screenshots resources/screenshots out/screenshots

pack:
	@sh resources/install/setup.sh run
	$(PYTHON) -m advisor.datapack.build

clean:
	rm -rf .venv out build dist .mypy_cache .ruff_cache .hypothesis .import_linter_cache

help:
	@sed -n 's/^# //p;s/^\([a-z]*\):.*/  make \1/p' Makefile
