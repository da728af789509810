import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { BaseSequencer } from "vitest/node";
import { LONG } from "../vitest.config.ts";
import { ROOMS, SLOW } from "./rooms.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const tests = ROOMS[process.env.ADAMCHECK_ROOM];

/** Slow files last: a mutant's tests end at the first that fails. */
class SlowLast extends BaseSequencer {
  async sort(files) {
    const place = ({ moduleId }) => SLOW.findIndex((name) => moduleId.includes(name));
    return [...files].sort((a, b) => place(a) - place(b));
  }
}

/** The tests of one room, once: engines are not what is mutated. */
export default defineConfig({
  root: here(".."),
  resolve: { alias: { "@fast-check/vitest": here("fastCheckVitest.mjs") } },
  test: {
    testTimeout: 300_000,
    isolate: false,
    sequence: { sequencer: SlowLast },
    include: tests.map((part) => `test/${part}.test.ts`),
    exclude: [LONG, "**/node_modules/**"],
    setupFiles: ["test/setup.ts"],
    env: { ADAMCHECK_TEST_ENGINE: "wasm" },
  },
});
