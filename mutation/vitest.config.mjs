import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { LONG } from "../vitest.config.ts";
import { LEFT_OUT, MATHJS, ROOMS } from "./rooms.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const tests = ROOMS[process.env.ADAMCHECK_ROOM];

/** The sources' mathjs, of one file. */
const oneFile = {
  name: "mathjs",
  enforce: "pre",
  resolveId: (source, importer) =>
    source === "mathjs" && importer?.endsWith("src/algebra/mathjs.ts") ? here(`../${MATHJS}`) : undefined,
};

/** The tests of one room, once: engines are not what is mutated. */
export default defineConfig({
  root: here(".."),
  plugins: [oneFile],
  resolve: { alias: { "@fast-check/vitest": here("fastCheckVitest.mjs") } },
  test: {
    testTimeout: 300_000,
    isolate: false,
    include: tests.map((part) => `test/${part}.test.ts`),
    exclude: [LONG, ...LEFT_OUT.map((part) => `test/${part}.test.ts`), "**/node_modules/**"],
    setupFiles: ["test/setup.ts"],
    env: { ADAMCHECK_TEST_ENGINE: "wasm" },
  },
});
