import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { adamcheckIn, writeIn } from "../helpers/command.ts";
import { newFolder } from "../helpers/newFolder.ts";

const setting = {
  ...{ n: 4, d: 13, s: 3, sigmaP: 0.5, alpha: 0.25, m: 2, q: 3, sigma0: 0.25 },
  labels: "balanced",
  supports: "disjoint",
};
const adamw = { name: "adamw", lr: 0.01, weightDecay: 0.1, eps: 0 };
const RUN = { setting, optimizer: adamw, batchSize: 2, epochs: 4, testSize: 20 };
/** Supports of 3 out of 4 coordinates meet. */
const crowded = { ...setting, d: 5, supports: "independent" };
let folder: string;

const adamcheck = (...args: string[]) => adamcheckIn(folder, ...args);
const write = (name: string, content: unknown) => writeIn(folder, name, content);
const read = (name: string) => readFileSync(join(folder, name), "utf8");

beforeEach(() => {
  folder = newFolder();
  write("run.json", RUN);
});

describe.each(["dynamics", "compare"])("adamcheck %s", (command) => {
  it("writes the result that --json prints, and leaves an existing file alone without --force", async () => {
    const { code, stdout, stderr } = await adamcheck(command, "run.json", "--json", "--out", "result.json");
    expect([code, stderr]).toEqual([0, "result written to result.json\n"]);
    expect(read("result.json")).toBe(stdout);
    expect(JSON.parse(stdout).config).toMatchObject({ method: "auto", seed: 1, recordEvery: 1 });
    write("result.json", "mine");
    expect((await adamcheck(command, "run.json", "--out", "result.json")).code).toBe(2);
    expect(read("result.json")).toBe("mine");
    expect((await adamcheck(command, "run.json", "--out", "result.json", "--force")).code).toBe(0);
    expect(read("result.json")).toBe(stdout);
  });

  it("gives the same bytes when its result's config is run again", async () => {
    const { stdout } = await adamcheck(command, "run.json", "--json");
    write("again.json", JSON.parse(stdout).config);
    expect((await adamcheck(command, "again.json", "--json")).stdout).toBe(stdout);
  });

  it("exits with 1 where the run diverges, and keeps its history", async () => {
    write("run.json", { ...RUN, optimizer: { ...adamw, lr: 1, weightDecay: 9 }, epochs: 500 });
    const { code, stderr } = await adamcheck(command, "run.json", "--out", "result.json");
    expect(code).toBe(1);
    expect(stderr).toMatch(/^diverged: trainLoss is not finite at step \d+ .*weightDecay below 1\/lr/m);
    const { history } = JSON.parse(read("result.json"));
    expect(history.length).toBeGreaterThan(0);
    expect(JSON.stringify(history)).not.toContain("null");
  });

  it.each([
    [
      "an unknown method",
      { ...RUN, method: "magic" },
      /^error: method must be one of "auto", .*, but is "magic"; correct it/,
    ],
    ["a method that is no name", { ...RUN, method: 3 }, /^error: method must be one of .*, but is 3; correct it/],
    [
      "scalar on overlapping supports",
      { ...RUN, setting: crowded, method: "scalar" },
      /but is "scalar" and the supports must be disjoint, but examples 0 and 1 share coordinate [1-4] \(counted from 0\); use "method": "active-set"/,
    ],
    [
      "gram with adam",
      { ...RUN, optimizer: { name: "adam", lr: 0.1 }, method: "gram" },
      /but is "gram" and the optimizer must be sgd, but is adam; use "method": "coordinate" or "auto"/,
    ],
    ["an empty file", "", /^error: bad.json must hold JSON or YAML, but is empty/],
    ["no object", "[]", /^error: the run must be an object/],
    [
      "d = 1e300",
      { ...RUN, setting: { ...setting, d: 1e300 } },
      /^error: setting.d must be an integer >= 2 \(below 2\^53\), but is 1e\+300/,
    ],
    [
      "a number beyond the doubles",
      JSON.stringify({ ...RUN, seed: 7 }).replace('"seed":7', '"seed":1e999'),
      /^error: seed must be an integer/,
    ],
    ["too many examples", { ...RUN, setting: { ...setting, n: 1e12, d: 4e12 } }, /^error: setting must fit in 2 GiB/],
    [
      "a start that is not finite",
      { ...RUN, setting: { ...setting, sigma0: 1e200 } },
      /^error: the start must give finite/,
    ],
  ])("refuses %s with one line and exit code 2", async (_, content, message) => {
    write("bad.json", content);
    const { code, stdout, stderr } = await adamcheck(command, "bad.json");
    expect([code, stdout, stderr.split("\n").length]).toEqual([2, "", 2]);
    expect(stderr).toMatch(message);
  });
});

