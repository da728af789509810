import { configDefaults, defineConfig } from "vitest/config";
import { ENGINE_ROOMS, ENGINE_TESTS } from "./test/helpers/secondPass.ts";

/** What takes long and cannot be had shorter is run by `npm run test:long` (vitest.long.config.ts). */
export const LONG = "test/**/*.long.test.ts";

export default defineConfig({
  test: {
    testTimeout: 60_000,
    // Importing @fast-check/vitest takes about 2.5 s; without isolation a worker does it once, not once a file.
    isolate: false,
    // Vitest takes one worker on two cores unless told.
    maxWorkers: 2,
    // One pass with the registry as users get it, one with the reference engine as the default; a failure is reported under the
    // pass's name. One of them alone: npx vitest run --project reference.
    projects: [
      {
        extends: true,
        test: {
          name: "wasm",
          include: ["test/**/*.test.ts"],
          exclude: [...configDefaults.exclude, LONG],
          setupFiles: ["test/setup.ts"],
          env: { ADAMCHECK_TEST_ENGINE: "wasm" },
        },
      },
      {
        extends: true,
        test: {
          name: "reference",
          include: ENGINE_ROOMS.map((room) => `test/${room}/**/*.test.ts`),
          exclude: [...configDefaults.exclude, LONG, ...ENGINE_TESTS],
          setupFiles: ["test/setup.ts", "test/referenceFirst.ts"],
          env: { ADAMCHECK_TEST_ENGINE: "reference" },
        },
      },
    ],
  },
});
