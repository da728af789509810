import { type Choice, standardOf } from "./state.ts";

/** A start worth seeing. */
export interface Start {
  readonly title: string;
  readonly about: string;
  readonly choice: Choice;
  /** What stands beside it, if anything does. */
  readonly pinned?: Choice;
}

const from = (preset: string, more: Partial<Choice>): Choice => ({ ...standardOf(preset), ...more });

const LARGE_BATCH = from("small", { batchSize: 40, epochs: 800 });
const MINI_BATCH = from("small", { batchSize: 2, epochs: 100 });
const GD = from("small", { optimizer: "sgd", batchSize: 40, lr: 0.2, epochs: 1000 });

/** The gallery, in its order. Adding a start is one entry here. */
export const GALLERY: readonly Start[] = [
  {
    title: "Large batch: the signal turns",
    about: "Adam, all 40 examples a step",
    choice: LARGE_BATCH,
  },
  {
    title: "Mini-batch: the signal wins",
    about: "Adam, 2 examples a step",
    choice: MINI_BATCH,
  },
  {
    title: "b = 2 against b = 40",
    about: "side by side, on one scale",
    pinned: MINI_BATCH,
    choice: LARGE_BATCH,
  },
  {
    title: "Too much decay: stuck",
    about: "Adam, weight decay above its threshold",
    choice: from("small", { batchSize: 2, epochs: 100, weightDecay: 0.05 }),
  },
  {
    title: "AdamW, the same decay",
    about: "decoupled, it does no harm",
    choice: from("small", { optimizer: "adamw", batchSize: 2, epochs: 100, weightDecay: 0.05 }),
  },
  {
    title: "GD: the feature alone",
    about: "full batch, the same start",
    choice: GD,
  },
  {
    title: "GD against Adam",
    about: "full batch, one start",
    pinned: GD,
    choice: LARGE_BATCH,
  },
  {
    title: "Paper, Table 1, b = 100",
    about: "to epoch 4000 of 10 000; published: error 0.95",
    choice: from("paper", { batchSize: 100, epochs: 4000 }),
  },
  {
    title: "Paper, Table 1, b = 2",
    about: "to epoch 200 of 10 000; published: error 0",
    choice: from("paper", { batchSize: 2, epochs: 200 }),
  },
  {
    title: "Paper, Table 2, b = 100",
    about: "AdamW, to epoch 4000 of 10 000; published: 0.55",
    choice: from("paper", { optimizer: "adamw", weightDecay: 0.01, batchSize: 100, epochs: 4000 }),
  },
  {
    title: "The papers’ signs beside it",
    about: "pale: what the proofs put in the network’s place",
    choice: from("disjoint", { supports: "disjoint", beside: "signs", shown: "-1" }),
  },
];
