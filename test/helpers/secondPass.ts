/** The rooms whose tests run once with each engine as the default. */
export const ENGINE_ROOMS = ["cli", "dynamics", "experiments", "sim"] as const;

/** The rooms whose tests can reach an engine, too, but ask what is made of a result; test/helpers/secondPass.test.ts proves that the rest cannot. */
export const RESULT_ROOMS = [
  "bounds",
  "browser",
  "certified",
  "decomposition",
  "docs",
  "library",
  "margins",
  "optimizers",
  "papers",
  "proofs-check",
  "report",
  "schemas",
  "scripts",
  "site",
  "studies",
  "web",
] as const;

/**
 * Tests of the rooms with two passes of which a second would say nothing new: they name the engines they run, or run commands that take the first, or
 * train nothing, or measure at length what is the same bytes by either engine, which test/sim/engines shows.
 */
export const ENGINE_TESTS = [
  "test/cli/bounds.test.ts",
  "test/cli/check.test.ts",
  "test/cli/dynamics.test.ts",
  "test/cli/explore.test.ts",
  "test/cli/figure.test.ts",
  "test/cli/fullDisk.test.ts",
  "test/cli/help.test.ts",
  "test/cli/interrupt.test.ts",
  "test/cli/library.test.ts",
  "test/cli/order.test.ts",
  "test/cli/phase.test.ts",
  "test/cli/report.test.ts",
  "test/cli/sweep.test.ts",
  "test/cli/sweepTables.test.ts",
  "test/cli/terminal.test.ts",
  "test/dynamics/engines/**",
  "test/dynamics/exactness.test.ts",
  "test/dynamics/sketch/**",
  "test/dynamics/state.test.ts",
  "test/dynamics/testError.test.ts",
  "test/dynamics/wider.test.ts",
  "test/experiments/queue/**",
  "test/experiments/threads.test.ts",
  "test/experiments/trainer/**",
  "test/sim/browser/**",
  "test/sim/checkpoint/**",
  "test/sim/engines/by.test.ts",
  "test/sim/engines/formula/**",
  "test/sim/engines/meet.test.ts",
  "test/sim/engines/state.test.ts",
  "test/sim/engines/twoThreads.test.ts",
  "test/sim/engines/wasm.test.ts",
  "test/sim/engines/wasmRan.test.ts",
] as const;
