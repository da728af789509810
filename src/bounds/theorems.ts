import { CONDITIONS } from "./hypotheses.ts";

/** What a theorem or lemma says and needs. */
export interface Theorem {
  readonly id: string;
  /** As people call it. */
  readonly name: string;
  readonly source: string;
  readonly says: string;
  /** Names of the optimizers it is about. */
  readonly optimizers: readonly string[];
  /** Its own hypotheses, beside the conditions that all share. */
  readonly hypotheses: readonly string[];
  /** Whether it also needs `SHARED` and disjoint supports. */
  readonly sharesConditions: boolean;
  /** Whether it is a statement about whole runs, which the coverage map draws. */
  readonly outcome: boolean;
}

const ADAM = ["adam"];
const ADAMW = ["adamw"];
const DECAY = ["some-decay", "adam-decay"];
const WINDOW = ["some-decay", "adamw-decay-least", "adamw-decay-most"];
const ADAMW_LARGE = ["moment-ratio", "adamw-large-batch", ...WINDOW];
const ADAMW_MINI = ["moment-ratio", "adamw-mini-batch", "feature-outruns", ...WINDOW];

const lemma = (
  id: string,
  name: string,
  source: string,
  says: string,
  optimizers: readonly string[],
  hypotheses: readonly string[],
): Theorem => ({
  id,
  name,
  source,
  says,
  optimizers,
  hypotheses,
  sharesConditions: id !== "moment-ratio",
  outcome: false,
});
const theorem = (...parts: Parameters<typeof lemma>): Theorem => ({ ...lemma(...parts), outcome: true });

/**
 * Theorems and lemmas with their hypotheses.
 *
 * Source: as each entry says; ids are those of theory.md section 4.
 */
export const THEOREMS: readonly Theorem[] = [
  theorem(
    "thm-4.1",
    "Theorem 4.1",
    "T25",
    "large-batch Adam ends with training error 0 and test error of at least 1/2 - o(1)",
    ADAM,
    ["moment-ratio", "large-batch", ...DECAY],
  ),
  theorem("thm-4.2", "Theorem 4.2", "T25", "mini-batch Adam ends with training error 0 and test error o(1)", ADAM, [
    "moment-ratio",
    "mini-batch",
    ...DECAY,
  ]),
  theorem("cor-4.3", "Corollary 4.3", "T25 4.3, B.5, C.10", "Adam stays at its initialization for ever", ADAM, [
    "moment-ratio",
    "adam-strong-decay",
  ]),
  theorem(
    "thm-4.4",
    "Theorem 4.4",
    "T25",
    "large-batch AdamW ends with training error 0 and test error of at least 1/2 - o(1)",
    ADAMW,
    [...ADAMW_LARGE, "feature-noise-wins"],
  ),
  theorem(
    "thm-4.5",
    "Theorem 4.5",
    "T25",
    "mini-batch AdamW ends with training error 0 and test error o(1)",
    ADAMW,
    ADAMW_MINI,
  ),
  theorem(
    "gd-generalizes",
    "Theorem 4.1 of Z21",
    "Z21 4.1",
    "gradient descent ends with training error 0 and test error o(1)",
    ["sgd"],
    ["some-decay", "large-batch"],
  ),
  lemma(
    "moment-ratio",
    "Lemma C.1",
    "T25 C.1",
    "Adam's normalized step is bounded",
    ["adam", "adamw"],
    ["moment-ratio"],
  ),
  lemma(
    "adam-large-stage1",
    "Lemma 5.1",
    "T25 5.1 = B.1 = C.3, Z21 5.2",
    "large-batch Adam: noise grows s sigmaP times faster than the feature",
    ADAM,
    ["moment-ratio", "large-batch", ...DECAY],
  ),
  lemma(
    "adam-large-flip",
    "Lemma B.1.1",
    "Z21 5.3; T25 B.1.1",
    "large-batch Adam: feature learning reverses and ends negative",
    ADAM,
    ["moment-ratio", "large-batch", ...DECAY],
  ),
  lemma(
    "adam-mini-stage1",
    "Lemma 5.2",
    "T25 5.2 = B.2, C.4-C.6",
    "mini-batch Adam: the feature grows, the noise stays at its initial size",
    ADAM,
    ["moment-ratio", "mini-batch", ...DECAY],
  ),
  lemma("adam-mini-stage2", "Lemma 5.3", "T25 5.3 = B.3 = C.7", "mini-batch Adam: the feature stays learnt", ADAM, [
    "moment-ratio",
    "mini-batch",
    ...DECAY,
  ]),
  lemma(
    "adamw-large-stage1",
    "Lemma B.6",
    "T25 B.6, C.12",
    "large-batch AdamW: noise grows faster than the feature",
    ADAMW,
    ADAMW_LARGE,
  ),
  lemma("adamw-large-flip", "Lemma B.7", "T25 B.7, C.13", "large-batch AdamW: feature learning reverses", ADAMW, [
    ...ADAMW_LARGE,
    "feature-noise-wins",
  ]),
  lemma("adamw-large-stage2", "Lemma B.8", "T25 B.8, C.14", "large-batch AdamW: the feature stays reversed", ADAMW, [
    ...ADAMW_LARGE,
    "feature-noise-wins",
  ]),
  lemma(
    "adamw-mini-stage1",
    "Lemma B.10",
    "T25 B.10, C.17",
    "mini-batch AdamW: an epoch moves the feature further than the noise",
    ADAMW,
    ADAMW_MINI,
  ),
  lemma(
    "adamw-mini-stage2",
    "Lemma B.11",
    "T25 B.11, C.18",
    "mini-batch AdamW: the feature stays learnt",
    ADAMW,
    ADAMW_MINI,
  ),
];

/** What every theorem needs beside its own hypotheses. */
export const SHARED: readonly string[] = [...CONDITIONS, "sparse-supports"];
