import { describe, expect, it } from "vitest";
import { reachOf } from "../../helpers/imports.ts";

const ROOT = new URL("../../../", import.meta.url).pathname;
const SIM = `${ROOT}src/sim/`;
/** What a browser's worker loads in order to check and run a run, by any engine. */
const ENTRIES = ["simulate", "run", "engines/registry", "metrics"];

describe("the code that a browser's worker loads", () => {
  const { files, packages } = reachOf(ENTRIES.map((name) => `${SIM}${name}.ts`));

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

it("once compiled, every command loads zod from the bundle, and a browser loads no package at all", () => {
  const compiled = ENTRIES.map((name) => `${ROOT}dist/src/sim/${name}.js`);
  expect([...reachOf(compiled).packages]).toEqual([]);
  const commands = reachOf([`${ROOT}dist/src/cli/main.js`]);
  expect(commands.files).toContain(`${ROOT}dist/src/setting/zod.js`);
  expect(commands.packages.has("zod")).toBe(false);
});

it("a module of Node behind other files is found", () => {
  const { packages } = reachOf([`${ROOT}src/cli/commands.ts`]);
  expect(packages.has("node:fs")).toBe(true);
});
