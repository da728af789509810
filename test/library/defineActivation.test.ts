import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { dynamics } from "../../src/dynamics/dynamics.ts";
import { parseDynamics } from "../../src/dynamics/run.ts";
import { identityOf } from "../../src/experiments/checkpoint/identity.ts";
import { jobKey } from "../../src/experiments/job.ts";
import { type ActivationDefinition, defineActivation } from "../../src/library/defineActivation.ts";
import { loadFile } from "../../src/library/load/loadFile.ts";
import { mustTravel } from "../../src/library/load/mustTravel.ts";
import { OWN_ACTIVATIONS } from "../../src/sim/activations/own.ts";
import { reference } from "../../src/sim/engines/reference.ts";
import { wasm } from "../../src/sim/engines/wasm.ts";
import { finish } from "../../src/sim/follow.ts";
import { parseRun } from "../../src/sim/run.ts";
import { simulate } from "../../src/sim/simulate.ts";
import { newFolder } from "../helpers/newFolder.ts";

const SETTING = { n: 6, d: 40, s: 3, sigmaP: 0.5, alpha: 0.3, m: 2, q: 3, sigma0: 0.3 };
const runOf = (setting: object, more: object = {}) => ({
  setting: { ...SETTING, ...setting },
  optimizer: { name: "sgd", lr: 0.1 },
  ...{ batchSize: 3, epochs: 4, testSize: 20 },
  ...more,
});
const GELU: ActivationDefinition = {
  name: "gelu",
  value: "z*normalCdf(z)",
  derivative: "normalCdf(z) + z*exp(-z^2/2)/sqrt(2*pi)",
};
const seeds = fc.nat({ max: 1000 });

