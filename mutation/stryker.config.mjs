const room = process.env.ADAMCHECK_ROOM;

/** Mutants of one room's sources, judged by that room's tests; run.mjs names the room. */
export default {
  plugins: ["@stryker-mutator/vitest-runner", `${import.meta.dirname}/runner.mjs`],
  testRunner: "whole",
  vitest: { configFile: "mutation/vitest.config.mjs", related: false },
  mutate: [`src/${room}/**/*.ts`],
  disableTypeChecks: false,
  coverageAnalysis: "perTest",
  ignorePatterns: ["dist", "docs", "bench", "reports"],
  concurrency: 2,
  timeoutMS: 10_000,
  reporters: ["progress", "clear-text", "json", "html"],
  jsonReporter: { fileName: `reports/mutation/${room}.json` },
  htmlReporter: { fileName: `reports/mutation/${room}.html` },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  thresholds: { break: 90, high: 95, low: 90 },
  tempDirName: ".stryker",
};
