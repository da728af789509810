import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    setupFiles: ["test/setup.ts"],
    testTimeout: 60_000,
    // Importing @fast-check/vitest takes about 2.5 s; without isolation a worker does it once, not once a file.
    isolate: false,
  },
});
