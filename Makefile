# make contoh: ruang kerja contoh, seluruh langkah sampai draf LAKIP
# make uji   : pemeriksaan dan uji; .ci/run menambah yang berat dan yang memerlukan program lain

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
CONTOH := contoh-kemlagi

# Uji menjalankan ratusan proses; tanpa .pyc masing-masing menerjemahkan seluruh program lagi.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: contoh uji uji-klien uji-klaster uji-berat uji-mati uji-pasang bench fuzz fuzz-singkat audit rapikan dokumen bersih

contoh: .venv/pakai
	rm -rf $(CONTOH)
	$(BIN)/kinerja mulai $(CONTOH) --contoh
	$(BIN)/kinerja periksa --ruang $(CONTOH)
	$(BIN)/kinerja buat-format -t 1 --ruang $(CONTOH)
	$(BIN)/kinerja himpun --ruang $(CONTOH)
	$(BIN)/kinerja analisis --ruang $(CONTOH)
	$(BIN)/kinerja lakip --ruang $(CONTOH)
	@echo
	@echo "Hasilnya ada di:"
	@find $(CONTOH)/format $(CONTOH)/laporan -type f | sort | sed 's/^/  /'

# Selagi mypy memeriksa, uji dikumpulkan sekali: menerjemahkan modul lima belas detik, dan setiap
# proses uji akan melakukannya sendiri.
# Cakupan membuat uji dua kali lebih lama; .ci/run mengukurnya dengan `make uji CAKUPAN=--cov`.
CAKUPAN ?=
uji: .venv/uji
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy & $(BIN)/pytest --collect-only -q > /dev/null; wait $$!
	$(BIN)/lint-imports
	$(BIN)/pytest -n auto --dist worksteal -m "not klien and not klaster and not mati and not berat" \
		$(CAKUPAN)

# Masukan jahat dalam proses berbatas, dan setiap perintah dihentikan pada setiap langkahnya.
uji-berat: .venv/uji
	$(BIN)/pytest -n auto --dist worksteal -m berat

# Formulir, laporan, dan halaman melalui program lain. Paket Debian: libreoffice-calc-nogui
# libreoffice-writer-nogui python3-uno gnumeric chromium fonts-liberation nodejs npm.
uji-klien: .venv/uji build/klien/node_modules
	$(BIN)/pytest -n auto --dist loadfile -m klien

build/klien/node_modules: tests/klien/package.json
	mkdir -p build/klien
	cp tests/klien/package.json build/klien/
	npm install --no-package-lock --no-audit --no-fund --loglevel=error --prefix build/klien
	@touch $@

# Membaca di klaster Dask: dua pekerja di komputer ini, ada yang dimatikan di tengah jalan.
uji-klaster: .venv/uji
	$(PIP) install -c constraints.txt -e '.[klaster]'
	$(BIN)/pytest --cov=kinerja_cli.adapter.klaster --cov-config=tests/cakupan-klaster.ini \
		--cov-report=term tests/test_banyak.py tests/test_klaster.py

# `kill -9` pada 200 saat acak (berbenih), disk yang sungguh penuh, dua himpun sekaligus.
uji-mati: .venv/uji
	$(BIN)/pytest -n auto --dist worksteal -m mati

# Paket jadi, dipasang di lingkungan baru tanpa alat pengembang.
uji-pasang: .venv/uji
	rm -rf build/pasang dist
	$(BIN)/python -m build --quiet --wheel --no-isolation
	$(PYTHON) -m venv build/pasang
	build/pasang/bin/python -m pip --disable-pip-version-check --quiet install -c constraints.txt dist/*.whl
	build/pasang/bin/kinerja mulai "build/pasang/ruang contoh" --contoh
	for langkah in periksa "buat-format -t 1" himpun analisis lakip; do \
		build/pasang/bin/kinerja $$langkah --ruang "build/pasang/ruang contoh" || exit 1; \
	done

# Ukuran kecepatan, berdampingan dengan cara lain pada mesin yang sama; hasilnya
# docs/kinerja-program.md. `make bench BESAR=--besar` juga sepuluh kali banyaknya (lama).
BANYAK ?= 2000
bench: .venv/uji
	rm -rf build/bench dist
	$(BIN)/python -m build --quiet --wheel --no-isolation
	$(PYTHON) -m venv build/bench
	build/bench/bin/python -m pip --disable-pip-version-check --quiet install --compile \
		-c constraints.txt "$$(echo dist/*.whl)[bench]"
	build/bench/bin/python bench/ukur.py $(BANYAK) $(BESAR) --halaman docs/kinerja-program.md

# Masukan acak yang diarahkan cakupan; `make fuzz DETIK=3600` memilih lamanya.
DETIK ?= 1800
fuzz: .venv/uji
	$(PIP) install -c constraints.txt -e '.[fuzz]'
	$(BIN)/python fuzz/jalankan.py --detik $(DETIK)

fuzz-singkat: DETIK = 60
fuzz-singkat: fuzz

# Pustaka yang dipakai terhadap daftar celah yang diketahui (memerlukan internet). Alatnya dipasang
# di lingkungan sendiri, supaya pustaka yang diperiksa bukan pustaka alatnya.
audit:
	$(PYTHON) -m venv build/audit
	build/audit/bin/python -m pip --disable-pip-version-check --quiet install pip-audit
	build/audit/bin/pip-audit --strict --no-deps --disable-pip -r constraints.txt

rapikan: .venv/uji
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

dokumen: .venv/uji
	$(BIN)/python alat/buat_dokumen.py

bersih:
	rm -rf .venv build dist $(CONTOH)

.venv/pakai: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(PIP) install -c constraints.txt -e .
	@touch $@

# Menerjemahkan semua pustaka makan sepertiga waktu pemasangan; yang dipakai diterjemahkan saat dimuat.
.venv/uji: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(PIP) install --no-compile -c constraints.txt -e '.[uji]'
	@touch $@ .venv/pakai
