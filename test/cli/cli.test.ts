import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { OPTIMIZERS } from "../../src/optimizers/registry.ts";
import { adamcheckIn, writeIn } from "../helpers/command.ts";
import { newFolder } from "../helpers/newFolder.ts";
import { PASS_ENGINE } from "../helpers/pass.ts";

const RUN = { preset: "tiny", optimizer: { name: "adam", lr: 0.01 }, batchSize: 2, epochs: 4, testSize: 20 };
let folder: string;

const adamcheck = (...args: string[]) => adamcheckIn(folder, ...args);
const write = (name: string, content: unknown) => writeIn(folder, name, content);

beforeEach(() => {
  folder = newFolder();
  write("run.json", RUN);
  write("deep.json", `{"seed":${"[".repeat(1e5)}${"]".repeat(1e5)}}`);
});

describe("adamcheck simulate", () => {
  it("writes a result of the documented shape, the same as --json prints", async () => {
    const { code, stdout } = await adamcheck(
      "simulate",
      "run.json",
      "--json",
      "--save-weights",
      "--out",
      "result.json",
    );
    expect(code).toBe(0);
    expect(readFileSync(join(folder, "result.json"), "utf8")).toBe(stdout);
    const { config, engine, history, final } = JSON.parse(stdout);
    expect(config).toMatchObject({ batchSize: 2, epochs: 4, seed: 1, recordEvery: 1, optimizer: { eps: 1e-8 } });
    expect(Object.keys(engine)).toEqual(["name", "version"]);
    expect(engine.name).toBe(PASS_ENGINE);
    expect(history.map(({ epoch, step }: { epoch: number; step: number }) => [epoch, step])).toEqual(
      [0, 1, 2, 3, 4].map((e) => [e, 3 * e]),
    );
    const { weights, ...last } = final;
    expect(last).toEqual(history.at(-1));
    expect(Object.keys(last).sort()).toEqual([
      "epoch",
      "featureLearning",
      "freshNoise",
      "noiseMemorization",
      "step",
      "testError",
      "trainError",
      "trainLoss",
    ]);
    expect([weights.length, weights[0].length, weights[0][0].length]).toEqual([2, 2, 12]);
  });

  it("trains by the engine that is asked for, to the same numbers", async () => {
    const [wasm, reference] = await Promise.all(
      ["wasm", "reference"].map((name) => adamcheck("simulate", "run.json", "--json", "--engine", name)),
    );
    const results = [wasm, reference].map((ended) => JSON.parse(ended?.stdout ?? ""));
    expect(results.map(({ engine }) => engine.name)).toEqual(["wasm", "reference"]);
    expect(results[0].history).toEqual(results[1].history);
  });

  it("gives the same bytes in two threads", async () => {
    const [one, two] = await Promise.all(
      ["1", "2"].map((threads) =>
        adamcheck("simulate", "run.json", "--json", "--engine", "wasm", "--threads", threads),
      ),
    );
    expect(two).toEqual(one);
    expect(two?.code).toBe(0);
  });

  it.each([
    ["0", "wasm", /^error: --threads must be 1 or 2, but is "0"; correct it or leave it out$/m],
    ["two", "wasm", /^error: --threads must be 1 or 2, but is "two"/],
    ["2", "reference", /^error: --threads must be 1 for the reference engine, but is 2; leave it out, or take/],
  ])("refuses --threads %s --engine %s", async (threads, engine, message) => {
    const args = ["simulate", "run.json", "--threads", threads, "--engine", engine];
    const { code, stdout, stderr } = await adamcheck(...args);
    expect([code, stdout, stderr.split("\n").length]).toEqual([2, "", 2]);
    expect(stderr).toMatch(message);
  });

  it("gives the same bytes when its result's config is run again", async () => {
    const first = await adamcheck("simulate", "run.json", "--json");
    write("again.json", JSON.parse(first.stdout).config);
    expect((await adamcheck("simulate", "again.json", "--json")).stdout).toBe(first.stdout);
  });

  it("reads a file with a byte order mark", async () => {
    write("run.json", `\uFEFF${JSON.stringify(RUN)}`);
    expect(await adamcheck("simulate", "run.json")).toMatchObject({ code: 0, stderr: "" });
  });

  it("keeps the history of a run that diverges, and exits with 1", async () => {
    write("run.json", { ...RUN, optimizer: { name: "adamw", lr: 1, weightDecay: 9 }, epochs: 2000 });
    const { code, stderr } = await adamcheck("simulate", "run.json", "--out", "result.json");
    expect(code).toBe(1);
    expect(stderr).toMatch(/^diverged: trainLoss is not finite at step \d+ .*weightDecay below 1\/lr/m);
    const { history, diverged } = JSON.parse(readFileSync(join(folder, "result.json"), "utf8"));
    expect(history.length).toBeGreaterThan(0);
    expect(diverged).toMatchObject({ metric: "trainLoss" });
  });

  it("warns, and goes on, where b1^2 >= b2", async () => {
    write("run.json", { ...RUN, optimizer: { name: "adam", lr: 0.01, betas: [0.99, 0.9] } });
    const { code, stderr } = await adamcheck("simulate", "run.json");
    expect([code, stderr]).toEqual([0, expect.stringContaining("warning: optimizer.betas are [0.99, 0.9]")]);
  });

  it("leaves an existing --out alone without --force, and replaces it with", async () => {
    write("result.json", "mine");
    const refused = await adamcheck("simulate", "run.json", "--out", "result.json");
    expect([refused.code, refused.stderr]).toEqual([
      2,
      expect.stringMatching(/^error: --out must be a new file, but result.json exists/),
    ]);
    expect(readFileSync(join(folder, "result.json"), "utf8")).toBe("mine");
    expect((await adamcheck("simulate", "run.json", "--out", "result.json", "--force")).code).toBe(0);
    expect(readdirSync(folder).sort()).toEqual(["deep.json", "result.json", "run.json"]);
  });

  it.each([
    [
      "half-written JSON",
      '{"preset": "tiny", ',
      /^error: bad.json must hold YAML or JSON, but the parser says: .* at line 1/,
    ],
    ["an empty file", "", /^error: bad.json must hold JSON or YAML, but is empty/],
    [
      "NaN",
      '{"preset": "tiny", "batchSize": 2, "epochs": 1, "optimizer": {"name": "sgd", "lr": 0.1}, "seed": NaN}',
      /^error: seed must be .* "NaN"/,
    ],
    [
      "a key twice",
      '{"preset": "tiny",\n "preset": "small"}',
      /^error: line 2 of bad.json must have a key that is there once, but has "preset" again/,
    ],
    ["an unknown key", { ...RUN, epoch: 3 }, /^error: epoch must be a known key of a run/],
    ["a rule broken", { ...RUN, batchSize: 7 }, /^error: batchSize must be at most n = 6, but is 7; lower it$/m],
  ])("refuses %s with one line and exit code 2", async (_, content, message) => {
    write("bad.json", content);
    const { code, stdout, stderr } = await adamcheck("simulate", "bad.json");
    expect([code, stdout, stderr.split("\n").length]).toEqual([2, "", 2]);
    expect(stderr).toMatch(message);
  });
});

