import { outside } from "../counted.ts";
import { learns } from "../learns.ts";
import { learnersBy } from "../race.ts";
import type { Part, Study } from "../study.ts";
import { byPeriod, bySize, type Course, courseBase, RACED, usualCourse } from "./race.ts";

/** An optimizer, as columns. */
type Entry = Readonly<Record<string, string | number>>;

const squares = (optimizer: string, beta1: number, beta2: number): Entry => ({ optimizer, beta1, beta2, eps: 0 });
const signs = (optimizer: string, beta1: number, beta2: number): Entry => ({ optimizer, beta1, beta2 });

const [N, ALPHA] = [256, 0.2];
const USUAL = usualCourse(N, ALPHA, 4e-4);
/** The memory of squares at b2 = 0.999 asks for smaller steps. */
const CAREFUL = usualCourse(N, ALPHA, 2e-4);
/** 2 eta sqrt(steps) = 1: AdaGrad's steps shrink. */
const SHRINKING: Course = { n: N, alpha: ALPHA, lr: 0.002, sigma0: 0.04, steps: 62_500 };

const PARTS: readonly (readonly [string, Course, readonly Entry[]])[] = [
  [
    "squares",
    USUAL,
    [
      ...[0.9, 0.95, 0.99].map((b2) => squares("adamw", 0.9, b2)),
      ...[squares("adam", 0.9, 0.99), squares("amsgrad", 0.9, 0.99), squares("rmsprop", 0, 0.99)],
    ],
  ],
  ["long squares", CAREFUL, ["adamw", "adam", "amsgrad"].map((name) => squares(name, 0.9, 0.999))],
  ["signs of means", USUAL, [0.9, 0].flatMap((b1) => [signs("lion", b1, 0.99), signs("signum", b1, 0)])],
  ["signs", USUAL, [{ optimizer: "signsgdw" }]],
  ["sums", SHRINKING, [{ optimizer: "adagrad", eps: 0 }]],
];
const QUICK: typeof PARTS = [
  ["squares", USUAL, [squares("adamw", 0.9, 0.99)]],
  ["signs of means", USUAL, [signs("lion", 0.9, 0.99)]],
];

function part([name, course, entries]: (typeof PARTS)[number], quick: boolean): Part {
  const fields = Object.keys(entries[0] as Entry);
  return {
    ...{ name, by: [...fields.filter((field) => field !== "eps"), ...RACED] },
    plan: {
      base: {
        ...courseBase(course),
        optimizer: {
          lr: course.lr,
          weightDecay: 0,
          ...(fields.includes("beta1") && { betas: [0, 0] as [number, number] }),
        },
      },
      zip: [
        Object.fromEntries(fields.map((field) => [field, entries.map((entry) => entry[field] as string | number)])),
        bySize(quick ? [16] : [2, 8, 16]),
        byPeriod(course, quick ? [1, 256] : [1, 4, 16, 64, 256]),
      ],
      seeds: quick ? "1-10" : "1-20",
      method: "dynamics",
    },
  };
}

export const optimizers: Study = {
  name: "optimizers",
  question: "Which mini-batches save which optimizer from the flip?",
  prediction:
    "What normalizes coordinate by coordinate learns where K/G(K), K = n/b, is above c |zeta|_1, with a G of its own: about sqrt(K) at first for Adam, AdamW, RMSprop, AMSGrad, AdaGrad, 1 for signs, and K for Lion and Signum, which no mini-batch saves and none harms, unless b1 = 0.",
  derivation: "docs/notes/one-boundary.md",
  overturn: "most seeds learning at half the boundary or below, or failing at twice it or above",
  measures: [learns(learnersBy)],
  overturns: outside,
  parts: (quick) => (quick ? QUICK : PARTS).map((each) => part(each, quick)),
};
