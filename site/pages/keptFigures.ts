import { type Html, html } from "../../src/report/html/html.ts";
import { type Context, fileLink } from "../context.ts";
import { keptPicture } from "../picture.ts";

/** A figure of kept results that shows what claims are about. Adding one is one entry here. */
interface KeptFigure {
  readonly claims: readonly string[];
  /** Path without ending; npm run figures draws it. */
  readonly file: string;
  /** What is told of how it was made. */
  readonly about: string;
  readonly alt: string;
  /** What to see in it. */
  readonly says: string;
}

const KEPT: readonly KeptFigure[] = [
  {
    claims: ["adam-large-stage1", "adam-large-flip", "thm-4.1"],
    file: "docs/figures/trajectory",
    about: "examples/large-batch.json",
    alt: "Feature learning, memorized noise and fresh noise over a training with large batches",
    says: "One run with large batches: the noise is memorized, the feature turns around and ends negative.",
  },
  {
    claims: [
      ...["thm-4.1", "thm-4.2", "thm-4.4", "thm-4.5"],
      ...["adam-mini-generalizes", "adamw-large-fails", "adamw-mini-generalizes"],
    ],
    file: "docs/results/plans/batch-size",
    about: "docs/results/plans",
    alt: "Median test error of Adam and AdamW against batch size, with the published values",
    says: "The papers' setting, shortened runs: small batches generalize and large ones fail, with Adam as with AdamW.",
  },
  {
    claims: ["cor-4.3", "cor-4.6", "thm-4.2", "thm-4.5"],
    file: "docs/results/plans/weight-decay",
    about: "docs/results/plans",
    alt: "Median test error of Adam and AdamW against weight decay at batches of 2, with the published values",
    says: "The papers' setting, batches of 2: Adam stops learning at a weight decay of 0.01 to 0.02, AdamW still learns at 1.",
  },
  {
    claims: ["thm-4.1", "thm-4.2", "cor-4.3"],
    file: "docs/figures/phase",
    about: "docs/results/phase",
    alt: "Where Adam learns, memorizes or is stuck, over weight decay and batch size",
    says: "Adam in a smaller setting, over weight decay and batch size at once; orders and explicit thresholds are the lines.",
  },
];

/** The figures of kept results that show what a claim is about, each with a sentence on what to see. */
export const keptFigures = (context: Context, page: string, claim: string): Html[] =>
  KEPT.filter(({ claims }) => claims.includes(claim)).map(
    ({ file, about, alt, says }) => html`<figure>${keptPicture(context, page, file, alt)}
<figcaption>${says} ${fileLink(context, page, about, "How it was made")}.</figcaption></figure>`,
  );
