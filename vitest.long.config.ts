import { defineConfig } from "vitest/config";
import { LONG } from "./vitest.config.ts";

/** The tests that take long: 50 kills of a sweep, broken claims, queues, browsers, trainings in 60 digits, the longest studies, every claim's checks twice. */
export default defineConfig({
  test: {
    testTimeout: 300_000,
    isolate: false,
    maxWorkers: 2,
    include: [LONG],
    setupFiles: ["test/setup.ts"],
    env: { ADAMCHECK_TEST_ENGINE: "wasm" },
  },
});
