import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { drawExamples } from "../../src/data/examples.ts";
import { type Draw, OWN_DATA, type OwnData } from "../../src/data/own.ts";
import { parseDynamics } from "../../src/dynamics/run.ts";
import { defineData } from "../../src/library/defineData.ts";
import { loadFile } from "../../src/library/load/loadFile.ts";
import { reference } from "../../src/sim/engines/reference.ts";
import { wasm } from "../../src/sim/engines/wasm.ts";
import { parseRun } from "../../src/sim/run.ts";
import { simulate } from "../../src/sim/simulate.ts";
import { newFolder } from "../helpers/newFolder.ts";

const SETTING = { n: 6, d: 12, s: 3, sigmaP: 0.5, alpha: 0.3, m: 2, q: 3, sigma0: 0.3 };
const runOf = (setting: object, more: object = {}) => ({
  setting: { ...SETTING, ...setting },
  optimizer: { name: "adam", lr: 0.02 },
  ...{ batchSize: 2, epochs: 4, testSize: 20 },
  ...more,
});
const seeds = fc.nat({ max: 1000 });
const axis = (d: number, at: number, size = 1) => Array.from({ length: d }, (_, k) => (k === at ? size : 0));

/** Gaussian patches, the signal +-mu e_1 before them. */
const gaussian = ({ uniform, normal, setting: { d, patches = 2, mu = 1 } }: Draw) => {
  const label = uniform() < 0.5 ? -1 : 1;
  const noise = Array.from({ length: patches - 1 }, () => Array.from({ length: d }, normal));
  return { label, patches: [axis(d, 0, label * mu), ...noise] } as const;
};

/** [T25] Definition 3.1 by our own draw, written out row by row; as one vector where signal and noise are one. */
function definition31(seed: number, unpatched: boolean): OwnData {
  const [train, test] = (["trainExample", "testExample"] as const).map((purpose) =>
    drawExamples(parseRun(runOf({})).setting, seed, purpose, 20),
  ) as [ReturnType<typeof drawExamples>, ReturnType<typeof drawExamples>];
  return {
    name: "theirs",
    features: [axis(12, 0, 5)],
    draw({ index, purpose, setting: { d } }) {
      const { labels, rows, coordinates, values } = purpose === "train" ? train : test;
      const label = labels[index] as 1 | -1;
      const noise = new Array<number>(d).fill(0);
      for (let e = rows[index] as number; e < (rows[index + 1] as number); e++)
        noise[coordinates[e] as number] = values[e] as number;
      const signal = axis(d, 0, label);
      return { label, patches: unpatched ? [noise.map((x, k) => x + (signal[k] as number))] : [signal, noise] };
    },
  };
}

