import { beforeAll, describe, expect, test } from "vitest";
import { isMachineInteger, REALS_OWN } from "../../../proofs-check/coq/assumptions.ts";
import { enclosureProof } from "../../../proofs-check/coq/enclosure.ts";
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
      for (const { file, certifies } of COQ_PROOFS) {
        const its = judged.get(file) as Judged;
        expect(its, file).not.toHaveProperty("refused");
        const own =
          "assumptions" in its ? its.assumptions.filter((name) => !(certifies && isMachineInteger(name))) : [];
        expect(REALS_OWN).toEqual(expect.arrayContaining(own));
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

/** What is proved before a theorem taken as it is said: that it is proved was seen, and what is left takes a fraction of the time. */
const believed = (text: string) =>
  text.replaceAll(/Proof\.[^]*?Qed\./g, "Admitted.").replaceAll(/^Print Assumptions .*$/gm, "");

/** A proof with one theorem changed, in its file and in what is asked of it; what comes after it is left out. */
function changed(proof: CoqProof, name: string): { readonly proof: CoqProof; readonly text: string } {
  const [from, to] = CHANGES[proof.claim]?.[name] as readonly [string, string];
  const text = sourceOf(proof.file);
  const start = text.indexOf(`Theorem ${name} :`);
  const end = text.indexOf("Proof.", start);
  const stop = text.indexOf("Qed.", end) + "Qed.".length;
  const stated = text.slice(start, end);
  expect(stated, `${name} has ${from}`).toContain(from);
  const theorems = proof.theorems.flatMap((one) =>
    one.name === name ? [{ ...one, statement: one.statement.replace(from, to) }] : [],
  );
  return {
    proof: { ...proof, file: `${proof.file}_${name}`, theorems },
    text: `${believed(text.slice(0, start))}${stated.replace(from, to)}${text.slice(end, stop)}\nPrint Assumptions ${name}.\n`,
  };
}

describe.skipIf(noCoq)("with one constant changed", () => {
  const kept = COQ_PROOFS.filter(({ text }) => text === undefined);
  const all = kept.flatMap((proof) => proof.theorems.map(({ name }) => changed(proof, name)));
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

  test.each(all.map(({ proof }) => proof.file))("%s is no theorem", (file) => {
    expect(judged.get(file)).toEqual({ refused: expect.stringMatching(/^coqc does not accept \w+\.v: it says /) });
  });
});

test.skipIf(noCoq)(
  "a double that is 16 ulps away is not enclosed",
  async () => {
    const about = { claim: "residual-sign", name: "near", about: "" };
    const third = { term: "1 / 3", value: 1 / 3 };
    const far = { ...third, value: (1 / 3) * (1 + 2 ** -48) };
    const proofs = [third, far].map((one, k) => enclosureProof({ ...about, file: `near${k}` }, [one], 50));
    const judged = await judgedByKernel(proofs, (await coqVersion()) as string);
    expect(judged.get("near0")).toHaveProperty("assumptions");
    expect(judged.get("near1")).toHaveProperty("refused");
  },
  5 * MINUTES,
);
