import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { shell } from "../../src/setting/shell.ts";
import { adamcheckIn, MAIN, processIn, programIn, writeIn } from "../helpers/command.ts";
import { newFolder } from "../helpers/newFolder.ts";

/** Slow: a mini-batch training with it does not fit in 5 epochs. */
const SLOW = `import { defineOptimizer } from "adamcheck";
defineOptimizer({ name: "slow", decay: "decoupled", direction: (gradient) => gradient / 1000 });
`;

const CLAIM = `import { defineClaim, fc, property, stepwise } from "adamcheck";
const optimizer = { name: "slow", lr: 0.1 };
const runOf = (seed: number) => ({ preset: "tiny", optimizer, batchSize: 2, epochs: 5, testSize: 50, seed });
const ended = (seed: number) => stepwise.finish(stepwise.simulate(runOf(seed))).final;
export default defineClaim({
  id: "slow-fits", kind: "outcome", statement: "it fits its training set in 5 epochs",
  checks: [property({
    name: "runs", about: "5 epochs", cases: fc.integer({ min: 1, max: 50 }),
    violation: (seed) => (ended(seed).trainLoss < 0.5 ? undefined : \`seed \${seed}: train loss \${ended(seed).trainLoss}\`),
    run: runOf, command: "simulate",
  })],
});
`;

const METRICS = `import { defineEvent, defineMetric } from "adamcheck";
defineMetric({ name: "largest", about: "largest |<w,v>|", unit: "weight", of: ({ signal }) => Math.max(...signal.flat().map(Math.abs)) });
defineEvent({ name: "grown", about: "largest at least 0.5", holds: ({ final }) => (final.metrics?.largest ?? 0) >= 0.5 });
`;

const PLAN = {
  base: { preset: "tiny", optimizer: { name: "adam", lr: 0.02 }, epochs: 4, testSize: 20 },
  axes: { batchSize: [2, 6] },
  seeds: "1-2",
};

const RUN = { preset: "tiny", optimizer: { name: "slow", lr: 0.02 }, batchSize: 2, epochs: 4, testSize: 20 };

function folderWith(files: Readonly<Record<string, unknown>>): string {
  const folder = newFolder();
  for (const [name, content] of Object.entries(files)) writeIn(folder, name, content);
  return folder;
}

