# Thin front door; the work is in CMake and .ci/. See README.md.
.PHONY: deps run test bench torture check format clean

deps:
	@.ci/deps

# The terminal on the embedded simulation. Without a display it plays an accelerated session
# offscreen and leaves screenshots and the day's figures in out/.
run: deps
	@cmake --preset release >/dev/null
	@cmake --build --preset release --target kis-scalper kis-simulator
	@.ci/play

test: deps
	@cmake --preset dev >/dev/null
	@cmake --build --preset dev
	@ctest --preset dev -j2

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
	@cmake --preset torture >/dev/null
	@cmake --build --preset torture --target torture
	@build/torture/bin/torture --runs $(RUNS) --cuts $(CUTS) --seed $(SEED) --jobs $(JOBS) --break "$(BREAK)"

# Everything CI checks: tests, format, include table, headers, sanitizers, fuzz and crash runs.
check:
	@.ci/run

format: deps
	@git ls-files '*.h' '*.cpp' | xargs clang-format -i

clean:
	@rm -rf build out