describe("defineData", () => {
  test.prop([seeds, fc.constantFrom(wasm, reference)], { numRuns: 10 })(
    "trains [T25]'s data, given row by row, to the same bytes",
    (seed, engine) => {
      OWN_DATA.forget();
      defineData(definition31(seed, false));
      const plain = simulate(parseRun(runOf({}, { seed })), { engine }).history;
      const own = simulate(parseRun(runOf({ data: "theirs" }, { seed })), { engine }).history;
      expect(JSON.stringify(own.map(({ metrics, ...moment }) => moment))).toBe(JSON.stringify(plain));
    },
  );

  test.prop([seeds], { numRuns: 10 })("trains one vector as signal and noise in one", (seed) => {
    OWN_DATA.forget();
    defineData(definition31(seed, true));
    const shared = { patches: 1, flip: 0.2 };
    const plain = simulate(parseRun(runOf(shared, { seed }))).history;
    const own = simulate(parseRun(runOf({ ...shared, data: "theirs" }, { seed }))).history;
    own.forEach(({ trainLoss, testError, featureLearning, metrics }, k) => {
      // Sums of 5 terms in another order, twelve steps; Adam divides by gradients that are not tiny.
      expect(trainLoss).toBeCloseTo(plain[k]?.trainLoss as number, 9);
      expect(featureLearning["+1"]).toBeCloseTo(plain[k]?.featureLearning["+1"] as number, 9);
      expect([testError, metrics?.trainErrorFlipped]).toEqual([
        plain[k]?.testError,
        plain[k]?.metrics?.trainErrorFlipped,
      ]);
    });
  });

  test.prop([seeds, fc.constantFrom(1, 2, 3), fc.boolean(), fc.constantFrom("once", "step")], { numRuns: 20 })(
    "gives the same bytes by either engine, with every head",
    (seed, patches, biases, flipEvery) => {
      OWN_DATA.forget();
      defineData({
        name: "mine",
        draw: (from) => (patches === 1 ? { label: 1, patches: [axis(12, from.index % 12)] } : gaussian(from)),
      });
      const file = runOf({ data: "mine", patches, biases, flip: 0.2, flipEvery, mu: 2, q: 2 }, { seed });
      const [one, other] = [wasm, reference].map((engine) => simulate(parseRun(file), { engine }).history);
      expect(JSON.stringify(one)).toBe(JSON.stringify(other));
    },
  );

  test.prop([seeds], { numRuns: 10 })(
    "draws every example from a stream of its own, whatever the others draw",
    (seed) => {
      OWN_DATA.forget();
      defineData({ name: "mine", draw: gaussian });
      const { setting } = parseRun(runOf({ data: "mine" }));
      const [five, nine] = [5, 9].map((count) => drawExamples(setting, seed, "testExample", count));
      expect([...(nine?.values ?? [])].slice(0, 5 * 12)).toEqual([...(five?.values ?? [])]);
      const train = drawExamples(setting, seed, "trainExample", 5);
      expect([...train.values]).not.toEqual([...(five?.values ?? [])]);
    },
  );

  it("measures learning of the features, or of the mean of y x_1", () => {
    const start = (features: OwnData["features"], mu: number) => {
      OWN_DATA.forget();
      defineData({ name: "mine", draw: gaussian, ...(features && { features }) });
      return simulate(parseRun(runOf({ data: "mine", mu }))).history[0];
    };
    const first = (d: number) => [axis(d, 0, 3)];
    const [listed, asked, mean] = [start(first(12), 2), start(({ d }) => first(d), 2), start(undefined, 2)];
    // y x_1 is 2 e_1 in every example: the mean is e_1 at length 1.
    expect([asked?.featureLearning, mean?.featureLearning]).toEqual([listed?.featureLearning, listed?.featureLearning]);
    // No signal: no direction to have learnt.
    expect(Object.values(start(undefined, 0)?.featureLearning ?? {}).map(Math.abs)).toEqual([0, 0]);
    const two = start(({ d }) => [axis(d, 0), axis(d, 1)], 2)?.metrics;
    expect(two).toHaveProperty("feature2Minus");
    expect(two?.feature1Plus).toBe(listed?.featureLearning["+1"]);
    expect(two).not.toHaveProperty("testErrorFeature1");
  });

  it.each([
    [{ name: 3 }, /^name of data must be a letter, then letters, digits and hyphens, but is 3; correct it$/],
    [{ draw: "x" }, /^draw of data mine must be a function, but is "x"; it gives the example of an index$/],
    [
      { feature: [] },
      /^feature must be a known key of data mine, but is not \(its value is \[\]\); did you mean "features"\?/,
    ],
    [{ features: [] }, /^features of data mine must be a list of directions, or a function, but is \[\]; /],
  ])("refuses %j in a sentence", (wrong, sentence) => {
    expect(() => defineData({ name: "mine", draw: gaussian, ...wrong } as never)).toThrow(sentence);
    expect(OWN_DATA.known()).toEqual([]);
  });

  it.each([
    [{ draw: () => 3 }, /^draw of data mine must return \{ label, patches \}, but returned 3; correct it$/],
    [{ draw: () => ({ label: 0, patches: [] }) }, /^label of draw of data mine must be 1 or -1, but is 0; correct it$/],
    [
      { draw: () => ({ label: 1, patches: [axis(12, 0)] }) },
      /^patches of draw of data mine must be a list of 2 rows of d = 12 finite numbers, as setting.patches says, but are 1; correct it$/,
    ],
    [
      { draw: () => ({ label: 1, patches: [axis(12, 0), axis(11, 0)] }) },
      /^patches\[1\] of draw of data mine must be a list of d = 12 finite numbers, but is \[1,0,/,
    ],
    [
      { draw: () => ({ label: 1, patches: [axis(12, 0, Number.NaN), axis(12, 0)] }) },
      /^patches\[0\] of draw of data mine must be a list of d = 12 finite numbers, but is /,
    ],
    [
      {
        draw: () => {
          throw new Error("oh");
        },
      },
      /^draw of data mine must give an example for every index, but failed with "oh"; correct it$/,
    ],
    [
      { draw: () => ({ label: 1, patches: [axis(12, 0, Math.random()), axis(12, 0)] }) },
      /^draw of data mine must depend on what it is given alone, but gave two examples for index 0; draw with uniform\(\)/,
    ],
    [
      { draw: gaussian, features: [axis(11, 0)] },
      /^features\[0\] of data mine must be d = 12 finite numbers, not all 0, /,
    ],
    [
      { draw: gaussian, features: () => [axis(12, 20)] },
      /^features\[0\] of data mine must be d = 12 finite numbers, not /,
    ],
  ])("looks at what it gives: %j", (given, sentence) => {
    defineData({ name: "mine", ...given } as never);
    expect(() => simulate(parseRun(runOf({ data: "mine" })))).toThrow(sentence);
  });

  it("cannot be changed by what it is given", () => {
    defineData({
      name: "mine",
      draw: (from) => {
        Object.assign(from.setting, { n: 1 });
        return gaussian(from);
      },
    });
    expect(() => simulate(parseRun(runOf({ data: "mine" })))).toThrow(/ but failed with "Cannot assign to read only /);
  });

  it("must be known, stands beside no key that it says itself, and has no recurrence", () => {
    defineData({ name: "mine", draw: gaussian });
    expect(() => parseRun(runOf({ data: "mime" }))).toThrow(
      'setting.data must be a name that a file loaded with --load defines, but is "mime"; did you mean "mine"?',
    );
    expect(() => parseRun(runOf({ data: "mine", classes: 3 }))).toThrow(
      "setting.classes must be absent where data is given, which say it themselves, but is 3; leave it out",
    );
    const weights = [1, -1].map(() => [axis(12, 0), axis(12, 1)]);
    const start = {
      labels: [1, 1, 1, -1, -1, -1],
      noisePatches: Array.from({ length: 6 }, () => axis(12, 2)),
      weights,
    };
    expect(() => parseRun(runOf({ data: "mine" }, { start }))).toThrow(
      /^setting.data must be absent where start is given/,
    );
    const sgd = { optimizer: { name: "sgd", lr: 0.1 } };
    expect(() => parseDynamics(runOf({ data: "mine" }, sgd))).toThrow(
      'setting.data must be absent for level 1, which knows feature and supports as the setting draws them, but is "mine"; correct it, or train with simulate',
    );
  });

  it("is told in a result by its file", async () => {
    const path = join(newFolder(), "own.ts");
    const draw =
      "({ normal, setting: { d } }) => ({ label: 1, patches: [0, 1].map(() => Array.from({ length: d }, normal)) })";
    writeFileSync(path, `import { defineData } from "adamcheck";\ndefineData({ name: "mine", draw: ${draw} });`);
    const { loaded, defines } = await loadFile(path);
    expect(defines).toEqual(["data mine"]);
    const { settingFrom } = simulate(parseRun(runOf({ data: "mine" })));
    expect(settingFrom).toEqual([{ file: "own.ts", sha256: loaded.sha256 }]);
  });
});