describe("--load", () => {
  it.each([
    ["slow.ts", "kept", "simulate kept/counterexamples/slow-fits-runs.json --load slow.ts"],
    [
      "it's slow.ts",
      "kept $HOME",
      "simulate 'kept $HOME/counterexamples/slow-fits-runs.json' --load 'it'\\''s slow.ts'",
    ],
  ])(
    "%s is in the command that check prints for a counterexample, which shows it as it stands",
    async (file, out, typed) => {
      const folder = folderWith({ [file]: SLOW, "claim.ts": CLAIM });
      const asked = ["--load", file, "--seed", "1", "--cases", "2", "--jobs", "1", "--out", out];
      const { code, stderr, stdout } = await processIn(folder, "check", "claim.ts", ...asked);
      expect(code).toBe(1);
      const [, line = ""] = /^counterexample to slow-fits: adamcheck (.*)$/m.exec(stderr) ?? [];
      expect(line).toBe(typed);
      expect(stdout).toContain(`\n      adamcheck ${line}\n`);
      const { claims } = JSON.parse(readFileSync(join(folder, out, "check.json"), "utf8"));
      const [{ counterexample }] = claims[0].evidence;
      const shown = await programIn(folder, "sh", "-c", `${shell([process.execPath, MAIN])} ${line} --json`);
      const { final, config, load } = JSON.parse(shown.stdout);
      expect([shown.code, load.file]).toEqual([0, file]);
      expect(counterexample.violation).toBe(`seed ${config.seed}: train loss ${final.trainLoss}`);
      expect(final.trainLoss).toBeGreaterThan(0.5);
    },
  );

  it("is asked for where a run names an optimizer that nobody knows", async () => {
    const folder = folderWith({ "run.json": { ...RUN, optimizer: { name: "nobody", lr: 1 } } });
    const { code, stderr } = await adamcheckIn(folder, "simulate", "run.json");
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /^error: optimizer\.name must be one of "sgd", .*, or of a file that is loaded with --load, but is "nobody"; /,
    );
  });

  it("is recorded in results", async () => {
    const folder = folderWith({ "run.json": RUN, "slow.ts": SLOW, "metrics.ts": METRICS });
    const both = ["--load", "slow.ts", "--load", "metrics.ts"];
    for (const command of ["simulate", "dynamics"]) {
      const { stdout } = await adamcheckIn(folder, command, "run.json", ...both, "--json");
      const { load, metricsFrom, history } = JSON.parse(stdout);
      expect([load.file, metricsFrom.map(({ file }: { file: string }) => file)]).toEqual(["slow.ts", ["metrics.ts"]]);
      for (const { metrics } of history) expect(metrics.largest).toBeGreaterThan(0);
      const { stdout: text } = await adamcheckIn(folder, command, "run.json", ...both);
      expect(text).toMatch(/│ largest +│$/m);
    }
  });

  it("is in the commands of a report, and forgotten by the next command", async () => {
    const folder = folderWith({ "run.json": RUN, "slow.ts": SLOW, "metrics.ts": METRICS });
    const both = ["--load", "slow.ts", "--load", "metrics.ts"];
    await adamcheckIn(folder, "simulate", "run.json", ...both, "--out", "result.json");
    expect((await adamcheckIn(folder, "report", ".", "--out", "page.html", ...both)).code).toBe(0);
    expect(readFileSync(join(folder, "page.html"), "utf8")).toContain(
      "adamcheck simulate - --out result-again.json --load slow.ts --load metrics.ts",
    );
    const { stdout } = await adamcheckIn(folder, "simulate", "run.json", "--load", "slow.ts", "--json");
    expect(Object.keys(JSON.parse(stdout).final)).not.toContain("metrics");
  });

  it("of metrics: a journal has them, whatever the number of threads, and tables without the file", async () => {
    const folder = folderWith({ "plan.json": PLAN, "metrics.ts": METRICS });
    const sweep = (out: string, ...more: string[]) => adamcheckIn(folder, "sweep", "plan.json", "--out", out, ...more);
    expect((await sweep("two", "--load", "metrics.ts", "--jobs", "2")).code).toBe(0);
    expect((await sweep("one", "--load", "metrics.ts", "--jobs", "1")).code).toBe(0);
    const journal = (out: string) => readFileSync(join(folder, out, "runs.ndjson"), "utf8");
    expect(journal("two")).toBe(journal("one"));
    const csv = await adamcheckIn(folder, "export", "one");
    expect(csv.stderr).toBe("");
    const [head = "", ...rows] = csv.stdout.trim().split("\r\n");
    expect(head.split(",").at(-1)).toBe("largest");
    for (const row of rows) expect(Number(row.split(",").at(-1))).toBeGreaterThan(0);
    const by = await adamcheckIn(folder, "summary", "one", "--by", "largest", "--load", "metrics.ts", "--json");
    for (const { at, frequencies } of JSON.parse(by.stdout).rows)
      expect(frequencies.grown.count).toBe(Number(at[0] >= 0.5));
    expect((await adamcheckIn(folder, "merge", "one", "two", "--out", "all", "--load", "metrics.ts")).code).toBe(0);
    expect((await adamcheckIn(folder, "export", "all")).stdout).toBe(csv.stdout);
    // The same plan without the metric is another run: nothing of it is there yet.
    const { stderr } = await sweep("one");
    expect(stderr).toContain("4 runs of other plans or engines are there, too");
    expect((await adamcheckIn(folder, "export", "one")).stdout.split("\r\n")).toHaveLength(10);
  });

  it("of a file that changes while runs go on ends them with one sentence, and keeps nothing wrong", async () => {
    const changing = `import { appendFileSync } from "node:fs";
import { isMainThread } from "node:worker_threads";
import "./metrics.ts";
if (isMainThread) appendFileSync("changing.ts", "// changed\\n");
`;
    const folder = folderWith({ "plan.json": PLAN, "changing.ts": changing, "metrics.ts": METRICS });
    const { code, stdout, stderr } = await processIn(
      folder,
      "sweep",
      "plan.json",
      "--load",
      "changing.ts",
      "--jobs",
      "2",
    );
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr.trim().split("\n").at(-1)).toMatch(
      /^error: changing\.ts must stay as it is while runs go on, but has changed \(SHA-256 [0-9a-f]{12}, now [0-9a-f]{12}\); start again$/,
    );
    expect((await adamcheckIn(folder, "summary", "plan")).stderr).toMatch(/has no runs\.ndjson/);
  });
});

