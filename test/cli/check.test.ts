import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { adamcheckIn, writeIn } from "../helpers/command.ts";
import { newFolder } from "../helpers/newFolder.ts";

let folder: string;

const adamcheck = (...args: string[]) => adamcheckIn(folder, "check", ...args);

/** Says that all numbers are below 50, and shows a run file where one is not. */
const LEMMA = `
import { defineClaim, property } from "adamcheck";
import fc from "fast-check";
const run = (epochs) => ({ preset: "tiny", optimizer: { name: "sgd", lr: 0.1 }, batchSize: 2, epochs });
export default defineClaim({
  id: "small", kind: "identity", statement: "all are below 50",
  checks: [property({ name: "below 50", about: "", cases: fc.nat({ max: 1000 }), block: 100, run,
    violation: (x) => (x < 50 ? undefined : x + " is not") })],
});`;

const PAIR = `
import { defineClaim, frequency } from "adamcheck";
const run = (batchSize, seed) => ({ preset: "tiny", optimizer: { name: "adam", lr: 0.02 }, epochs: 2, testSize: 10, batchSize, seed });
const outcome = (seed) => ({ came: false, by: 1, violation: "twice the batch", runs: [run(3, seed), run(6, seed)], command: "dynamics" });
export default defineClaim({
  ...{ id: "pair", kind: "outcome", statement: "never" },
  checks: [frequency({ name: "seeds", about: "", outcome, claimed: [0.5, 1] })],
});`;

beforeEach(() => {
  folder = newFolder();
});

describe("adamcheck check", () => {
  it("gives the same verdicts on any number of jobs", async () => {
    const args = ["residual-sign", "--cases", "5", "--json", "--seed", "7"];
    const [one, two] = [await adamcheck(...args, "--jobs", "1"), await adamcheck(...args, "--jobs", "2")];
    expect(one.code).toBe(0);
    expect(two.stdout).toBe(one.stdout);
    expect(JSON.parse(one.stdout).claims).toMatchObject([{ id: "residual-sign", verdict: "holds" }]);
  });

  it("says no with exit code 1, keeps a run file that shows it, and remembers the case", async () => {
    writeIn(folder, "lemma.ts", LEMMA);
    const { code, stdout, stderr } = await adamcheck("./lemma.ts", "--cases", "1", "--out", "out");
    expect(code).toBe(1);
    expect(stdout).toContain("small [ours]: CONTRADICTED, tested");
    expect(stderr).toContain("./lemma.ts is code, and is run with all that you may do");
    const path = "out/counterexamples/small-below-50.json";
    expect(stderr).toContain(`adamcheck dynamics ${path}`);
    expect((await adamcheckIn(folder, "dynamics", path)).code).toBe(0);
    const first = readFileSync(join(folder, "out/check.json"), "utf8");
    const regressions = readFileSync(join(folder, "out/regressions.ndjson"), "utf8");
    expect(JSON.parse(regressions)).toEqual({ claim: "small", check: "below 50", level: 1, case: 50 });
    // Too few cases to find it again, but it is remembered.
    writeIn(folder, "lemma.ts", LEMMA.replace("block: 100", "block: 1"));
    const again = await adamcheck("lemma.ts", "--cases", "1", "--seed", "5", "--out", "out");
    expect([again.code, again.stdout.includes("50 is not")]).toEqual([1, true]);
    // Nothing of the earlier report is lost.
    expect(again.stderr).toContain("the earlier report is in out/earlier-1");
    expect(readFileSync(join(folder, "out/earlier-1/check.json"), "utf8")).toBe(first);
    expect(existsSync(join(folder, "out/earlier-1/counterexamples/small-below-50.json"))).toBe(true);
  });

  it("keeps a run file for each of the runs that show a seed to go against a claim", async () => {
    writeIn(folder, "pair.ts", PAIR);
    const { stdout, stderr } = await adamcheck("./pair.ts", "--cases", "1", "--out", "out");
    expect(stdout).toMatch(/the\s+seed furthest from it: twice the batch/);
    const paths = ["out/counterexamples/pair-seeds.json", "out/counterexamples/pair-seeds-2.json"];
    expect(stderr).toContain(`counterexample to pair: ${paths.map((path) => `adamcheck dynamics ${path}`).join("; ")}`);
    for (const path of paths) {
      expect(stdout).toContain(`      adamcheck dynamics ${path}\n`);
      expect((await adamcheckIn(folder, "dynamics", path)).code).toBe(0);
    }
    expect((await adamcheck("./pair.ts", "--cases", "1")).stdout).toContain("adamcheck dynamics runs them, with --out");
  });

  it("says by its exit code what --fail-on asks for", async () => {
    const code = async (...args: string[]) => (await adamcheck("./lemma.ts", "--cases", "1", ...args)).code;
    writeIn(folder, "lemma.ts", LEMMA);
    expect([await code(), await code("--fail-on", "measured"), await code("--fail-on", "proved")]).toEqual([1, 1, 0]);
  });

  it("is brief when asked: a line a claim", async () => {
    const { stdout } = await adamcheck("residual-sign", "--cases", "1", "--brief");
    expect(stdout.split("\n")[1]).toBe("residual-sign       99-100%  proved, agrees in tests");
  });

  it("keeps a file that is no report of its own unless forced", async () => {
    writeIn(folder, "check.json", "mine");
    const { code, stderr } = await adamcheck("residual-sign", "--cases", "1", "--out", ".");
    expect([code, readFileSync(join(folder, "check.json"), "utf8")]).toEqual([2, "mine"]);
    expect(stderr).toContain("replace it with force");
  });

  it("lists the claims", async () => {
    const { code, stdout } = await adamcheck("--list");
    expect([code, /^residual-sign \[T25 A\.6\]: /m.test(stdout)]).toEqual([0, true]);
  });

  it.each([
    [["thm-9"], 'claim must be an id or a glob of ids, but is "thm-9"; `adamcheck check --list` names them all'],
    [["--budget", "soon"], '--budget must be a time such as 30s, 10m or 2h, but is "soon"; correct it'],
    [["--budget", "0s"], "--budget must be a time such as 30s"],
    [["--cases", "0"], "--cases must be an integer from 1 to 10000000"],
    [["--cases", "1", "--budget", "1m"], "--cases must stand alone, but --budget 1m is given as well; keep one"],
    [["--level", "3"], '--level must be 0, 1 or 2, but is "3"; correct it'],
    [["--seed", "-1"], "--seed must be an integer from 0 to 4294967295"],
    [["--format", "pdf"], '--format must be one of text, brief, md, json, junit, latex, but is "pdf"; correct it'],
    [
      ["--fail-on", "doubt"],
      '--fail-on must be one of proved, certified, tested, measured, but is "doubt"; correct it',
    ],
    [["--brief", "--json"], "--brief must stand alone, but --json is given as well; keep one"],
    [["--brief", "--format", "md"], "--brief must stand alone, but --format md is given as well; keep one"],
    [["--jobs", "0"], '--jobs must be an integer from 1 to 256, but is "0"'],
    [["./nothing.ts"], "./nothing.ts must be a file with code, but is missing; check its name"],
    [["--out", ""], '--out must be a folder, but is ""; name one or leave it out'],
  ])("refuses %j in a sentence", async (args, sentence) => {
    const { code, stdout, stderr } = await adamcheck(...args);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(sentence);
  });
});
