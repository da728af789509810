import { toText } from "../../src/report/table.ts";
import { shell } from "../../src/setting/shell.ts";
import type { ClaimVerdict, Evidence } from "../claimVerdict.ts";
import { commandOf } from "../counterexampleFile.ts";
import { restsText } from "../rests.ts";
import { shortNumbers } from "../shortNumbers.ts";
import { byScope, partText, SCOPE_WORDS } from "./parts.ts";
import { summary, theoremsTable, verdictsTable } from "./tables.ts";
import { wrap } from "./wrap.ts";

function evidenceText({ check, reading, part, at, level, grade, verdict, cases, reason, counterexample }: Evidence) {
  const about = [reading, part, at, level === undefined ? undefined : `level ${level}`].filter(Boolean).join(", ");
  const lead = `${check}${about ? ` (${about})` : ""}: ${verdict}, ${grade}, ${cases} ${cases === 1 ? "case" : "cases"}`;
  const { command, file } = counterexample ?? {};
  const words = counterexample ? commandOf(counterexample, file ?? "FILE") : [];
  const shown = file === undefined ? `adamcheck ${command} runs it, with --out` : shell(words);
  // On one line, however long: what is copied must work.
  return [wrap(lead, 4), wrap(shortNumbers(reason), 6), ...(words.length > 0 ? [`      ${shown}`] : [])];
}

function claimText(claim: ClaimVerdict): string {
  const { id, source, statement, says, grade, readAs = [], readings = [] } = claim;
  const scopes = byScope(claim).flatMap(([scope, own]) => {
    const said = scope === "domain" ? "" : `: ${partText(claim, scope)}`;
    return [wrap(`${SCOPE_WORDS[scope]}${said}`, 2), ...own.flatMap(evidenceText)];
  });
  const rests = restsText(claim);
  return [
    wrap(`${id} [${source}]: ${says.toUpperCase()}${grade && !says.startsWith(grade) ? `, ${grade}` : ""}`, 0),
    wrap(statement, 2),
    ...readAs.map((reading) => wrap(`read as: ${reading}`, 2)),
    ...readings.map((reading) => wrap(`${reading.reading}: ${reading.says}`, 2)),
    ...scopes,
    ...(rests === "" ? [] : [wrap(`rests on ${rests}`, 2)]),
  ].join("\n");
}

/**
 * Verdicts for a terminal: every claim in both parts with its evidence, then the theorems with the lemmas they rest on, all verdicts at a
 * glance, and the count.
 *
 * @param verdicts of the claims
 * @returns lines of plain text
 */
export function checkText(verdicts: readonly ClaimVerdict[]): string {
  const { head, rows } = theoremsTable(verdicts);
  // Lemmas a line each: a terminal is not wide enough for them side by side.
  const theorems = { head, rows: rows.map((row) => row.map((cell) => cell.replaceAll("; ", "\n"))) };
  const sections = [
    ...verdicts.map(claimText),
    ...(rows.length > 0 ? [toText(theorems)] : []),
    ...(verdicts.length > 1 ? [toText(verdictsTable(verdicts))] : []),
    wrap(summary(verdicts), 0),
  ];
  return `${sections.join("\n\n")}\n`;
}
