.PHONY: run test check format screenshots bench proofs reliability audit search-reliability pyz man house

PY ?= .venv/bin/python
PYZ ?= dist/vade.pyz

$(PY):
	python3 -m venv .venv
	$(PY) -m pip install -q -e '.[test]'

run: $(PY)
	$(PY) -m vade

test: $(PY)
	$(PY) -m pytest

check: $(PY)
	$(PY) -m ruff format --check src tests benchmarks
	$(PY) -m ruff check src tests benchmarks
	$(PY) -m mypy
	$(PY) -m pytest

format: $(PY)
	$(PY) -m ruff format src tests benchmarks
	$(PY) -m ruff check --fix src tests benchmarks

screenshots: $(PY)
	$(PY) -m benchmarks.screenshots

bench: $(PY)
	$(PY) -m benchmarks

proofs: $(PY)
	$(PY) -m pip install -q -e '.[proofs]'
	$(PY) -m pytest -m proof tests/proofs

reliability: $(PY)
	PYTHONPATH=tests:src $(PY) -m reliability $(ROW)

search-reliability: $(PY)
	VADE_CORRUPTIONS=500 VADE_QUERIES=20000 $(PY) -m pytest -m '' tests/search/test_damage.py tests/search/test_fuzz.py

pyz: $(PY)
	mkdir -p $(dir $(PYZ))
	$(PY) -m shiv -c vade -o $(PYZ) --reproducible --compressed --root '~/.cache/vade/pyz' . >/dev/null

man: $(PY)
	$(PY) -m vade.cli.manual dist/man/man1

house: $(PY)
	$(PY) -m benchmarks.house --write

audit: $(PY)
	$(PY) -m pip install -q pip-audit
	$(PY) -m pip_audit --skip-editable
