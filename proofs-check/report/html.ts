import { join } from "node:path";
import { againBeside } from "../../src/report/html/again.ts";
import { figuresOf } from "../../src/report/html/figuresOf.ts";
import type { Kind } from "../../src/report/html/kind.ts";
import type { Block } from "../../src/report/html/section.ts";
import { among, listOf, number, objectWith, optional, orNull, type Shape, text } from "../../src/report/html/shape.ts";
import { shell } from "../../src/report/html/shell.ts";
import type { Asked } from "../asked.ts";
import { GRADES, LEVELS, VERDICTS } from "../claim.ts";
import { counterexampleFile } from "../counterexampleFile.ts";
import type { ClaimVerdict } from "../verdict.ts";
import { evidenceTable, graded, summary, theoremsTable, verdictsTable } from "./tables.ts";

const FILE = "check.json";
const ASKED = "asked.json";

const concluded = { verdict: among(VERDICTS), grade: orNull(among(GRADES)), reason: text };

const shape: Shape = objectWith({
  claims: listOf(
    objectWith({
      ...{ id: text, source: text, kind: text, statement: text, latex: text, restsOn: listOf(text), ...concluded },
      readings: optional(listOf(objectWith({ reading: text, ...concluded }))),
      evidence: listOf(
        objectWith({
          ...{ check: text, about: text, cases: number, ...concluded, grade: among(GRADES) },
          ...{ reading: optional(text), part: optional(text), level: optional(number) },
          counterexample: optional(objectWith({ violation: text, command: optional(among(["simulate", "dynamics"])) })),
        }),
      ),
    }),
  ),
});

const askedShape: Shape = objectWith({
  seed: number,
  level: optional((value) => LEVELS.some((level) => level === value)),
  cases: optional(number),
  seconds: optional(number),
});

const GRADES_READ = [
  "proved: an argument over the whole stated domain",
  "certified: outward-rounded, on the instances that were run",
  "tested: random cases, shrunk to the smallest that fails",
  "measured: a fitted exponent or a frequency, with its 95% interval",
];

function claimBlocks(claim: ClaimVerdict, folder: string): Block[] {
  const { id, source, statement, latex, evidence, readings = [] } = claim;
  const shown = evidence.flatMap(({ check, counterexample }) =>
    counterexample?.run !== undefined && counterexample.command !== undefined
      ? [shell(["adamcheck", counterexample.command, join(folder, counterexampleFile(id, check))])]
      : [],
  );
  return [
    { kind: "heading", text: `${id} [${source}]` },
    { kind: "text", text: statement },
    ...(latex === "" ? [] : [{ kind: "formula", latex } as const]),
    { kind: "text", text: `Verdict: ${graded(claim)}` },
    ...(readings.length > 0
      ? [{ kind: "list", items: readings.map((reading) => `${reading.reading}: ${graded(reading)}`) } as const]
      : []),
    { kind: "table", caption: `Evidence for ${id}.`, table: evidenceTable(claim) },
    ...(shown.length > 0 ? [{ kind: "commands", about: "Runs that show it fail:", lines: shown } as const] : []),
  ];
}

function redo(claims: readonly ClaimVerdict[], asked: Asked | undefined, folder: string): Block {
  const again = againBeside(folder);
  const { seed, level, cases, seconds } = asked ?? {};
  const budget = cases !== undefined ? ["--cases", String(cases)] : ["--budget", `${seconds}s`];
  const command = [
    ...["adamcheck", "check", ...claims.map(({ id }) => id)],
    ...(asked ? ["--seed", String(seed), ...budget] : []),
    ...(level === undefined ? [] : ["--level", String(level)]),
    ...["--out", again],
  ];
  const same = cases === undefined ? "" : ", and compare (the same version gives the same bytes)";
  return {
    kind: "commands",
    about: `To do it again${same}; claims of one's own are named by their files instead:`,
    lines: [shell(command), ...(cases === undefined ? [] : [shell(["cmp", join(folder, FILE), join(again, FILE)])])],
  };
}

function askedText(asked: Asked | undefined): string {
  if (!asked) return "The folder does not say with which seed and budget.";
  const { seed, level, cases, seconds } = asked;
  const budget = cases === undefined ? `${seconds} seconds` : `${cases} cases of every check`;
  return `Seed ${seed}, ${budget}${level === undefined ? "" : `, level ${level} alone`}.`;
}

/** The folder of `check --out`. */
export const checked: Kind = {
  about: `the folder of check --out (${FILE})`,
  of: "folder",
  section(source) {
    const given = source.json(FILE);
    if (!shape(given)) return undefined;
    const { claims } = given as { claims: readonly ClaimVerdict[] };
    const options = source.json(ASKED);
    const asked = askedShape(options) ? (options as Asked) : undefined;
    const cases = claims.reduce((sum, { evidence }) => sum + evidence.reduce((own, each) => own + each.cases, 0), 0);
    const theorems = theoremsTable(claims);
    return {
      title: "Claims checked",
      path: source.path,
      glance: summary(claims),
      blocks: [
        { kind: "heading", text: "What was run" },
        { kind: "text", text: `${summary(claims)} ${cases} cases in all. ${askedText(asked)}` },
        { kind: "list", items: GRADES_READ },
        { kind: "heading", text: "Verdicts" },
        { kind: "table", caption: "Verdicts at a glance.", table: verdictsTable(claims) },
        ...(theorems.rows.length > 0
          ? [{ kind: "table", caption: "Theorems, and what they rest on.", table: theorems } as const]
          : []),
        ...figuresOf(source),
        ...claims.flatMap((claim) => claimBlocks(claim, source.path)),
        redo(claims, asked, source.path),
      ],
    };
  },
};
