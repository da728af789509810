import type { Check, Claim, Counterexample, Finding, Grade, Level, Scope, Share, Verdict } from "./claim.ts";

/** A finding with the check it came from. */
export interface Evidence extends Finding, Pick<Check, "about" | "grade"> {
  readonly check: string;
  readonly scope: Scope;
  readonly reading?: string;
  readonly part?: string;
  /** The sizes that were chosen. */
  readonly at?: string;
  /** The level followed, where one was. */
  readonly level?: Level;
  /** Cases judged. */
  readonly cases: number;
  /** Where its code is wrong, a sentence with its file and line: then it says nothing of the claim. */
  readonly broken?: string;
  /** Whether all that is wrong with it is the time that a case took. */
  readonly late?: true;
}

/**
 * What a claim may come to: what a check may find, and "holds in part" where some evidence holds, none contradicts, and some fails with constants 1
 * or is open.
 */
export const CLAIM_VERDICTS = [
  "holds",
  "holds in part",
  "contradicted",
  "fails with constants 1",
  "hypotheses unmet",
  "inconclusive",
] as const satisfies readonly (Verdict | "holds in part")[];

export type ClaimWord = (typeof CLAIM_VERDICTS)[number];

/** A verdict, and why. */
export interface Conclusion {
  readonly verdict: ClaimWord;
  /** Of what the verdict rests on; null where nothing speaks for or against the claim. */
  readonly grade: Grade | null;
  readonly reason: string;
}

/** What the evidence that looks at one place says. */
export interface ScopeVerdict extends Conclusion {
  /** The sizes that were chosen. */
  readonly at?: readonly string[];
  /** Of its checks the one with which the fewest cases agree, and the smallest case that disagrees. */
  readonly share?: Share;
  readonly counterexample?: Counterexample;
}

/** A verdict in its parts: at the sizes chosen, and wherever the hypotheses hold with constants 1; a part that was not looked at is absent. */
export interface TwoPart extends Conclusion {
  readonly chosen?: ScopeVerdict;
  readonly wherever?: ScopeVerdict;
  /** Both in a few words. */
  readonly says: string;
}

/** What came of one of several statements. */
export interface ReadingVerdict extends TwoPart {
  readonly reading: string;
}

/** A claim that another one rests on. */
export interface Rest {
  readonly id: string;
  readonly verdict: ClaimWord | "not checked";
}

/** What all evidence for a claim says together. */
export interface ClaimVerdict
  extends TwoPart,
    Pick<Claim, "id" | "source" | "kind" | "statement" | "latex" | "restsOn" | "readAs"> {
  /** The optimizer that it was asked of, where that is another one than the paper's. */
  readonly optimizer?: string;
  /** What came of the claims that it rests on, directly or through others; absent where it was judged alone. */
  readonly rests?: readonly Rest[];
  /** Where the source's statements differ, what came of each. */
  readonly readings?: readonly ReadingVerdict[];
  readonly evidence: readonly Evidence[];
}
