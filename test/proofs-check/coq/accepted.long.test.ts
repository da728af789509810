import { beforeAll, describe, expect, test } from "vitest";
import { REALS_OWN } from "../../../proofs-check/coq/assumptions.ts";
import { coqVersion, type Judged, judgedByKernel } from "../../../proofs-check/coq/kernel.ts";
import { COQ_PROOFS } from "../../../proofs-check/coq/registry.ts";
import { sourceOf } from "../../../proofs-check/coq/source.ts";
import type { CoqProof } from "../../../proofs-check/coq/theorem.ts";
import { noCoq } from "../../helpers/coq.ts";

if (noCoq) console.warn(`no claim is checked by Coq's kernel: ${noCoq}`);

const MINUTES = 60_000;

describe.skipIf(noCoq)("Coq's kernel", () => {
  test(
    "accepts every claim that is stated for it, on the reals' own axioms",
    async () => {
      const judged = await judgedByKernel(COQ_PROOFS, (await coqVersion()) as string);
      for (const { claim } of COQ_PROOFS) {
        const its = judged.get(claim) as Judged;
        expect(its, claim).not.toHaveProperty("refused");
        if ("assumptions" in its) expect(REALS_OWN).toEqual(expect.arrayContaining([...its.assumptions]));
      }
    },
    15 * MINUTES,
  );
});

/** One constant of each theorem, another one in its place, for which it is false. */
const CHANGES = {
  "moment-ratio": {
    bound: ["(1 - b1) / sqrt (1 - b2) / sqrt", "9 / 10 * (1 - b1) / sqrt (1 - b2) / sqrt"],
    correction: ["(1 - b1) / sqrt (1 - b2) / sqrt", "9 / 10 * (1 - b1) / sqrt (1 - b2) / sqrt"],
    supremum: ["((1 - b1) / sqrt", "(2 * (1 - b1) / sqrt"],
  },
  "residual-sign": {
    residual_sign: ["= sign_of j", "= -1 * sign_of j"],
    residual_size: ["1 - softmax", "2 - softmax"],
  },
  "disjoint-supports": {
    probability: ["d - 1 - i * s", "d - i * s"],
    union_bound: ["<= 2 * INR d", "<= 3 * INR d"],
  },
  gradient: {
    of_loss: ["(signal e)) * signal e k", "(signal e)) * 2 * signal e k"],
    on_feature: ["- alpha * slope", "- 2 * alpha * slope"],
    on_support: ["(1 / INR (length batch))", "(2 / INR (length batch))"],
    of_decay: ["(lambda * W j r k)", "(2 * lambda * W j r k)"],
  },
  relations: {
    noise_l1: ["(fun n => 1)", "(fun n => d e n)"],
    noise_l2: ["(fun n => 1)", "(fun n => 1 / n)"],
    feature_noise: ["(fun n => 1)", "(fun n => alpha e n)"],
    noise_step: ["(fun n => 1)", "(fun n => eta e n)"],
    support_step: ["q e - 1", "q e + 1"],
    single_step: ["q e - 1", "q e + 9"],
    sparse_noise: ["Rpower (s e n) 2", "Rpower (s e n) 3"],
    sparse_supports: ["Rpower n 2", "Rpower n 4"],
    noise_step_smaller: ["(fun n => 1)", "(fun n => eta e n)"],
    support_step_smaller: ["q e - 1", "q e + 1"],
    single_step_smaller: ["q e - 1", "q e + 9"],
  },
  "cor-4.6": { orders_of_decay: ["q e - 2", "q e - 3"], power_of_n: ["q e - 2", "q e - 3"] },
  "c22-decomposition": {
    decomposition: ["+ sign_of j * gamma", "+ 2 * sign_of j * gamma"],
    signal_one_way: ["0 <= eta", "eta <= 0"],
    noise_one_way: ["0 <= eta", "eta <= 0"],
  },
  "init-scale": { feature_noise: ["sqrt (s e n) * sigmaP e n", "sigmaP e n"] },
  "adam-large-stage1": {
    feature_step: ["(1 - b1) / sqrt (1 - b2) / sqrt", "9 / 10 * (1 - b1) / sqrt (1 - b2) / sqrt"],
    feature_step_corrected: ["(1 - b1) / sqrt (1 - b2) / sqrt", "9 / 10 * (1 - b1) / sqrt (1 - b2) / sqrt"],
    feature_sign_step: ["w) <= eta", "w) <= 1 / 2 * eta"],
    noise_sign_step: ["<= eta * alpha", "<= 1 / 2 * eta * alpha"],
  },
} as Readonly<Record<string, Readonly<Record<string, readonly [string, string]>>>>;

/** A proof with one theorem changed, in its file and in what is asked of it. */
function changed(proof: CoqProof, name: string): { readonly proof: CoqProof; readonly text: string } {
  const [from, to] = CHANGES[proof.claim]?.[name] as readonly [string, string];
  const text = sourceOf(proof.file);
  const start = text.indexOf(`Theorem ${name} :`);
  const end = text.indexOf("Proof.", start);
  const stated = text.slice(start, end);
  expect(stated, `${name} has ${from}`).toContain(from);
  const theorems = proof.theorems.map((one) =>
    one.name === name ? { ...one, statement: one.statement.replace(from, to) } : one,
  );
  return {
    proof: { ...proof, claim: `${proof.claim} ${name}`, file: `${proof.file}_${name}`, theorems },
    text: text.slice(0, start) + stated.replace(from, to) + text.slice(end),
  };
}

describe.skipIf(noCoq)("with one constant changed", () => {
  const all = COQ_PROOFS.flatMap((proof) => proof.theorems.map(({ name }) => changed(proof, name)));
  let judged: ReadonlyMap<string, Judged>;
  beforeAll(async () => {
    const texts = new Map(all.map(({ proof, text }) => [proof.file, text]));
    const source = (file: string) => texts.get(file) ?? sourceOf(file);
    judged = await judgedByKernel(
      all.map(({ proof }) => proof),
      (await coqVersion()) as string,
      { source },
    );
  }, 15 * MINUTES);

  test.each(all.map(({ proof }) => proof.claim))("%s is no theorem", (claim) => {
    expect(judged.get(claim)).toEqual({ refused: expect.stringMatching(/^coqc does not accept \w+\.v: it says /) });
  });
});