describe("adamcheck dynamics", () => {
  it("says why it has no second thread", async () => {
    expect((await adamcheck("dynamics", "run.json", "--threads", "1")).code).toBe(0);
    expect(await adamcheck("dynamics", "run.json", "--threads", "2")).toMatchObject({
      code: 2,
      stderr:
        'error: --threads must be 1 for dynamics, which trains in one, but is "2"; leave it out, or give several runs to sweep --jobs\n',
    });
  });

  it("names the method and the conditions that stronger ones lack", async () => {
    write("run.json", { ...RUN, setting: crowded, optimizer: { ...adamw, eps: 1e-8 } });
    const { code, stdout, stderr } = await adamcheck("dynamics", "run.json");
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/^method active-set: every optimizer, any supports/m);
    expect(stdout).toMatch(/^not gram: the optimizer must be sgd, but is adamw$/m);
    expect(stdout).toMatch(/^not scalar: eps must be 0, but is 1e-8$/m);
    expect(stdout).toMatch(
      /^not coordinate: the supports must be disjoint, but examples 0 and 1 share coordinate \d \(counted from 0\)$/m,
    );
  });

  it("keeps coefficients when asked, with SGD's decomposition", async () => {
    const { stdout } = await adamcheck("dynamics", "run.json", "--json", "--save-coefficients");
    const { coefficients } = JSON.parse(stdout).final;
    expect(Object.keys(coefficients)).toEqual(["signal", "noise"]);
    expect([coefficients.noise.length, coefficients.noise[0].length, coefficients.noise[0][0].length]).toEqual([
      2, 2, 4,
    ]);
    write("sgd.json", { ...RUN, optimizer: { name: "sgd", lr: 0.1 } });
    const sgd = JSON.parse((await adamcheck("dynamics", "sgd.json", "--json", "--save-coefficients")).stdout);
    expect(Object.keys(sgd.final.coefficients.decomposition)).toEqual(["gamma", "rho"]);
    expect(JSON.parse((await adamcheck("dynamics", "sgd.json", "--json")).stdout).final).not.toHaveProperty(
      "coefficients",
    );
  });

  it("trains at d = 10^12, where simulate and compare say what they would need", async () => {
    write("run.json", { ...RUN, setting: { ...setting, d: 1e12 } });
    const [far, ...others] = await Promise.all(
      ["dynamics", "simulate", "compare"].map((command) => adamcheck(command, "run.json", "--json")),
    );
    expect([far.code, JSON.parse(far.stdout).config.setting.d]).toEqual([0, 1e12]);
    for (const { code, stderr } of others) {
      expect([code, stderr]).toEqual([2, expect.stringMatching(/^error: setting must fit in 2 GiB .*needs \d/)]);
    }
  });

  it("gives the same bytes with the plain engine, and refuses one that is not known", async () => {
    const [fast, plain] = await Promise.all(
      [[], ["--engine", "reference"]].map((engine) => adamcheck("dynamics", "run.json", "--json", ...engine)),
    );
    expect(plain?.stdout).toBe(fast?.stdout);
    expect(JSON.parse(fast?.stdout ?? "").engine).toEqual({ name: "scalar", version: "1.1" });
    const { code, stderr } = await adamcheck("dynamics", "run.json", "--engine", "C");
    expect([code, stderr]).toEqual([2, expect.stringMatching(/^error: --engine must be one of "wasm", "reference"/)]);
  });

  it("takes the sign recurrence by name, and says that it is none of the exact ones", async () => {
    write("run.json", { ...RUN, method: "sign" });
    const { method } = JSON.parse((await adamcheck("dynamics", "run.json", "--json")).stdout);
    expect(method).toMatchObject({ name: "sign", exact: false });
  });
});

describe("adamcheck compare", () => {
  it("names level 1, and why level 2 is absent", async () => {
    const { stdout } = await adamcheck("compare", "run.json");
    expect(stdout).toMatch(/^level 1 is scalar$/m);
    expect(stdout).toMatch(/^level 2 has the wrong sign of the feature: class \+1 \S+/m);
    write("sgd.json", { ...RUN, optimizer: { name: "sgd", lr: 0.1 } });
    expect((await adamcheck("compare", "sgd.json")).stdout).toMatch(
      /^level 1 is gram\nlevel 2 does not apply: the optimizer must keep moments, but is sgd$/m,
    );
  });

  it("takes a run file of dynamics, except the method that is level 2", async () => {
    write("run.json", { ...RUN, method: "coordinate" });
    expect((await adamcheck("compare", "run.json")).stdout).toMatch(/^level 1 is coordinate$/m);
    write("run.json", { ...RUN, method: "sign" });
    expect(await adamcheck("compare", "run.json")).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^error: method must be one of "auto", "gram", .*"active-set", but is "sign"/),
    });
  });
});