describe("defineActivation", () => {
  test.prop([seeds, fc.constantFrom(1.5, 2, 3, 4), fc.constantFrom("sgd", "adamw")], { numRuns: 10 })(
    "trains ours, written as formulas, to the same numbers",
    (seed, q, name) => {
      OWN_ACTIVATIONS.forget();
      defineActivation({ name: "mine", value: "max(z, 0)^q", derivative: "q*max(z, 0)^(q - 1)" });
      const historyOf = (activation: string) =>
        simulate(parseRun(runOf({ activation, q }, { seed, optimizer: { name, lr: 0.01 } }))).history;
      expect(historyOf("mine")).toEqual(historyOf("power"));
    },
  );

  test.prop([seeds], { numRuns: 10 })(
    "is followed by the Gram matrix, and by either engine to the same bytes",
    (seed) => {
      OWN_ACTIVATIONS.forget();
      defineActivation(GELU);
      const file = runOf({ activation: "gelu", biases: true, patches: 3 }, { seed });
      const [one, other] = [wasm, reference].map((engine) => simulate(parseRun(file), { engine }).history);
      expect(JSON.stringify(one)).toBe(JSON.stringify(other));
      const { history, method } = finish(dynamics(parseDynamics(file)));
      expect(method.name).toBe("gram");
      history.forEach(({ trainLoss, featureLearning }, k) => {
        // Eight steps of sums of at most 40 terms, in another order: far below 1e-12.
        expect(trainLoss).toBeCloseTo(one?.[k]?.trainLoss as number, 11);
        expect(featureLearning["+1"]).toBeCloseTo(one?.[k]?.featureLearning["+1"] as number, 11);
      });
    },
  );

  it("takes functions, of z and q", () => {
    defineActivation({ name: "line", value: (z, q) => q * z, derivative: (_, q) => q });
    expect(simulate(parseRun(runOf({ activation: "line", q: 2 }))).final.trainLoss).toBeGreaterThan(0);
  });

  it.each([
    [{ name: "a b" }, /^name of an activation must be a letter, then letters, digits and hyphens, but is "a b"; /],
    [
      { name: "power" },
      /^name of an activation must be one that none of ours has, but is "power"; choose another one$/,
    ],
    [{ slope: "1" }, /^slope must be a known key of activation mine, but is not \(its value is "1"\); /],
    [
      { value: 3 },
      /^value of activation mine must be a formula or a function, but is 3; it gives a number for every z$/,
    ],
    [{ value: "max(y, 0)" }, /^the formula "max\(y, 0\)" must use known symbols .* at position 5; /],
    [
      { value: "z^2", derivative: "z" },
      /^derivative of activation mine must be the slope of its value, but is 0.0307 at z = 0.0307, q = 3, where that is 0.0614; correct one of them$/,
    ],
    [
      { value: "1/z" },
      /^value of activation mine at z = 0, q = 3 must be a finite number, but is Infinity; correct it$/,
    ],
    [{ derivative: Math.random }, /^derivative of activation mine must depend on z and q alone, but gave 0\.\d+ and /],
    [{ value: () => "1" as never }, /^value of activation mine must return a number, but returned "1"; correct it$/],
    [
      {
        value: () => {
          throw new Error("oh");
        },
      },
      /^value of activation mine must give a number for every z, but failed with "oh"; correct it$/,
    ],
  ])("refuses %j in a sentence", (wrong, sentence) => {
    const given = { name: "mine", value: "z", derivative: "1", ...wrong } as ActivationDefinition;
    expect(() => defineActivation(given)).toThrow(sentence);
    expect(OWN_ACTIVATIONS.known()).toEqual([]);
  });

  it("leaves kinks out, wherever they are", () => {
    defineActivation({ name: "relu", value: "max(z, 0)", derivative: (z) => (z > 0 ? 1 : 0) });
    defineActivation({
      name: "hat",
      value: "max(0, 1 - abs(z))",
      derivative: (z) => (Math.abs(z) < 1 ? -Math.sign(z) : 0),
    });
    expect(OWN_ACTIVATIONS.known()).toHaveLength(2);
  });

  it("is tried at the power of a run, and must be known there", () => {
    defineActivation({ name: "mine", value: "max(z, 0)^q", derivative: "q*max(z, 0)^(q - 1)" });
    // At q = 1 the formula has 0^0 = 1 left of 0.
    expect(() => parseRun(runOf({ activation: "mine", q: 1 }))).toThrow(
      "derivative of activation mine must be the slope of its value, but is 1 at z = -0.001, q = 1, where that is 0; correct one of them",
    );
    expect(() => parseRun(runOf({ activation: "mime" }))).toThrow(
      'setting.activation must be one of "power", "leakyRelu", "smoothedRelu", "oddPower", or a name that a file loaded with --load defines, but is "mime"; did you mean "mine"?',
    );
    const linear = runOf({ activation: "mine" }, { network: "linear" });
    expect(() => parseRun(linear)).toThrow('setting.activation must be absent where network is "linear"');
    expect(() => defineActivation({ name: "mine", value: "z", derivative: "1" })).toThrow(
      'the name of an activation must be one that no other definition has taken, but is "mine"; choose another one',
    );
  });

  it("of another code is another run in a journal, and comes from a file where runs go to other threads", async () => {
    const engine = { name: "x", version: "1" };
    const plain = jobKey({ kind: "simulate", run: parseRun(runOf({})) }, engine);
    const path = join(newFolder(), "own.ts");
    const keyOf = async (body: string) => {
      OWN_ACTIVATIONS.forget();
      writeFileSync(path, `import { defineActivation } from "adamcheck";\n${body}`);
      const { loaded, defines } = await loadFile(path);
      expect(defines).toEqual(["activation mine"]);
      const origin = { file: loaded.file, sha256: loaded.sha256 };
      const run = parseRun(runOf({ activation: "mine" }));
      expect(mustTravel(["adam"], [run.setting])).toEqual([origin]);
      expect(mustTravel(["adam"], [parseRun(runOf({})).setting])).toEqual([]);
      expect(simulate(run).settingFrom).toEqual([origin]);
      return jobKey({ kind: "simulate", run }, engine);
    };
    const one = 'defineActivation({ name: "mine", value: "z", derivative: "1" });';
    const keys = [await keyOf(one), await keyOf(one.replace('"z"', '"z + 0"')), plain];
    expect(new Set(keys).size).toBe(3);
    expect(jobKey({ kind: "simulate", run: parseRun(runOf({})) }, engine)).toBe(plain);
    OWN_ACTIVATIONS.forget();
    defineActivation({ ...GELU, name: "here" });
    const { setting } = parseRun(runOf({ activation: "here" }));
    expect(() => mustTravel(["adam"], [setting])).toThrow(/^activation "here" must come from a file where runs go to /);
  });

  it("of another definition is another run to go on with", () => {
    const identity = (value: string) => {
      OWN_ACTIVATIONS.forget();
      defineActivation({ name: "mine", value, derivative: "1" });
      const run = parseRun(runOf({ activation: "mine" }));
      return identityOf({ run, by: { name: "x", version: "1" }, keepLast: false });
    };
    expect(identity("z")).toBe(identity("z"));
    expect(identity("z + 1")).not.toBe(identity("z"));
  });
});
