# `make run` opens the window, `make test` runs all checks. Both do all of their own set-up.
.PHONY: run test lint bench fuzz kills soak memory baselines order screenshots pages messages pack lock clean help
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

# The suite starts the program many times, as users do: compiled once, whatever the environment says of that. What the
# tests of a file share (a report, a spreadsheet that another program computed) is made in one process, so once.
# Where a process crashes the run ends: xdist would wait for ever for the rest of the file.
test: lint
	PYTHONDONTWRITEBYTECODE= $(PYTHON) -m pytest -q -n 2 --dist loadfile --no-loadscope-reorder --max-worker-restart 0

lint:
	@sh resources/install/setup.sh test
	$(PYTHON) -m ruff check advisor tests
	$(PYTHON) -m ruff format --check advisor tests
	$(PYTHON) -m mypy
	$(PYTHON) -m mypy --explicit-package-bases tests
	$(PYTHON) -m advisor.words.catalogues --check

# The suite in another order and in parallel, as often as you like: make order SEED=7
order:
	@sh resources/install/setup.sh test
	$(PYTHON) -m pytest -q -n 2 --max-worker-restart 0 -p randomly -p xdist --randomly-seed=$(SEED)

bench:
	@sh resources/install/setup.sh bench
	$(PYTHON) -m pytest -q --benchmark-enable --benchmark-only --benchmark-columns=median,iqr,rounds

# Mutated studies, packs, tables and geometries for up to an hour; goes on where it ended: make fuzz SEED=2
SEED ?= 1
fuzz:
	@sh resources/install/setup.sh test
	$(PYTHON) -m tests.endurance.fuzz --seed $(SEED) --state out/fuzz-$(SEED).json

# Windows that are killed while somebody edits, and what the next start finds
kills:
	@sh resources/install/setup.sh test
	$(PYTHON) tests/endurance/kills.py --seed $(SEED)

# Random use of the real window, compiled once as users have it: make soak MINUTES=5
MINUTES ?= 60
soak:
	@sh resources/install/setup.sh test
	PYTHONDONTWRITEBYTECODE= $(PYTHON) -m tests.endurance.soak --seed $(SEED) --minutes $(MINUTES)

# Memory of the window at rest, and after thousands of edits
memory:
	@sh resources/install/setup.sh test
	$(PYTHON) -m tests.endurance.memory

# Pictures that tests compare with, drawn anew: look at every one that has changed before you keep it.
baselines:
	@sh resources/install/setup.sh test
	$(PYTHON) -m pytest -q tests/ui/charts/test_chart_pictures.py --renew-baselines

screenshots:
	@sh resources/install/setup.sh run
	$(PYTHON) -m advisor.ui.window.screenshots resources/screenshots out/screenshots $(if $(FULL),--full)

# Texts of the code into the catalogues of all languages; names what is not translated.
# Charts and the list of criteria in docs/help, from the data as they are now
pages:
	@sh resources/install/setup.sh run
	$(PYTHON) -m advisor.export.help_pictures

messages:
	@sh resources/install/setup.sh test
	$(PYTHON) -m advisor.words.catalogues

pack:
	@sh resources/install/setup.sh run
	$(PYTHON) -m advisor.datapack.build

# Newest versions within the ranges of pyproject.toml, with their hashes, for every system and Python.
LOCK := .venv/bin/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes \
	--no-annotate --no-emit-index-url --no-emit-find-links --upgrade --custom-compile-command "make lock"
lock:
	@sh resources/install/setup.sh run
	$(PYTHON) -m pip install --quiet uv
	$(LOCK) --output-file resources/install/run.lock
	$(LOCK) --extra dev --extra bench --output-file resources/install/dev.lock

clean:
	rm -rf .venv out build dist .mypy_cache .ruff_cache .hypothesis .import_linter_cache

help:
	@sed -n 's/^# //p;s/^\([a-z]*\):.*/  make \1/p' Makefile
