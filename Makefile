# Thin front door; the work is in CMake and .ci/. See README.md.
.PHONY: deps run test bench torture sessions check format clean

deps:
	@.ci/deps

# The terminal on the embedded simulation. Without a display it plays an accelerated session
# offscreen and leaves screenshots and the day's figures in out/.
run: deps
	@cmake --preset release >/dev/null
	@cmake --build --preset release --target kis-scalper kis-simulator
	@.ci/play

# Under the address and undefined-behaviour sanitizers, always; what they cannot run, `proof` does.
test: deps
	@cmake --preset check >/dev/null
	@cmake --build --preset check
	@.ci/suite-secrets --preset check -j3 -LE sessions

bench: deps
	@cmake --preset release >/dev/null
	@cmake --build --preset release --target benchmarks kis-scalper kis-simulator
	@.ci/bench

# Orders that cannot be lost: kills the terminal RUNS times and cuts its power CUTS times; see
# tests/torture/README.md. BREAK=send-first or no-fsync takes a protection away and must fail.
RUNS ?= 300
CUTS ?= 2000
SEED ?= 1
JOBS ?= 8
torture: deps
	@cmake --preset proof >/dev/null
	@cmake --build --preset proof --target torture
	@build/proof/bin/torture --runs $(RUNS) --cuts $(CUTS) --seed $(SEED) --jobs $(JOBS) --break "$(BREAK)"

# The fault table as sessions on the whole terminal, in market time (tests/data/scripts): minutes, and
# on a quiet machine, because what a script allows in seconds passes at SPEED times the clock's pace.
SPEED ?= 10
sessions: deps
	@cmake --preset proof >/dev/null
	@cmake --build --preset proof --target tst_scripts
	@SCRIPT_SPEED=$(SPEED) build/proof/bin/tst_scripts

# Everything CI checks: tests, format, include table, headers, sanitizers, fuzz and crash runs.
check:
	@.ci/run

format: deps
	@git ls-files '*.h' '*.cpp' | xargs clang-format -i

clean:
	@rm -rf build out
