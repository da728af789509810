import { expect, it } from "vitest";
import { InputError } from "../../../src/setting/inputError.ts";
import { parseRun, type Run } from "../../../src/sim/run.ts";
import { simulate } from "../../../src/sim/simulate.ts";
import { faultOf } from "../../../web/training/fault.ts";
import type { Watched } from "../../../web/training/watched.ts";

const NOTHING: Watched = { history: [], neurons: [], done: 0, step: 0, spent: 0 };

/** What a worker tells of a training at its end. */
function watched(run: Run): Watched {
  try {
    return { ...NOTHING, ended: { outcome: simulate(run) } };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { ...NOTHING, ended: { refused: error.message } };
  }
}

const tiny = { n: 6, d: 12, s: 3, sigmaP: 0.5, alpha: 0.3, m: 2, q: 3, sigma0: 0.3, labels: "balanced" };
const faultIn = (optimizer: object, setting: object = {}, more: object = {}) => {
  const run = parseRun({
    setting: { ...tiny, ...setting },
    optimizer,
    batchSize: 2,
    epochs: 300,
    testSize: 20,
    ...more,
  });
  return faultOf(run, watched(run));
};

it.each([
  // 1e300 cubed is beyond the doubles at the first step; its product with the decay is large as well, but is not the reason.
  [
    { name: "adam", lr: 1e300, weightDecay: 1e-5 },
    "lr",
    /^Learning rate η must .*, but 1e\+300 does not \(\w+ at step 1\); lower it\.$/,
  ],
  [{ name: "sgd", lr: 1e200 }, "lr", /^Learning rate η must /],
  // w shrinks by 1 - 0.5 * 9 = -3.5 a step: it grows by that factor.
  [
    { name: "adamw", lr: 0.5, weightDecay: 9 },
    "weightDecay",
    /^Weight decay λ must leave every number finite, but 9 does not /,
  ],
] as const)("a run that leaves the finite numbers is the fault of a field: %j", (optimizer, name, sentence) => {
  const fault = faultIn(optimizer);
  expect(fault?.name).toBe(name);
  expect(fault?.sentence).toMatch(sentence);
});

it.each(["sigma0", "sigmaP", "alpha"] as const)(
  "a start that is not finite is the fault of its largest size: %s",
  (name) => {
    const fault = faultIn({ name: "adam", lr: 0.01 }, { [name]: 1e200 });
    expect(fault).toEqual({
      name,
      sentence: expect.stringMatching(
        / must leave every number finite, but 1e\+200 does not \(at the start\); lower it\.$/,
      ),
    });
  },
);

it("a training that ends well, or is not heard of, has none", () => {
  expect(faultIn({ name: "adam", lr: 0.01 })).toBeUndefined();
  expect(
    faultOf(parseRun({ preset: "tiny", optimizer: { name: "sgd", lr: 1e9 }, batchSize: 2, epochs: 3 }), NOTHING),
  ).toBeUndefined();
});
