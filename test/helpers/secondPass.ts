/** The rooms whose tests can reach an engine, and so run once with each as the default; test/helpers/secondPass.test.ts proves the rest cannot. */
export const ENGINE_ROOMS = [
  "bounds",
  "cli",
  "docs",
  "dynamics",
  "experiments",
  "proofs-check",
  "report",
  "sim",
  "web",
] as const;

/** Parts of these rooms whose tests cannot, as the same test proves. */
export const NO_ENGINE = ["bounds/coverage", "bounds/interval", "bounds/order"] as const;

/**
 * Tests of these rooms of which a second pass would say nothing new: they name the engines they run, or run commands that take the first, or
 * measure at length what is the same bytes by either engine, which test/sim/engines shows.
 */
export const ENGINE_TESTS = [
  "test/cli/bounds.test.ts",
  "test/cli/check.test.ts",
  "test/cli/dynamics.test.ts",
  "test/cli/explore.test.ts",
  "test/cli/interrupt.test.ts",
  "test/cli/order.test.ts",
  "test/cli/phase.test.ts",
  "test/cli/report.test.ts",
  "test/cli/reportKinds.test.ts",
  "test/cli/terminal.test.ts",
  "test/docs/guide.test.ts",
  "test/dynamics/exactness.test.ts",
  "test/dynamics/shadow.test.ts",
  "test/dynamics/testError.test.ts",
  "test/proofs-check/**",
  "test/cli/figure.test.ts",
  "test/report/figures/**",
  "test/cli/sweep.test.ts",
  "test/cli/sweepTables.test.ts",
  "test/experiments/queue/**",
  "test/experiments/threads.test.ts",
  "test/report/html/**",
  "test/sim/browser/**",
  "test/sim/engines/meet.test.ts",
  "test/sim/engines/twoThreads.test.ts",
  "test/sim/engines/wasm.test.ts",
  "test/sim/engines/wasmRan.test.ts",
] as const;
