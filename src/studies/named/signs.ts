import { outside } from "../counted.ts";
import { learns } from "../learns.ts";
import { learnersBy } from "../race.ts";
import type { Part, Study } from "../study.ts";
import { byPeriod, bySize, type Course, courseBase, RACED, usualCourse } from "./race.ts";

const N = 256;
const SIGNS = "sign recurrence";

function part(name: string, course: Course, beta2s: readonly number[], quick: boolean): Part {
  const alphas = quick ? [0.2] : [0.0125, 0.05, 0.2];
  return {
    ...{ name, by: ["beta2", "alpha", ...RACED] },
    plan: {
      base: {
        ...courseBase(course),
        ...(name === SIGNS && { method: "sign" }),
        optimizer: { name: "adamw", lr: course.lr, weightDecay: 0.01, betas: [0.9, 0.99], eps: 0 },
      },
      axes: { alpha: alphas, beta2: beta2s },
      zip: [bySize(quick ? [64] : [8, 16, 32]), byPeriod(course, quick ? [1, 32] : [1, 2, 4, 8, 16, 32, 64, 128, 256])],
      seeds: quick ? "1-10" : "1-20",
      method: "dynamics",
    },
  };
}

export const signs: Study = {
  name: "signs",
  question: "Where does the sign recurrence, in Adam's place, give the wrong outcome?",
  prediction:
    "Exactly where c |zeta|_1 < K < c G(K) |zeta|_1, K = n/b: there the signs learn and AdamW flips. Never the other way round, and nowhere else.",
  derivation: "docs/notes/one-boundary.md",
  overturn: "most seeds learning at half of either boundary or below, or failing at twice it or above",
  measures: [learns(learnersBy)],
  overturns: outside,
  parts: (quick) => {
    const [usual, careful] = [usualCourse(N, 0.2, 4e-4), usualCourse(N, 0.2, 2e-4)];
    return [
      part(SIGNS, usual, [0.99], quick),
      ...(quick ? [] : [part("AdamW", usual, [0.9, 0.99], quick)]),
      part("AdamW, long memory", careful, [0.999], quick),
    ];
  },
};
