import { describe, expect, it } from "vitest";
import { reachOf } from "../../helpers/imports.ts";

const SIM = new URL("../../../src/sim/", import.meta.url).pathname;
/** What a browser's worker loads in order to check and run a run, by any engine. */
const ENTRIES = ["simulate.ts", "run.ts", "engines/registry.ts", "metrics.ts"].map((file) => `${SIM}${file}`);

describe("the code that a browser's worker loads", () => {
  const { files, packages } = reachOf(ENTRIES);

  it("names no module of Node, and no package but zod", () => {
    // With the first file that names each, so that a failure says where.
    expect([...packages].filter(([name]) => name !== "zod")).toEqual([]);
  });

  it("is found whole: both engines and the checks of a run are in it", () => {
    expect(packages.has("zod")).toBe(true);
    for (const file of ["engines/wasm.ts", "engines/reference.ts", "engines/kernel.generated.ts", "runRules.ts"]) {
      expect(files).toContain(`${SIM}${file}`);
    }
  });
});

it("a module of Node behind other files is found", () => {
  const { packages } = reachOf([new URL("../../../src/cli/commands.ts", import.meta.url).pathname]);
  expect(packages.has("node:fs")).toBe(true);
});
