import { familySetting } from "../../setting/family.ts";
import { few, numbersAt, outside } from "../counted.ts";
import { learns } from "../learns.ts";
import { learnersBy } from "../race.ts";
import type { Part, Study } from "../study.ts";

/** Steps that are the start, at which a step over a support is no more than it. */
const STEPS = 10;
const LAMBDA = 1;
const D = 7;
/** A run file's d is below 2^53; as long as it is far above n s no more is seen of it. */
const MOST_D = 1e15;

function part(n: number, q: number, periods: readonly number[], seeds: string, signs = false): Part {
  const { setting } = familySetting(n, { D, q });
  const lr = setting.sigma0 / STEPS;
  const epochs = periods.map((K) => Math.ceil(3 / (lr * LAMBDA) / K));
  return {
    name: `${signs ? "signs, " : ""}n = ${n}, q = ${q}`,
    by: signs ? ["n", "q", "batchSize"] : ["n", "q", "beta2", "batchSize"],
    plan: {
      base: {
        ...(signs && { method: "sign" }),
        setting: { ...setting, d: Math.min(setting.d, MOST_D), labels: "balanced", supports: "disjoint" },
        optimizer: { name: "adamw", lr, weightDecay: LAMBDA, betas: [0.9, 0.999], eps: 0 },
        testSize: 200,
      },
      ...(!signs && { axes: { beta2: [0.9, 0.999] } }),
      zip: [{ batchSize: periods.map((K) => n / K), epochs, recordEvery: epochs }],
      ...{ seeds, method: "dynamics" },
    },
  };
}

export const withoutAlpha: Study = {
  name: "without-alpha",
  question: "Does AdamW flip wherever n/b is far below s sigmaP, as Theorem 4.4 has it without a condition on alpha?",
  prediction:
    "No: it learns for alpha^(1/(q-1)) G(n/b) s sigmaP << n/b << s sigmaP, where the feature wins the race though n/b is below s sigmaP. Lemmas B.7 and C.13 ask for a large alpha there; the theorem does not.",
  derivation: "docs/notes/one-boundary.md",
  overturn: "most seeds flipping at twice the boundary or above, below s sigmaP",
  measures: [learns(learnersBy)],
  overturns(row) {
    const { n, q, batchSize } = numbersAt(row);
    const { s, sigmaP } = familySetting(n, { D, q }).setting;
    return few(row) && outside(row) && n / batchSize < s * sigmaP;
  },
  parts: (quick) =>
    quick
      ? [part(64, 3, [1, 8, 64], "1-10")]
      : [
          ...[3, 4].flatMap((q) => [
            part(64, q, [1, 2, 4, 8, 16, 32, 64], "1-20"),
            part(128, q, [1, 2, 4, 8, 16, 32, 64, 128], "1-20"),
          ]),
          // Without the largest batches, which are most of the time; cut before any run was looked at.
          part(256, 3, [4, 8, 16, 32, 64, 128, 256], "1-20"),
          part(256, 4, [8, 16, 32, 64, 128, 256], "1-20"),
          // The papers' signs in AdamW's place, where G = 1 leaves room between the boundary and s sigmaP.
          ...[3, 4].flatMap((q) => [64, 128].map((n) => part(n, q, [1, 2, 4, 8, 16, 32], "1-20", true))),
          ...[3, 4].map((q) => part(256, q, [8, 16, 32], "1-20", true)),
        ],
};
