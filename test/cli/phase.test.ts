import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { planeFrom } from "../../src/cli/phasePlane.ts";
import { planFolder } from "../../src/library/planFolder.ts";
import { adamcheckIn, writeIn } from "../helpers/command.ts";
import { newFolder } from "../helpers/newFolder.ts";

const BASE = { preset: "tiny", optimizer: { name: "adam", lr: 0.02 }, batchSize: 2, epochs: 4, testSize: 10 };
const PLAN = {
  base: BASE,
  axes: { weightDecay: { log: [1e-3, 10], count: 9 }, lr: { log: [0.005, 0.05], count: 3 } },
  seeds: "1-2",
};
const OPTIONS = [
  "--preset",
  "tiny",
  "--epochs",
  "4",
  "--seeds",
  "1-2",
  "--steps",
  "8,2",
  "--coarse",
  "4",
  "--event",
  "fits",
];
const AXES = ["--x", "weightDecay=0.001..10", "--y", "lr=0.005..0.05", "--batch-size", "2"];
let folder: string;

const adamcheck = (...args: string[]) => adamcheckIn(folder, ...args);
beforeEach(() => {
  folder = newFolder();
});

describe("adamcheck phase", () => {
  it("draws a diagram of a preset, goes on in its folder, and leaves a sweep there that can be completed", async () => {
    const first = await adamcheck("phase", ...OPTIONS, ...AXES, "--format", "json", "--out", "a & b.svg");
    expect(first.code).toBe(0);
    const figure = JSON.parse(first.stdout);
    expect(figure.grid).toMatchObject({ nodes: 27, complete: true });
    expect(figure.grid.run).toBeLessThan(27);
    const svg = readFileSync(join(folder, "a & b.svg"), "utf8");
    expect(svg).toMatch(/^<svg /);
    const texts = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text).join(" ");
    expect(texts.replaceAll(/&#160;|\s+/g, " ")).toContain("Made by: adamcheck figure phase --from phase --event fits");
    expect(first.stderr).toContain("figure written to a & b.svg\n");
    // The same as figure draws of the folder, byte for byte.
    const drawn = await adamcheck("figure", "phase", "--from", "phase", "--event", "fits");
    expect(drawn.stdout).toBe(svg);
    const completed = await adamcheck("sweep", "phase/plan.json", "--out", "phase");
    expect(completed.stdout).toBe("54 of 54 runs finished; kept in phase\n");
    const full = await adamcheck("phase", ...OPTIONS, ...AXES, "--full");
    expect(full.stdout).toContain("27 of 27 nodes run (100%)");
  });

  it("draws a diagram of a plan file, with the axes as they are named", async () => {
    writeIn(folder, "plan.json", PLAN);
    const { code, stdout } = await adamcheck("phase", "plan.json", "--x", "lr", "--coarse", "8", "--format", "json");
    expect(code).toBe(0);
    const { x, y } = JSON.parse(stdout);
    expect([x.name, y.name, y.values.length]).toEqual(["lr", "weightDecay", 9]);
    expect(readFileSync(join(folder, "plan", "plan.json"), "utf8")).toContain('"weightDecay"');
  });

  it.each([
    ["--out a --out b", /^error: --out must name a folder once, but names a and b; leave one out\n$/],
    ["--out a.svg --out b.pdf", /^error: --out must name a figure once, but names a.svg and b.pdf; leave one out\n$/],
    ["--svg a.svg", /^error: --svg must be --out, .*; write --out a.svg\n$/],
    ["--out there.svg", /^error: --out must be a new file, but there.svg exists; /],
  ])("%s is refused before anything is run", async (words, message) => {
    writeIn(folder, "there.svg", "mine");
    const { code, stderr } = await adamcheck("phase", ...words.split(" "));
    expect([code, stderr]).toEqual([2, expect.stringMatching(message)]);
  });

  it("refuses what is not known, with exit code 2", async () => {
    const { code, stderr } = await adamcheck("phase", "--event", "wins");
    expect([code, stderr]).toEqual([
      2,
      'error: --event must be one of fits, generalizes, memorizes, diverges, but is "wins"; correct it\n',
    ]);
  });
});

describe("planeFrom", () => {
  it("refuses, in a sentence, what makes no plane", () => {
    const refused = [
      [{ x: "lr=" }, /^--x must be NAME or NAME=FROM\.\.TO/],
      [{ x: "lr=0..1" }, /^--x must be a finite number > 0/],
      [{ steps: "1,2,3" }, /^--steps must be one number or two/],
      [{ preset: "none" }, /^--preset must be one of/],
    ] as const;
    for (const [options, words] of refused) expect(() => planeFrom(undefined, options)).toThrow(words);
    expect(() => planeFrom("plan.json", { lr: "1" })).toThrow(/^--lr must stand alone/);
  });
});

describe("planFolder", () => {
  it("is never the plan itself", () => {
    for (const path of ["plain", ".yaml", "dir.d/plain", "plan.yaml"]) {
      expect(planFolder(path)).not.toBe(basename(path));
    }
  });
});

describe("adamcheck sweep --plan", () => {
  it("takes a named plan, and no other at the same time", async () => {
    const { code, stderr } = await adamcheck("sweep", "plan.json", "--plan", "betas");
    expect([code, stderr]).toEqual([2, expect.stringContaining("either a plan file or --plan")]);
    const other = await adamcheck("sweep", "--plan", "fig1");
    expect([other.code, other.stderr]).toEqual([2, expect.stringContaining("--plan must be one of batch-size")]);
  });
});
