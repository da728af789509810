/** A word of this project, explained for somebody who has not read the papers. */
export interface Term {
  readonly name: string;
  /** Other words for it. */
  readonly also?: readonly string[];
  /** One to three plain sentences. */
  readonly says: string;
}

/** Words that belong together. */
export interface Terms {
  readonly about: string;
  readonly terms: readonly Term[];
}

const DATA: Terms = {
  about: "What is learnt",
  terms: [
    {
      name: "example",
      also: ["fresh example"],
      says: "One thing to classify: a label, +1 or -1, and two patches. The network trains on n of them; a fresh example is one that it has never seen, and the test error counts those.",
    },
    {
      name: "patch",
      says: "Half of an example: d numbers. One patch is the feature, the other is noise; the network treats them alike and is not told which is which.",
    },
    {
      name: "feature",
      also: ["signal"],
      says: "What all examples of a class share: one coordinate, +1 or -1 like the label. Whoever learns it is right on fresh examples too. Its strength in a network, the largest response to it of a class's neurons, is the signal.",
    },
    {
      name: "noise",
      says: "The other patch: s random numbers of size sigma_p on coordinates of the example's own, which says nothing of the label. The same example has the same noise every time it is seen, so it can be learnt by heart.",
    },
    {
      name: "feature noise",
      says: "A small copy of the feature with the wrong sign, -alpha times the label, inside every noise patch. Memorizing noise pushes the feature the wrong way through it.",
    },
    {
      name: "support",
      also: ["disjoint supports"],
      says: "The s coordinates on which an example's noise lies. Supports are disjoint if no two examples share a coordinate; the proofs assume it.",
    },
  ],
};

const TRAINING: Terms = {
  about: "What training does",
  terms: [
    {
      name: "neuron",
      also: ["response"],
      says: "One of m weight vectors of a class. Its response to a patch is the inner product of the two; a class adds up its positive responses to the power q, so that what is ahead grows faster.",
    },
    {
      name: "feature learning",
      says: "The largest response to the feature among the neurons of a class: the signal, as results record it.",
    },
    {
      name: "noise memorization",
      also: ["memorized noise"],
      says: "The largest response to a training example's own noise. A network that fits its training set by this alone knows nothing of fresh examples.",
    },
    {
      name: "fresh noise",
      says: "The largest response to the noise of examples never seen. The signal must stand above it: that decides the test error, memorized noise does not.",
    },
    {
      name: "training error",
      also: ["test error"],
      says: "The share of training examples (of fresh ones: test error) that the network gets wrong; a tie counts as wrong. 0.5 is guessing.",
    },
    {
      name: "batch size",
      also: ["large batch", "mini-batch", "epoch", "step"],
      says: "How many examples (b or B) each step of training looks at. All of them, or a fixed share, is a large batch; a few are a mini-batch. n/b steps are an epoch: every example once.",
    },
    {
      name: "weight decay",
      also: ["coupled", "decoupled"],
      says: "Shrinks weights a little at every step; its strength is lambda. Adam adds it to the gradient (coupled), which its step then rescales; AdamW shrinks the weights themselves (decoupled).",
    },
    {
      name: "flip",
      says: "The feature of a class turns from right to wrong during training, since memorized noise pushes it through the feature noise.",
    },
    {
      name: "threshold",
      says: "A weight decay at which the outcome changes: above one the feature stops being learnt, above another the noise.",
    },
    {
      name: "generalizes",
      also: ["fits", "memorizes", "stuck"],
      says: "A run fits if its training error is 0. It generalizes if it fits and at most 1% of fresh examples go wrong, memorizes if it fits and at least half of them do, and is stuck if it does not fit.",
    },
    {
      name: "convention",
      says: "Adam as PyTorch has it corrects the bias of its moments; the papers' does not, and sets eps to lambda times eta. Results say which was used, and the two are never mixed.",
    },
  ],
};

const LEVELS: Terms = {
  about: "Levels",
  terms: [
    { name: "level 0", says: "The network itself, every weight: what really happens." },
    {
      name: "level 1",
      says: "The same training written in coefficients, one for the feature and one for each example's noise. It is exact, not an approximation: each of its steps is one of level 0, up to rounding. So it can be run where d is a billion.",
    },
    {
      name: "level 2",
      says: "The papers' sign recurrences: Adam's step is replaced by its sign, as the proofs do. An approximation, good or bad; compare shows how far it is from the network.",
    },
  ],
};

