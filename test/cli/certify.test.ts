import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { adamcheckIn, writeIn } from "../helpers/command.ts";
import { newFolder } from "../helpers/newFolder.ts";

const RUN = {
  setting: {
    ...{ n: 4, d: 13, s: 3, sigmaP: 0.5, alpha: 0.25, m: 2, q: 3, sigma0: 0.25 },
    ...{ labels: "balanced", supports: "disjoint" },
  },
  optimizer: { name: "adamw", lr: 0.01, weightDecay: 0.1, eps: 0 },
  ...{ batchSize: 2, epochs: 4, testSize: 20 },
};
let folder: string;

const adamcheck = (...args: string[]) => adamcheckIn(folder, "dynamics", ...args);

beforeEach(() => {
  folder = newFolder();
  writeIn(folder, "run.json", RUN);
});

describe("adamcheck dynamics --certify", () => {
  it("says what is decided, with what, and shows moments rounded outward", async () => {
    const { code, stdout, stderr } = await adamcheck("run.json", "--certify");
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/^Decided: features, margins\.$/m);
    expect(stdout).toMatch(/^intervals of doubles: decided$/m);
    expect(stdout).toMatch(/\[-?\d\.\d+, -?\d\.\d+\]/);
    expect(stdout).toMatch(/^method scalar: /m);
    const judged = await adamcheck("run.json", "--certify", "--test-error");
    expect(judged.stdout).toMatch(/^Of 20 fresh examples \d+ are certainly wrong and 0 open: the test error is in \[/m);
  });

  it("writes enclosures of every coefficient at every record, around those of dynamics", async () => {
    await adamcheck("run.json", "--out", "plain.json");
    const { code, stdout } = await adamcheck(
      "run.json",
      "--certify",
      "--json",
      "--until",
      "features,order",
      "--throughout",
    );
    const { history, config, until } = JSON.parse(stdout);
    const plain = JSON.parse(readFileSync(join(folder, "plain.json"), "utf8"));
    expect([code, until]).toEqual([0, ["features", "order"]]);
    expect(config).toEqual(plain.config);
    expect(history.map(({ step }: { step: number }) => step)).toEqual(
      plain.history.map(({ step }: { step: number }) => step),
    );
    const { lo, hi } = history.at(-1).featureLearning["+1"];
    // Doubles of eight steps: within a billionth of what they round.
    expect(plain.final.featureLearning["+1"]).toBeGreaterThan(lo - 1e-9);
    expect(plain.final.featureLearning["+1"]).toBeLessThan(hi + 1e-9);
    expect(history[0].noise[3][1]).toHaveLength(2);
  });

  it("exits with 1 and says which step and what would need more digits", async () => {
    const even = { ...RUN, setting: { ...RUN.setting, sigma0: 0 } };
    writeIn(folder, "even.json", even);
    const { code, stderr } = await adamcheck("even.json", "--certify", "--until", "order", "--digits", "20");
    expect(code).toBe(1);
    expect(stderr).toBe(
      "which of class +1's feature learning and memorized noise is larger is not decided at step 8 with 20 digits after the point; allow more digits\n",
    );
  });

  it.each([
    [["--certify", "--digits", "19"], /^error: --digits must be an integer from 20 to 2000, but is "19"; correct it$/m],
    [
      ["--certify", "--until", "margin"],
      /^error: --until must be one of features, margins, order, but is "margin"; .*"margins"/m,
    ],
    [["--certify", "--arithmetic", "roman"], /^error: --arithmetic must be one of binary, decimal, but is "roman"/m],
    [["--digits", "40"], /^error: --digits must come with --certify, but stands alone/m],
    [["--throughout"], /^error: --throughout must come with --certify/m],
    [["--test-error"], /^error: --test-error must come with --certify/m],
    [["--certify", "--engine", "reference"], /^error: --engine must be left out with --certify/m],
    [["--certify", "--checkpoint", "c.json"], /^error: --checkpoint must be left out with --certify/m],
    [["--certify", "--checkpoint-every", "5s"], /^error: --checkpoint-every must be left out with --certify/m],
    [["--certify", "--save-coefficients"], /^error: --save-coefficients must be left out with --certify/m],
  ])("%j is refused in a sentence", async (args, sentence) => {
    const { code, stderr } = await adamcheck("run.json", ...args);
    expect(code).toBe(2);
    expect(stderr).toMatch(sentence);
  });

  it("refuses a model beyond the papers'", async () => {
    writeIn(folder, "wider.json", { ...RUN, loss: "hinge", optimizer: { name: "sgd", lr: 0.1 } });
    const { code, stderr } = await adamcheck("wider.json", "--certify");
    expect(code).toBe(2);
    expect(stderr).toMatch(/^error: loss must be "crossEntropy" or absent for certified runs/m);
  });
});