describe("a file with claims", () => {
  it.each([
    ["itself", "claim.ts", ["./claim.ts"]],
    ["by --load, by another path", "claim.ts", ["claim.ts", "--load", "./claim.ts"]],
    ["what it imports", "bound.ts", ["claim.ts"]],
  ])(
    "that changes while check goes on (%s) ends it with one sentence, and keeps nothing",
    async (_, changed, named) => {
      const first = `import { appendFileSync } from "node:fs";
import { isMainThread } from "node:worker_threads";
import "./bound.ts";
if (isMainThread) appendFileSync("${changed}", "// changed\\n");
`;
      const folder = folderWith({ "slow.ts": SLOW, "claim.ts": first + CLAIM, "bound.ts": "export {};\n" });
      const more = ["--load", "slow.ts", "--cases", "2", "--jobs", "2", "--out", "kept"];
      const { code, stdout, stderr } = await processIn(folder, "check", ...named, ...more);
      expect([code, stdout]).toEqual([2, ""]);
      expect(stderr.trim().split("\n").at(-1)).toMatch(
        /^error: (\.\/)?claim\.ts must stay as it is while runs go on, but has changed \(SHA-256 [0-9a-f]{12}, now [0-9a-f]{12}\); start again$/,
      );
      expect(existsSync(join(folder, "kept/check.json"))).toBe(false);
    },
  );
});

describe("check --optimizer", () => {
  const asked = (folder: string, ...more: string[]) =>
    processIn(folder, "check", "claim.ts", "relations", "--cases", "2", "--jobs", "1", "--out", "kept", ...more);
  /** As CLAIM, but of whatever optimizer it is asked of. */
  const ANY = CLAIM.replace('"runs",', '"runs", anyOptimizer: true,')
    .replaceAll("(seed: number)", '(seed: number, { optimizer: name = "adam" }: { optimizer?: string })')
    .replace('const optimizer = { name: "slow", lr: 0.1 };', "")
    .replace("optimizer, batch", "optimizer: { name, lr: 0.1 }, batch")
    .replace("runOf(seed)", "runOf(seed, { optimizer: name })")
    .replace("(seed) =>", "(seed, context) =>")
    .replaceAll("ended(seed)", "ended(seed, context)");

  it("asks of another optimizer what may be asked of any, says so, and prints commands that work", async () => {
    const folder = folderWith({ "slow.ts": SLOW, "claim.ts": ANY });
    const { code, stdout, stderr } = await asked(folder, "--optimizer", "slow", "--load", "slow.ts");
    expect(code).toBe(1);
    expect(stdout).toMatch(/^slow-fits \[ours\]: OF SLOW: CONTRADICTED/m);
    expect(stdout).toMatch(/^relations \[.*\]: NOT ASKED OF SLOW$/m);
    expect(stdout).toContain("asked of slow in the place of the paper's optimizer: it fits its training set");
    expect(JSON.parse(readFileSync(join(folder, "kept/asked.json"), "utf8"))).toMatchObject({
      optimizer: "slow",
      load: [{ path: "slow.ts" }],
    });
    expect(readFileSync(join(folder, "kept/check.md"), "utf8")).toContain("of slow: contradicted");
    expect(readFileSync(join(folder, "kept/regressions.ndjson"), "utf8")).toContain('"optimizer":"slow"');
    const [, line = ""] = /^counterexample to slow-fits: adamcheck (.*)$/m.exec(stderr) ?? [];
    const { final, config } = JSON.parse((await processIn(folder, ...line.split(" "), "--json")).stdout);
    expect([config.optimizer.name, final.trainLoss > 0.5]).toEqual(["slow", true]);
    // What was remembered of it is no case of the paper's own.
    const plain = await asked(folder);
    expect(plain.stdout).toMatch(/^slow-fits \[ours\]: HOLDS/m);
    expect(plain.stdout).not.toContain("asked of");
  });

  it.each([
    [
      ["--optimizer", "nobody"],
      /^error: --optimizer must be one of sgd, .*, or of a file that is loaded with --load, but is "nobody"; correct it$/m,
    ],
    [
      ["--optimizer", "signsgd", "--level", "2"],
      /^error: --level must be 0 or 1 where optimizer is "signsgd", but is 2: /m,
    ],
  ])("refuses %s in a sentence", async (more, sentence) => {
    const { code, stderr } = await adamcheckIn(newFolder(), "check", "relations", "--cases", "1", ...more);
    expect(code).toBe(2);
    expect(stderr).toMatch(sentence);
  });
});
