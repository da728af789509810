import type { Grade } from "../claim.ts";
import type { ClaimVerdict } from "../claimVerdict.ts";
import { keyOf } from "./parts.ts";
import { summary } from "./tables.ts";
import { COLUMNS, wrap } from "./wrap.ts";

/** Columns of an id with its mark, and of a share: with the words of a verdict, at most 51, a line has 80. */
const ID = 20;
const AGREE = 8;
const AGREE_READ =
  "95% interval of the share of cases that agree, wherever the hypotheses hold with constants 1; - where that was not tested";

const fit = (text: string, columns: number) =>
  (text.length > columns ? `${text.slice(0, columns - 3)}...` : text).padEnd(columns);

/** Where the share of cases that agree lies, in percent. */
const agreeing = ({ wherever }: ClaimVerdict): string =>
  wherever?.share ? `${Math.floor(100 * wherever.share.low)}-${Math.ceil(100 * wherever.share.high)}%` : "-";

const restsOnNo = ({ rests = [] }: ClaimVerdict) => rests.some(({ verdict }) => verdict === "contradicted");

/** The words of a verdict; whose they are is said above all of them. */
const withoutName = ({ says, optimizer }: ClaimVerdict): string =>
  optimizer === undefined ? says : says.replace(`of ${optimizer}: `, "");

/**
 * Verdicts at a glance: a line a claim, at most 80 columns each.
 *
 * @param verdicts of the claims
 * @param _failOn of no meaning here
 * @param columns of a line, where it has fewer than 80
 * @returns lines of plain text: id, where the share of cases that agree lies (95% interval), both parts in words
 */
export function checkBrief(verdicts: readonly ClaimVerdict[], _failOn?: Grade, columns = COLUMNS): string {
  const rows = verdicts.map((claim) => {
    const id = `${fit(claim.id, ID - 2)}${restsOnNo(claim) ? "!" : " "} `;
    return `${id}${fit(agreeing(claim), AGREE)} ${withoutName(claim)}`;
  });
  const asked = new Set(verdicts.flatMap(({ optimizer }) => optimizer ?? []));
  return `${[
    ...Array.from(asked, (name) => wrap(`asked of ${name}, in the place of the papers' own optimizers`, 0, columns)),
    `${fit("claim", ID)}${fit("agree", AGREE)} verdict`,
    ...rows,
    ...(verdicts.some(restsOnNo) ? ["! rests on a claim that is contradicted"] : []),
    "",
    wrap(`agree: ${AGREE_READ}`, 0, columns),
    ...keyOf(verdicts, columns),
    wrap(summary(verdicts), 0, columns),
  ].join("\n")}\n`;
}
