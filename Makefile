# The README's two commands are `make demo` and `make test`; each sets up what it needs first.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
WORKSPACE ?= spoor-workspace
WORKERS ?= 3
PEERS := .venv-peers
FONTS := app/report/fonts

.PHONY: setup demo test app bench lint lock clean

setup: $(READY)

$(READY): requirements/bootstrap.txt requirements/requirements.txt pyproject.toml \
    $(FONTS)/package-lock.json
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Spoor needs Python 3.11 or newer; call make with PYTHON=/path/to/python3.11"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes \
	  --only-binary :all: -r requirements/bootstrap.txt
	$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes \
	  --only-binary :all: --no-binary python-louvain --no-build-isolation-package python-louvain \
	  -r requirements/requirements.txt
	$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable .
	$(BIN)/spoor neo4j fetch
	$(BIN)/python -m app.report.fonts.fetch
	@touch $(READY)

demo: $(READY)
	$(BIN)/spoor --workspace $(WORKSPACE) demo

test: $(READY)
	-@$(BIN)/python -m tests.ensure_chromium
	$(BIN)/python -m pytest -n $(WORKERS) --dist loadfile

app: $(READY)
	$(BIN)/spoor --workspace $(WORKSPACE) app

bench: $(READY) $(PEERS)/.ready
	$(BIN)/python -m tests.bench

$(PEERS)/.ready: requirements/peers.txt | $(READY)
	$(PYTHON) -m venv $(PEERS)
	$(BIN)/uv pip install --quiet --python $(PEERS)/bin/python --require-hashes \
	  --only-binary :all: -r requirements/peers.txt
	@touch $@

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

lock: $(READY)
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	  --no-annotate --no-emit-index-url --no-emit-find-links \
	  requirements/bootstrap.in --output-file requirements/bootstrap.txt
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	  --no-annotate --no-emit-index-url --no-emit-find-links --extra test \
	  pyproject.toml --output-file requirements/requirements.txt
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	  --no-annotate --no-emit-index-url --no-emit-find-links \
	  requirements/peers.in --output-file requirements/peers.txt

clean:
	rm -rf $(VENV) $(PEERS) $(FONTS)/fetched build *.egg-info