describe("adamcheck", () => {
  it.each([
    [["--help"]],
    [["simulate", "--help"]],
    [["dynamics", "--help"]],
    [["compare", "--help"]],
    [["reproduce", "--help"]],
    [["sweep", "--help"]],
    [["merge", "--help"]],
    [["export", "--help"]],
    [["summary", "--help"]],
    [["presets", "--help"]],
    [["family", "--help"]],
    [["family"]],
    [["--version"]],
  ])("%s succeeds", async (args) => {
    expect(await adamcheck(...args)).toMatchObject({ code: 0, stderr: "" });
  });

  it.each([
    [["--wrong"]],
    [["wrong"]],
    [["simulate"]],
    [["simulate", "missing.json"]],
    [["dynamics"]],
    [["dynamics", "missing.json"]],
    [["dynamics", "run.json", "--out", ""]],
    [["dynamics", "deep.json"]],
    [["dynamics", "run.json", "--engine", "abacus"]],
    [["compare"]],
    [["compare", "missing.json"]],
    [["compare", "run.json", "--out", "no/such/folder"]],
    [["compare", "deep.json"]],
    [["compare", "run.json", "--save-coefficients"]],
    [["simulate", "."]],
    [["simulate", "run.json", "--out", "no/such/folder"]],
    [["reproduce", "table9"]],
    [["reproduce", "--seeds", "3-1"]],
    [["reproduce", "--seeds", ""]],
    [["reproduce", "--jobs", "0"]],
    [["simulate", "run.json", "--engine", "abacus"]],
    [["reproduce", "--jobs", ""]],
    [["reproduce", "--mini-batch-seeds", ""]],
    [["simulate", "run.json", "--out", ""]],
    [["simulate", "run.json", "--out", "run.json/result.json"]],
    [["simulate", "deep.json"]],
    [["reproduce", "table1", "--out", "run.json"]],
    [["family", "--n", "7"]],
    [["family", "--n", "64.5"]],
    [["family", "--n", "64,,128"]],
    [["family", "--n="]],
    [["family", "--n", "NaN"]],
    [["family", "--n", "1e999"]],
    [["family", "--n", "0x40"]],
    [["family", "--D", "4"]],
    [["family", "--q", "3.5"]],
    [["family", "--weight-decay", "-1"]],
    [["family", "--q", "1000"]],
    [["family", "--constant", "cX=2"]],
    [["family", "--constant", "__proto__=2"]],
    [["family", "--constant", "cS"]],
    [["family", "--constant", "cS="]],
    [["family", "--D", "5", "--constant", "D=6"]],
  ])("%s exits with 2 and says why", async (args) => {
    const { code, stdout, stderr } = await adamcheck(...args);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^error: /);
  });

  it("lists presets for people and for programs", async () => {
    const { stdout } = await adamcheck("presets");
    expect(stdout).toContain("standard deviation of the initial weights");
    expect(stdout).toMatch(/supports .*independent/);
    expect(JSON.parse((await adamcheck("presets", "--json")).stdout).paper.setting).toMatchObject({
      n: 200,
      d: 1000,
      s: 100,
    });
  });

  it("gives the family for people and for programs, and its settings can be run", async () => {
    const args = [
      "family",
      "--n",
      "8, 8,64",
      "--D",
      "5",
      "--weight-decay",
      "0.1",
      "--constant",
      "cM=0.5",
      "cS=2",
      "--constant=cEps=3",
    ];
    const [text, json] = [await adamcheck(...args), await adamcheck(...args, "--json")];
    expect([text.stdout, text.stderr, json.stderr]).toEqual([expect.stringContaining("cS = 2"), "", ""]);
    expect(text.stdout).toContain("eta s = o(sigma0^(q-1))");
    const { constants, family } = JSON.parse(json.stdout);
    expect(constants).toMatchObject({ D: 5, q: 3, lambda: 0.1, cM: 0.5, cS: 2, cEps: 3, powerEta: 4 });
    expect(family.map(({ n }: { n: number }) => n)).toEqual([8, 8, 64]);
    expect(Object.keys(family[0])).toEqual(["n", "setting", "optimizer", "drawable", "conditions"]);
    expect(Object.keys(family[0].conditions[0])).toEqual(["name", "formula", "ratio", "needs", "holds"]);
    const { setting, optimizer } = family[0];
    write("member.json", { setting, optimizer: { name: "adam", ...optimizer }, batchSize: 4, epochs: 2, testSize: 20 });
    const { config } = JSON.parse((await adamcheck("simulate", "member.json", "--json")).stdout);
    expect([config.setting, config.optimizer]).toEqual([setting, expect.objectContaining(optimizer)]);
  });

  it("has a run for every optimizer of the registry", async () => {
    const runs = await Promise.all(
      OPTIMIZERS.map(({ name }) => {
        write(`${name}.json`, { ...RUN, optimizer: { name, lr: 0.01 } });
        return adamcheck("simulate", `${name}.json`, "--json");
      }),
    );
    expect(runs.map(({ stdout }) => JSON.parse(stdout).config.optimizer.name)).toEqual(
      OPTIMIZERS.map(({ name }) => name),
    );
  });
});
