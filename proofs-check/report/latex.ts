import { escape } from "../../src/report/latex/escape.ts";
import { latexTable, type PaperTable, type Place } from "../../src/report/latex/latexTable.ts";
import { latexInterval } from "../../src/report/latex/number.ts";
import { parted } from "../../src/report/latex/parted.ts";
import { latexWords } from "../../src/report/latex/words.ts";
import type { ClaimVerdict } from "../claimVerdict.ts";
import { graded, seedsWithout } from "./parts.ts";
import { summary } from "./tables.ts";

/** Of the cases that meet the hypotheses, how many agree, and the 95% interval of that share. */
function agreeing({ wherever }: ClaimVerdict): string {
  if (!wherever?.share) return "";
  const { agree, of, low, high } = wherever.share;
  // Rounded outward.
  return `$${agree}/${of}$ ${latexInterval(Math.floor(100 * low) / 100, Math.ceil(100 * high) / 100)}`;
}

/** One part of a verdict with its grade; that constants are 1 the head of the column says. */
const part = (given: ClaimVerdict["wherever"]) =>
  given ? graded(given).replace("fails with constants 1", "fails") : "--";

/** What is said at the sizes chosen, or of the statement as it stands where it is proved. */
const chosenText = ({ chosen, says }: ClaimVerdict) =>
  chosen ? part(chosen) : (says.match(/^(?:proved|machine-checked)\b/)?.[0].concat(" as stated") ?? part(chosen));

const sourceOf = ({ source, optimizer }: ClaimVerdict) =>
  escape(optimizer === undefined ? source : `${source}, of ${optimizer}`);

const verdictsTable = (verdicts: readonly ClaimVerdict[]): PaperTable => ({
  notes: [
    "The table of verdicts, then that of statements. Sizes, reasons, and what rests on what are too long for a table: check --format md has them.",
    ...verdicts.flatMap((claim) => {
      const without = seedsWithout(claim);
      return without === "" ? [] : [`Seeds left out of ${claim.id}: ${without}`];
    }),
  ],
  caption: `Claims of the papers, each at the sizes that were chosen and wherever its hypotheses hold with constants 1 (the share of such cases that agree, with its 95\\% interval). ${escape(summary(verdicts))}`,
  label: "tab:claims",
  head: ["Claim", "Source", "At the sizes chosen", "With constants 1", "Agree"],
  rows: verdicts.map((claim) => [
    ...[escape(claim.id), sourceOf(claim)],
    ...[chosenText(claim), part(claim.wherever)],
    agreeing(claim),
  ]),
});

/** Formulas one after another, so that a line can be broken between them. */
const statementOf = ({ latex, statement }: ClaimVerdict) =>
  latex === ""
    ? latexWords(statement)
    : parted(latex)
        .map((part) => `$${part}$`)
        .join(" ");

const statementsTable = (verdicts: readonly ClaimVerdict[]): PaperTable => ({
  caption: "What the claims of Table~\\ref{tab:claims} state, and how they were read.",
  label: "tab:statements",
  head: ["Claim", "Statement"],
  rows: verdicts.map((claim) => [
    escape(claim.id),
    [statementOf(claim), ...(claim.readAs ?? []).map((reading) => `\\emph{Read as}: ${latexWords(reading)}.`)].join(
      " ",
    ),
  ]),
});

/**
 * Verdicts as tables for a paper: both parts of each verdict, then the statements.
 *
 * @param verdicts of the claims
 * @param place of the tables
 * @returns LaTeX
 */
export const checkLatex = (verdicts: readonly ClaimVerdict[], place: Place): string =>
  [verdictsTable, statementsTable].map((table) => latexTable(table(verdicts), place)).join("\n");
