import type { Asked } from "../proofs-check/asked.ts";
import { CLAIM_VERDICTS, type ClaimVerdict, type ClaimWord } from "../proofs-check/claimVerdict.ts";
import { saying } from "../proofs-check/report/parts.ts";
import { type Html, html } from "../src/report/html/html.ts";
import { type Context, textAt } from "./context.ts";

/** The folder of the full check that is kept. */
export const CHECKED = "docs/results/check";

/** What the kept check came to: verdicts are read here, and written nowhere by hand. */
export interface Kept {
  readonly claims: readonly ClaimVerdict[];
  readonly asked: Asked;
  /** What its README says of it: a claim that is named there has changed since. */
  readonly notes: string;
}

/** Reads it. */
export const keptCheck = (context: Context): Kept => ({
  ...(JSON.parse(textAt(context, `${CHECKED}/check.json`)) as Pick<Kept, "claims">),
  asked: JSON.parse(textAt(context, `${CHECKED}/asked.json`)) as Asked,
  notes: textAt(context, `${CHECKED}/README.md`),
});

/** How a verdict looks; its words say the same. */
const LOOKS: Readonly<Record<ClaimWord, string>> = {
  holds: "good",
  "holds in part": "part",
  contradicted: "bad",
  "fails with constants 1": "small",
  "hypotheses unmet": "open",
  inconclusive: "open",
};

/** A verdict in a few words, with the grade of what it rests on. */
export const badge = (claim: Pick<ClaimVerdict, "verdict" | "says" | "grade">): Html =>
  html`<span class="verdict ${LOOKS[claim.verdict]}">${saying(claim)}</span>`;

/** The address of a claim's page. */
export const claimUrl = (id: string): string => `claims/${id}.html`;

/** What several claims of a verdict are counted as. */
const COUNTED: Readonly<Record<ClaimWord, string>> = {
  holds: "hold",
  "holds in part": "hold in part",
  contradicted: "contradicted",
  "fails with constants 1": "fail with constants 1",
  "hypotheses unmet": "with unmet hypotheses",
  inconclusive: "open",
};

/** How many claims came to which verdict, whatever the grade. */
export function counts(claims: readonly ClaimVerdict[]): string {
  const listed = CLAIM_VERDICTS.map((word) => [claims.filter(({ verdict }) => verdict === word).length, word] as const)
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count} ${COUNTED[word]}`);
  return `${claims.length} claims: ${listed.join(", ")}.`;
}
