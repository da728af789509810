import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { FIGURES } from "../../src/report/figures/registry.ts";
import { adamcheckIn, writeIn } from "../helpers/command.ts";
import { newFolder } from "../helpers/newFolder.ts";
import { inputOf, placeOf } from "../report/figures/inputs.ts";

let folder: string;
const adamcheck = (...args: string[]) => adamcheckIn(folder, ...args);
beforeEach(() => {
  folder = newFolder();
  writeIn(folder, "run.json", inputOf("trajectory").json());
});

describe("adamcheck figure", () => {
  it("prints an SVG, and writes the same to a file, or a PNG", async () => {
    const printed = await adamcheck("figure", "trajectory", "--from", "run.json");
    expect([printed.code, printed.stderr]).toEqual([0, ""]);
    expect(printed.stdout).toMatch(/^<svg .*<\/svg>\n$/s);
    expect(printed.stdout).toContain("adamcheck figure trajectory --from run.json");
    const written = await adamcheck("figure", "trajectory", "--from", "run.json", "--out", "a.svg");
    expect(written).toEqual({ code: 0, stdout: "", stderr: "figure written to a.svg\n" });
    expect(readFileSync(join(folder, "a.svg"), "utf8")).toBe(printed.stdout);
    expect((await adamcheck("figure", "trajectory", "--from", "run.json", "--out", "a.PNG")).code).toBe(0);
    const png = readFileSync(join(folder, "a.PNG"));
    // Beyond what a broken pipe of text would leave: signature, and twice the width of the SVG.
    expect([png.subarray(0, 8).toString("latin1"), png.readUInt32BE(16)]).toEqual(["\x89PNG\r\n\x1a\n", 1520]);
  });

  it("draws one panel for a paper, as PDF, and a PNG of 600 pixels an inch", async () => {
    const paper = ["--panel", "plus-log", "--width", "3.25in", "--bare"];
    const from = ["figure", "trajectory", "--from", "run.json"];
    expect((await adamcheck(...from, ...paper, "--out", "a.pdf")).code).toBe(0);
    expect(readFileSync(join(folder, "a.pdf")).toString("latin1")).toMatch(/^%PDF-1.7\n[^]*MediaBox \[0 0 234 /);
    expect((await adamcheck(...from, ...paper, "--out", "a.png")).code).toBe(0);
    expect(readFileSync(join(folder, "a.png")).readUInt32BE(16)).toBe(1950);
    const dark = await adamcheck(...from, "--dark");
    expect(dark.stdout).toContain('fill="#16191c"');
  });

  it("draws several panels, names them, and says what to do where a page is too short", async () => {
    const from = ["figure", "trajectory", "--from", "run.json"];
    const listed = await adamcheck(...from, "--list");
    expect([listed.code, listed.stdout]).toEqual([0, "plus-linear\nplus-log\nminus-linear\nminus-log\n"]);
    expect(JSON.parse((await adamcheck(...from, "--list", "--json")).stdout)).toHaveLength(4);
    const two = await adamcheck(...from, "--panel", "minus-log,plus-log");
    expect([two.code, two.stdout.match(/<svg /g)?.length]).toEqual([0, 3]);
    const high = await adamcheck(
      "figure",
      "papers",
      "--from",
      placeOf("../../../docs/results/t25-synthetic"),
      "--width",
      "3.25in",
      "--out",
      "a.svg",
    );
    expect([high.code, high.stdout]).toEqual([0, ""]);
    expect(high.stderr).toMatch(
      /^figure written to a.svg\npapers is [\d.]+ in high, and the text of a page 9 in: draw some of its 8 panels, as with --panel [\w.-]+,[\w.-]+ \(--list names all\)\n$/,
    );
  });

  it("of very many panels a wrong name gets the nearest, and how to list them", async () => {
    const { code, stderr } = await adamcheck(
      "figure",
      "scaling",
      "--from",
      placeOf("../../../docs/results/check"),
      "--panel",
      "init-scale-noise",
    );
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /^error: --panel must name one of \d+, which --list prints, but is "init-scale-noise"; did you mean (init-scale-noise-\w+(, )?){3}\?\n$/,
    );
  });

  it("lists every figure with what it is of", async () => {
    const { code, stdout } = await adamcheck("figure", "--list");
    expect(code).toBe(0);
    for (const { name, about, from } of FIGURES) {
      for (const words of [name, about, from]) expect(stdout).toContain(words);
    }
  });

  it("draws a folder that a sweep wrote", async () => {
    const { code, stdout } = await adamcheck("figure", "batch-size", "--from", placeOf("inputs/batch-size"));
    expect([code, stdout.slice(0, 5)]).toEqual([0, "<svg "]);
  });

  it.each([
    ["", /^error: a figure's name must be given, one of trajectory, .*, but is missing; add it\n$/],
    ["bars --from run.json", /^error: the figure's name must be one of trajectory, .*, but is "bars"; correct it\n$/],
    ["levels", /^error: --from must name a file that "compare" wrote with --out, but is missing; add it\n$/],
    ["levels --from run.json", /^error: --from must name a file that "compare" wrote with --out, in which /],
    ["trajectory --from nowhere", /^error: --from must name a file or folder, but looking at nowhere gave ENOENT/],
    ["trajectory --from empty", /^error: --from must name a file for this figure, but empty is a folder; .*\n$/],
    [
      "batch-size --from empty",
      /^error: --from must name the folder of a sweep .*, but empty has no plan.json; check the path\n$/,
    ],
    ["trajectory --from run.json --out a.eps", /^error: --out must end in one of .svg, .png, .pdf, but is "a.eps"; /],
    [
      "trajectory --from run.json --panel plus-logs",
      /^error: --panel must name one of plus-linear, .*did you mean "?plus-log"?\?\n$/,
    ],
    ["trajectory --from run.json --width 3", /^error: --width must be a length of 1.5 to 20 in with its unit, /],
    [
      "trajectory --from run.json --event fits",
      /^error: --event must come with the figure phase, but it is trajectory; /,
    ],
    ["trajectory --from run.json --out run.json", /^error: --out must end in one of/],
    [
      "trajectory --from run.json --out there.svg",
      /^error: --out must be a new file, but there.svg exists; choose another name, or replace it with force/,
    ],
  ])("%s: says in a sentence what is wrong, with exit code 2", async (words, message) => {
    mkdirSync(join(folder, "empty"));
    writeIn(folder, "there.svg", "mine");
    const { code, stdout, stderr } = await adamcheck("figure", ...words.split(" ").filter((word) => word !== ""));
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(message);
    expect(readFileSync(join(folder, "there.svg"), "utf8")).toBe("mine");
  });
});