const EVIDENCE: Terms = {
  about: "Evidence, from strongest to weakest",
  terms: [
    {
      name: "machine-checked",
      says: "Stated in the papers' terms over Coq's real numbers, proved there, and accepted by Coq's kernel, which is another program than this one. Verdicts name its version, the file and its hash, and what is assumed; check --coq asks it.",
    },
    {
      name: "proved",
      says: "An argument, checked by the program, over the whole domain that the statement is about.",
    },
    {
      name: "certified",
      says: "Computed with intervals that are rounded outwards, so that rounding cannot hide a violation, on every instance that was run; it says nothing of others.",
    },
    {
      name: "tested",
      says: "Tried on many random cases that meet the hypotheses. What fails is shrunk to the smallest case that still fails.",
    },
    {
      name: "measured",
      says: "An exponent fitted, or a frequency counted, over many seeds, with a 95% interval.",
    },
  ],
};

const VERDICTS: Terms = {
  about: "Claims and verdicts",
  terms: [
    {
      name: "claim",
      also: ["part"],
      says: "A statement of a paper, or your own, in a form that can be checked. What it says of several things are its parts; it is no better supported than the worst of them.",
    },
    {
      name: "reading",
      says: "Where a source says a thing in two ways, or leaves something open, each way is a reading and is checked apart.",
    },
    {
      name: "hypothesis",
      also: ["hypotheses unmet"],
      says: "What a theorem assumes of its numbers. A case that does not meet it says nothing of the theorem.",
    },
    {
      name: "at the sizes chosen",
      says: "The first part of a verdict: what came out at sizes that somebody picked because the effect is to be seen there.",
    },
    {
      name: "with constants 1",
      also: ["wherever", "fails for small n", "fails with constants 1"],
      says: 'The second part of a verdict: at any sizes that meet the hypotheses, each read with the constant 1 in place of "of the order of". What fails there fails at a finite n; that refutes no theorem about n growing without bound, it says that its constants matter.',
    },
    {
      name: "holds",
      also: ["holds in part"],
      says: "All evidence agrees. In part: some evidence or some readings agree, and other evidence fails with constants 1 or is open.",
    },
    {
      name: "contradicted",
      says: "Evidence against the statement itself: a violated inequality with explicit constants, or a quantity that goes the wrong way as n grows.",
    },
    {
      name: "open",
      also: ["inconclusive"],
      says: "The cases that were run do not decide it.",
    },
    {
      name: "counterexample",
      says: "A case that meets the hypotheses and does not do what the statement says, made as small as possible, and kept as a run file that anyone can run.",
    },
    {
      name: "order",
      also: ["O", "o", "Omega", "omega", "Theta"],
      says: "How a quantity grows with n, whatever its constant. O: at most so fast; Omega: at least; Theta: both; o: slower; omega: faster. A tilde forgets powers of log n.",
    },
  ],
};

const RUNS: Terms = {
  about: "Runs",
  terms: [
    {
      name: "run file",
      also: ["preset", "setting"],
      says: "JSON that says one training in full: setting (sizes and strengths), optimizer, batches, seed. A preset is a setting with a name. The same file gives the same bytes on every machine.",
    },
    {
      name: "seed",
      says: "The integer from which all random numbers of a run come: data, first weights, order of batches. Runs of different seeds are independent.",
    },
    {
      name: "median",
      says: "Half of the seeds lie below it. Its interval needs no assumption about how they scatter.",
    },
    {
      name: "deviation",
      says: "The largest difference of any coefficient of one level from that of the network.",
    },
    {
      name: "plan",
      also: ["sweep", "shard"],
      says: "A file that says many runs: axes that are crossed, and seeds. sweep runs it into a folder; a shard is one of K equal shares of it, for many machines.",
    },
    {
      name: "95% interval",
      says: "Of a frequency it is exact (Clopper-Pearson): a procedure that misses the true share in at most 5% of cases, however few runs there are.",
    },
  ],
};

/** Every word that is explained, once: the site's glossary and the words under reports come from here. */
export const GLOSSARY: readonly Terms[] = [DATA, TRAINING, LEVELS, EVIDENCE, VERDICTS, RUNS];

/**
 * What a word means.
 *
 * @param word a term's name, or another word for it
 * @returns one to three sentences
 * @throws Error for a word that is not explained: a fault of ours
 * @example
 * meaningOf("level 0") // => "The network itself, every weight: what really happens."
 */
export function meaningOf(word: string): string {
  const found = GLOSSARY.flatMap(({ terms }) => terms).find(
    ({ name, also = [] }) => name === word || also.includes(word),
  );
  if (!found) throw new Error(`the glossary does not explain "${word}"`);
  return found.says;
}
