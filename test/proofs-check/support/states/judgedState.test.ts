import { expect, it } from "vitest";
import { judged, type State } from "../../../../proofs-check/support/states/judgedState.ts";
import type { Setting } from "../../../../src/setting/setting.ts";

/** Supports of 4 out of 10^6: fresh examples hardly ever meet those of training. */
const SETTING: Setting = {
  ...{ n: 6, d: 1e6, s: 4, sigmaP: 0.5, alpha: 0.5, m: 2, q: 3, sigma0: 0.1 },
  ...{ labels: "balanced", supports: "disjoint" },
};
const ASKED = { seed: 3, testSize: 200 };
const errors = (state: Partial<State>) =>
  judged(SETTING, { feature: () => 0, response: () => 0, elsewhere: () => 0, ...state }, ASKED);

it("judges what is memorized on the training set alone", () => {
  // F_y = 2^3 on every training example; fresh ones see nothing: a tie is an error.
  expect(errors({ response: (own, r) => (own && r === 0 ? 2 : -1) })).toEqual({ trainError: 0, testError: 1 });
  expect(errors({ response: (own) => (own ? 1 : 1.1) })).toEqual({ trainError: 1, testError: 1 });
});

it("judges the feature, and the feature noise that it meets where no response is given", () => {
  // Fresh: <w, yv> = 1 of class y; of class -y <w, xi> = alpha: 1 against 1/8.
  expect(errors({ feature: (_, r) => (r === 0 ? 1 : 0) })).toEqual({ trainError: 0, testError: 0 });
  // Reversed: class -y has 1, class y alpha^3.
  expect(errors({ feature: () => -1 })).toEqual({ trainError: 1, testError: 1 });
});

it("needs no neuron far against its class: as Lemma C.7 leaves it, w_{j,1}[1] = j and w_{j,2}[1] = -2j err everywhere", () => {
  // Margin 1 - 2^3 on training examples, whose responses are 0.
  expect(errors({ feature: (_, r) => (r === 0 ? 1 : -2) })).toEqual({ trainError: 1, testError: 1 });
});

it("gives fresh examples noise from weights elsewhere, of each class its own", () => {
  // Class +1 alone has noise, half of it positive: its examples are right then, and those of class -1 wrong always.
  const { testError } = errors({ elsewhere: (j) => (j === 1 ? 1 : 0) });
  // At least one of two neurons responds with probability 3/4, so that 1/8 of all are wrong for label +1, and half for -1.
  expect(testError).toBeGreaterThan(0.5 + 1 / 8 - 0.1);
  expect(testError).toBeLessThan(0.5 + 1 / 8 + 0.1);
});
