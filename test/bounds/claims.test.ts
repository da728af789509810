import { describe, expect, it } from "vitest";
import { CONDITIONS, HYPOTHESES, hypothesisNamed, IMPLIED, PRINTED } from "../../src/bounds/hypotheses/hypotheses.ts";
import { SHARED, THEOREMS, type Theorem } from "../../src/bounds/hypotheses/theorems.ts";

/** Transcribed by hand from the papers' conditions (docs/theory.md 3.2 to 3.4, in that order) and from what each claim asks for (docs/theory.md 3.5). */
const WRITTEN: Readonly<Record<string, readonly string[]>> = {
  // A.1, A.2 as printed: sigma_p^2 = Theta(1/(s polylog n)), alpha = Theta(sigma_p polylog n), m = polylog n.
  "support-size": ["s = Theta(sqrt(d)/n^2)"],
  "noise-size": ["sigmaP^2 = Theta~(1/s)"],
  "feature-noise-size": ["alpha = Theta~(sigmaP)"],
  "start-size": ["sigma0^2 = Theta(d^(-1/2))"],
  neurons: ["m = Theta~(1)"],
  "noise-l1": ["s sigmaP = omega(1)"],
  "noise-l2": ["sqrt(s) sigmaP = O~(1)"],
  "feature-noise": ["alpha = o(1)"],
  "noise-step": ["eta s sigmaP = o(1)"],
  "support-step": ["eta s = o(sigma0^(q-1))"],
  "single-step": ["eta = o(sigma0^(q-1))"],
  "sparse-noise": ["n s^2 sigmaP = O(d)"],
  // Ours: with it P(some two supports meet) <= n^2 s^2/(2 d) goes to 0.
  "sparse-supports": ["n^2 s^2 = o(d)"],
  "moment-ratio": ["b1^2 < b2"],
  "eps-size": ["eps = Theta(lambda eta)"],
  "some-decay": ["0 < lambda"],
  "adam-decay": ["lambda = o(sigma0^(q-2) sigmaP/n)"],
  "adam-strong-decay": ["lambda = omega(sigma0^(q-2))"],
  // Ours, docs/errata.md: gradient descent's feature grows only below this order.
  "gd-decay": ["lambda = o(sigma0^(q-2))"],
  // lambda in [Omega~(b^2/n ^ 1), O~(1)]
  "adamw-decay-least": ["lambda = Omega~(min(B^2/n, 1))"],
  "adamw-decay-most": ["lambda = O~(1)"],
  "full-batch": ["n/B = O(1)"],
  "large-batch": ["n/B = Theta(1)"],
  "adamw-large-batch": ["n/B = Theta(1)", "n/B = o(s sigmaP)"],
  "mini-batch": ["n/B = Omega(log(1/eps))"],
  // Corollary 4.3, "the same conditions as in Theorem 4.1 and 4.2": the batches of either.
  "adam-batch": ["n/B = Theta(1)", "n/B = Omega(log(1/eps))"],
  "adamw-mini-batch": ["n/B = Omega(max(sqrt(n), log(1/eps)))"],
  "feature-outruns": ["n/B = omega(s sigmaP)"],
  "feature-far-outruns": ["n/B = omega(max(s sigmaP, sqrt(n)))"],
  "feature-noise-wins": ["alpha = Omega~((B s sigmaP/n)^(1-q))"],
};

const window = ["some-decay", "adamw-decay-least", "adamw-decay-most"];
const large = ["adamw-large-batch", ...window];
const flip = [...large, "feature-noise-wins"];
const mini = ["adamw-mini-batch", "feature-outruns", ...window];
const gentle = ["some-decay", "adam-decay"];

/** What each claim asks beyond the shared conditions; b1^2 < b2 and eps = Theta(lambda eta) are asked of every statement about Adam and AdamW. */
const ASKED: Readonly<Record<string, readonly [optimizers: string, hypotheses: readonly string[]]>> = {
  "thm-4.1": ["adam", ["large-batch", ...gentle]],
  "thm-4.2": ["adam", ["mini-batch", ...gentle]],
  "cor-4.3": ["adam", ["adam-batch", "adam-strong-decay"]],
  // As printed without a condition on alpha beyond A.1's; C.13 has one.
  "thm-4.4": ["adamw", large],
  "thm-4.4-alpha": ["adamw", flip],
  "thm-4.5": ["adamw", ["mini-batch", "feature-far-outruns", ...window]],
  "moment-ratio": ["adam adamw", []],
  "adam-large-stage1": ["adam", ["large-batch", ...gentle]],
  "adam-large-flip": ["adam", ["large-batch", ...gentle]],
  "adam-mini-stage1": ["adam", ["mini-batch", ...gentle]],
  "adam-mini-stage2": ["adam", ["mini-batch", ...gentle]],
  "adamw-large-stage1": ["adamw", large],
  "adamw-large-flip": ["adamw", flip],
  "adamw-large-stage2": ["adamw", flip],
  "adamw-mini-stage1": ["adamw", mini],
  "adamw-mini-stage2": ["adamw", mini],
  "gd-generalizes": ["sgd", ["full-batch", "some-decay", "gd-decay"]],
  "gd-signal": ["sgd", ["full-batch", "gd-decay"]],
  "gd-noise": ["sgd", ["full-batch", "gd-decay"]],
  "convex-same": ["sgd adam", ["some-decay"]],
  "adam-mini-generalizes": ["adam", ["mini-batch", ...gentle]],
  "adamw-large-fails": ["adamw", flip],
  "adamw-mini-generalizes": ["adamw", mini],
};

const byId = (id: string) => THEOREMS.find((theorem) => theorem.id === id) as Theorem;

describe("HYPOTHESES", () => {
  it("say what is written here, each of them", () => {
    expect(Object.fromEntries(HYPOTHESES.map(({ id, anyOf }) => [id, anyOf.map(({ text }) => text)]))).toEqual(WRITTEN);
  });

  it("begin with the conditions of docs/theory.md 3.2 and 3.3, in their order", () => {
    const ids = Object.keys(WRITTEN);
    expect([PRINTED, IMPLIED, CONDITIONS]).toEqual([ids.slice(0, 5), ids.slice(5, 12), ids.slice(0, 12)]);
    expect(SHARED).toEqual(ids.slice(0, 13));
    for (const id of SHARED) expect(hypothesisNamed(id).id).toBe(id);
  });
});

describe("THEOREMS", () => {
  it.each(Object.entries(ASKED))("%s asks what docs/theory.md 3.5 says", (id, [optimizers, hypotheses]) => {
    const theorem = byId(id);
    expect(theorem.optimizers).toEqual(optimizers.split(" "));
    const moments = id === "moment-ratio" ? ["moment-ratio"] : ["moment-ratio", "eps-size"];
    const ofMoments = /adam/.test(optimizers) && id !== "convex-same" ? moments : [];
    expect([...theorem.hypotheses].sort()).toEqual([...ofMoments, ...hypotheses].sort());
    // The lemma on moments is about any gradients, and the convex theorem about any data.
    const free = ["moment-ratio", "convex-same"].includes(id);
    expect(theorem.sharesConditions).toBe(!free);
    expect(theorem.networks).toEqual(
      id === "convex-same" ? ["linear"] : id === "moment-ratio" ? ["cnn", "linear"] : ["cnn"],
    );
    // Statements about whole runs.
    expect(theorem.outcome).toBe(/^(thm|cor)-|^gd-generalizes$|^convex-same$/.test(id));
  });

  it("are these and no others", () => {
    expect(THEOREMS.map(({ id }) => id).sort()).toEqual(Object.keys(ASKED).sort());
  });
});
