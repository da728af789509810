import { type Choice, standardOf } from "./state.ts";

/** A start worth seeing. */
export interface Start {
  readonly title: string;
  readonly about: string;
  readonly choice: Choice;
}

const from = (preset: string, more: Partial<Choice>): Choice => ({ ...standardOf(preset), ...more });

/** The gallery, in its order. Adding a start is one entry here. */
export const GALLERY: readonly Start[] = [
  {
    title: "Large batch: the signal turns",
    about: "Adam sees all 40 examples a step: the noise outruns the feature and turns it around",
    choice: from("small", { batchSize: 40, epochs: 800 }),
  },
  {
    title: "Mini-batch: the signal wins",
    about: "the same start with 2 examples a step: Adam learns the feature",
    choice: from("small", { batchSize: 2, epochs: 100 }),
  },
  {
    title: "Stuck",
    about: "Adam with too much weight decay: above its threshold nothing is learnt",
    choice: from("small", { batchSize: 2, epochs: 100, weightDecay: 0.05 }),
  },
  {
    title: "AdamW, the same decay",
    about: "decoupled, the weight decay that stopped Adam does no harm",
    choice: from("small", { optimizer: "adamw", batchSize: 2, epochs: 100, weightDecay: 0.05 }),
  },
  {
    title: "SGD",
    about: "full-batch gradient descent from the same start learns the feature",
    choice: from("small", { optimizer: "sgd", batchSize: 40, lr: 0.1, epochs: 2000 }),
  },
  {
    title: "Paper, Table 1, b = 100",
    about: "the published setting: training error 0, test error 0.95 in the paper",
    choice: from("paper", { batchSize: 100, epochs: 4000 }),
  },
  {
    title: "Paper, Table 1, b = 2",
    about: "the published setting with mini-batches: test error 0 in the paper",
    choice: from("paper", { batchSize: 2, epochs: 200 }),
  },
  {
    title: "The papers’ signs beside it",
    about: "on disjoint supports: the network, and wide and pale the sign recurrence that the proofs put in its place",
    choice: from("disjoint", { beside: "signs" }),
  },
];
