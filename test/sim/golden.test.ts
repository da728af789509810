import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { OPTIMIZERS } from "../../src/optimizers/registry.ts";
import { ENGINES } from "../../src/sim/engines/registry.ts";
import { parseRun } from "../../src/sim/run.ts";
import { simulate } from "../../src/sim/simulate.ts";

// Not what is right (the PyTorch fixtures say that) but that no bit of a result moves unseen: between machines, Node versions and
// engines, and between two commits with one engine version. Where a number moves on purpose, raise the engines' versions and
// write the file anew with `node test/sim/golden/make.mjs` after `npm run build`, then read the difference.
const file = new URL("golden/tiny.json", import.meta.url);
const golden = JSON.parse(readFileSync(file, "utf8")) as { version: string; finals: Record<string, unknown> };
// What moments have had only since then, in a file of its own, so that the older one stays as it is.
const fresh = JSON.parse(readFileSync(new URL("golden/fresh.json", import.meta.url), "utf8")) as typeof golden;

describe.each(ENGINES)("engine $name", (engine) => {
  it("has the version that the golden results were made with", () => {
    expect(engine.version).toBe(golden.version);
  });

  it.each(OPTIMIZERS.map(({ name }) => name))("gives the golden result of %s, to the last bit", (name) => {
    const optimizer = { name, lr: 0.01, weightDecay: 0.01 };
    const run = parseRun({ preset: "tiny", optimizer, batchSize: 4, epochs: 50, seed: 7, testSize: 50 });
    const { freshNoise, ...final } = simulate(run, { engine, saveWeights: true }).final;
    expect(final).toEqual(golden.finals[name]);
    expect({ freshNoise }).toEqual(fresh.finals[name]);
  });
});
