import { toText } from "../../src/report/text/toText.ts";
import { shell } from "../../src/setting/shell.ts";
import type { Grade } from "../claim.ts";
import type { ClaimVerdict, Evidence } from "../claimVerdict.ts";
import { commandsOf } from "../counterexampleFile.ts";
import { restsText } from "../rests.ts";
import { shortNumbers } from "../shortNumbers.ts";
import { byScope, keyOf, partText, SCOPE_WORDS } from "./parts.ts";
import { summary, theoremsTable, verdictsTable } from "./tables.ts";
import { wrap } from "./wrap.ts";

function evidenceText(
  { check, reading, part, at, level, grade, verdict, cases, reason, counterexample }: Evidence,
  columns: number,
) {
  const about = [reading, part, at, level === undefined ? undefined : `level ${level}`].filter(Boolean).join(", ");
  const lead = `${check}${about ? ` (${about})` : ""}: ${verdict}, ${grade}, ${cases} ${cases === 1 ? "case" : "cases"}`;
  const { command, file } = counterexample ?? {};
  const commands = counterexample ? commandsOf(counterexample, file ?? "FILE").map(shell) : [];
  const shown =
    file === undefined && commands.length > 0
      ? [`adamcheck ${command} runs ${commands.length === 1 ? "it" : "them"}, with --out`]
      : commands;
  // On one line, however long: what is copied must work.
  return [wrap(lead, 4, columns), wrap(shortNumbers(reason), 6, columns), ...shown.map((line) => `      ${line}`)];
}

function claimText(claim: ClaimVerdict, columns: number): string {
  const { id, source, statement, says, grade, readAs = [], readings = [] } = claim;
  const line = (text: string, by: number) => wrap(text, by, columns);
  const scopes = byScope(claim).flatMap(([scope, own]) => {
    const said = scope === "domain" ? "" : `: ${partText(claim, scope)}`;
    return [line(`${SCOPE_WORDS[scope]}${said}`, 2), ...own.flatMap((one) => evidenceText(one, columns))];
  });
  const rests = restsText(claim);
  return [
    line(`${id} [${source}]: ${says.toUpperCase()}${grade && !says.startsWith(grade) ? `, ${grade}` : ""}`, 0),
    line(statement, 2),
    ...readAs.map((reading) => line(`read as: ${reading}`, 2)),
    ...readings.map((reading) => line(`${reading.reading}: ${reading.says}`, 2)),
    ...scopes,
    ...(rests === "" ? [] : [line(`rests on ${rests}`, 2)]),
  ].join("\n");
}

/**
 * Verdicts for a terminal: every claim in both parts with its evidence, then the theorems with the lemmas they rest on, all verdicts at a
 * glance, and the count.
 *
 * @param verdicts of the claims
 * @param _failOn of no meaning here
 * @param columns of a line (default: no limit for tables; sentences have 80 at most)
 * @returns lines of plain text
 */
export function checkText(verdicts: readonly ClaimVerdict[], _failOn?: Grade, columns = Infinity): string {
  const { head, rows } = theoremsTable(verdicts);
  // Lemmas a line each: a terminal is not wide enough for them side by side.
  const theorems = { head, rows: rows.map((row) => row.map((cell) => cell.replaceAll("; ", "\n"))) };
  const sections = [
    ...verdicts.map((claim) => claimText(claim, columns)),
    ...(rows.length > 0 ? [toText(theorems, columns)] : []),
    ...(verdicts.length > 1 ? [toText(verdictsTable(verdicts), columns)] : []),
    ["What the words mean:", ...keyOf(verdicts, columns)].join("\n"),
    wrap(summary(verdicts), 0, columns),
  ];
  return `${sections.join("\n\n")}\n`;
}
