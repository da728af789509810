import type { Answer } from "../studies/answer.ts";
import type { Row, StudyHead } from "../studies/study.ts";
import { pointName, tellingColumns } from "./pointName.ts";
import { foundText, studyTable } from "./studyTable.ts";
import { shortNumber, type Table, toMarkdown } from "./table.ts";
import { toText } from "./text/toText.ts";
import { wrap } from "./text/wrap.ts";

/** What `study` gives, as far as it is told. */
interface Told extends Answer, StudyHead {
  readonly quick: boolean;
  readonly measures: readonly { readonly name: string; readonly about: string }[];
  readonly rows: readonly Row[];
}

const ANSWERS: Readonly<Record<Answer["answer"], string>> = {
  "as predicted": "As predicted.",
  "not as predicted": "Not as predicted.",
  open: "Open: too few seeds to say.",
};

/** Points that are named, at most. */
const NAMED = 6;

/** What overturns the answer, as a line or none. */
function overturnedLines({ rows, overturned }: Told): string[] {
  if (overturned === 0) return [];
  const nameOf = pointName(tellingColumns(rows), (column, cell) =>
    typeof cell === "number" ? `${column} = ${shortNumber(cell)}` : cell,
  );
  const found = rows.filter(({ overturns }) => overturns);
  const named = found
    .slice(0, NAMED)
    .map(
      (row) => `${row.called ?? nameOf(row)}: ${row.measure} ${foundText(row)}${row.agrees === "no" ? "" : ", open"}`,
    );
  const more = found.length > NAMED ? `; and ${found.length - NAMED} more` : "";
  const points = overturned === 1 ? "1 point" : `${overturned} points`;
  return [`Overturned as counted, by ${points} (open: not by the interval): ${named.join("; ")}${more}.`];
}

function lines(told: Told) {
  const { answer, points, unpredicted, quick, question, prediction, derivation, overturn, measures } = told;
  const { yes, no, open } = points;
  const shortened = quick ? " Quick: few points and seeds; the full study is that without --quick." : "";
  return [
    question,
    `${ANSWERS[answer]} Of ${yes + no + open} predicted points ${yes} agree, ${no} disagree, ${open} are open; ${unpredicted} more had no prediction.${shortened}`,
    ...overturnedLines(told),
    `Predicted before the runs (${derivation}): ${prediction}`,
    `Would overturn it: ${overturn}.`,
    `Counted: ${measures.map(({ name, about }) => `${name}, ${about}`).join("; ")}. In brackets intervals that hold all together with 95%; a point agrees where its interval lies within what was predicted, disagrees where it lies outside.`,
  ];
}

/**
 * A study for people: question, answer, prediction, and the table of its points.
 *
 * @param told as `study` gives it
 * @param width of a line (default: no limit)
 * @returns text
 */
export const studyText = (told: Told, width = Infinity): string =>
  [...lines(told).map((line) => wrap(line, width).join("\n")), toText(studyTable(told.rows), width), ""].join("\n\n");

/** The same in Markdown. */
export const studyMarkdown = (told: Told): string =>
  `# ${told.name}\n\n${lines(told).join("\n\n")}\n\n${toMarkdown(studyTable(told.rows))}\n`;

/** All studies as a table. */
export const studiesTable = (heads: readonly StudyHead[]): Table => ({
  head: ["study", "question", "predicted", "derivation", "would overturn it"],
  rows: heads.map(({ name, question, prediction, derivation, overturn }) => [
    ...[name, question, prediction, derivation, overturn],
  ]),
});

/** All studies for people. */
export const studiesText = (heads: readonly StudyHead[], width = Infinity): string =>
  [
    ...heads.flatMap(({ name, question, prediction }) => [
      name,
      ...wrap(question, width, { first: "  " }),
      ...wrap(`Predicted: ${prediction}`, width, { first: "  " }),
      "",
    ]),
    "Run one: adamcheck study NAME --quick",
    "",
  ].join("\n");
