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
    about: "Adam sees all 40 examples a step: the noise outruns the feature, and turns it around",
    choice: from("small", { batchSize: 40, epochs: 800 }),
  },
  {
    title: "Mini-batch: the signal wins",
    about: "the same start with 2 examples a step: Adam learns the feature",
    choice: from("small", { batchSize: 2, epochs: 100 }),
  },
  {
    title: "Too much decay: stuck",
    about: "Adam with a weight decay above its threshold: nothing is learnt",
    choice: from("small", { batchSize: 2, epochs: 100, weightDecay: 0.05 }),
  },
  {
    title: "AdamW, the same decay",
    about: "decoupled, the weight decay that stopped Adam does no harm",
    choice: from("small", { optimizer: "adamw", batchSize: 2, epochs: 100, weightDecay: 0.05 }),
  },
  {
    title: "SGD",
    about: "full-batch gradient descent, the same start: the feature alone is learnt",
    choice: from("small", { optimizer: "sgd", batchSize: 40, lr: 0.2, epochs: 1000 }),
  },
  {
    title: "Paper, Table 1, b = 100",
    about: "the published run, up to epoch 4000 of 10 000; published at the end: test error 0.95",
    choice: from("paper", { batchSize: 100, epochs: 4000 }),
  },
  {
    title: "Paper, Table 1, b = 2",
    about: "the published run, up to epoch 200 of 10 000; published at the end: test error 0",
    choice: from("paper", { batchSize: 2, epochs: 200 }),
  },
  {
    title: "Paper, Table 2, b = 100",
    about: "AdamW, up to epoch 4000 of 10 000; published at the end: test error 0.55",
    choice: from("paper", { optimizer: "adamw", weightDecay: 0.01, batchSize: 100, epochs: 4000 }),
  },
  {
    title: "The papers’ signs beside it",
    about: "pale and wide, the sign recurrence that the proofs put in the network’s place",
    choice: from("disjoint", { supports: "disjoint", beside: "signs" }),
  },
];
