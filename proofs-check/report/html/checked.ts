import { basename, join } from "node:path";
import type { Source } from "../../../src/report/figures/figure.ts";
import { againBeside } from "../../../src/report/html/again.ts";
import type { Kind } from "../../../src/report/html/kind.ts";
import type { Block } from "../../../src/report/html/section.ts";
import { several } from "../../../src/report/html/several.ts";
import {
  among,
  flag,
  listOf,
  number,
  objectWith,
  optional,
  orNull,
  type Shape,
  text,
} from "../../../src/report/html/shape.ts";
import { shell } from "../../../src/setting/shell.ts";
import type { Asked } from "../../asked.ts";
import { GRADES, LEVELS, SCOPES } from "../../claim.ts";
import { CLAIM_VERDICTS, type ClaimVerdict } from "../../claimVerdict.ts";
import { COUNTEREXAMPLES, commandsOf, counterexampleFile } from "../../counterexampleFile.ts";
import { restsText } from "../../rests.ts";
import { isEarlier } from "../../setAside.ts";
import { partText, SCOPE_WORDS, saying, smallest } from "../parts.ts";
import { evidenceTable, theoremsTable, verdictsTable } from "../tables.ts";
import { checkAnswer } from "./checkAnswer.ts";
import { CHECK_WORDS } from "./checkWords.ts";
import { scalingFigures, slopeFigures } from "./studyFigures.ts";

const FILE = "check.json";
const ASKED = "asked.json";

const concluded = { verdict: among(CLAIM_VERDICTS), grade: orNull(among(GRADES)), reason: text };
const share = objectWith({ agree: number, of: number, low: number, high: number });
const part = optional(
  objectWith({
    ...concluded,
    at: optional(listOf(text)),
    share: optional(share),
    counterexample: optional(objectWith({ violation: text })),
  }),
);
/** A folder made before verdicts had two parts has one word alone. */
const twoPart = { ...concluded, says: optional(text), chosen: part, wherever: part };

const shape: Shape = objectWith({
  claims: listOf(
    objectWith({
      ...{ id: text, source: text, kind: text, statement: text, latex: text, restsOn: listOf(text), ...twoPart },
      readAs: optional(listOf(text)),
      rests: optional(listOf(objectWith({ id: text, verdict: text }))),
      readings: optional(listOf(objectWith({ reading: text, ...twoPart }))),
      evidence: listOf(
        objectWith({
          ...{ check: text, about: text, cases: number, ...concluded, grade: among(GRADES) },
          ...{ reading: optional(text), part: optional(text), level: optional(number) },
          ...{ scope: optional(among(SCOPES)), at: optional(text) },
          counterexample: optional(
            objectWith({
              violation: text,
              command: optional(among(["simulate", "dynamics"])),
              load: optional(listOf(text)),
            }),
          ),
        }),
      ),
    }),
  ),
});

const askedShape: Shape = objectWith({
  seed: number,
  level: optional((value) => LEVELS.some((level) => level === value)),
  coq: optional(flag),
  cases: optional(number),
  seconds: optional(number),
  optimizer: optional(text),
  load: optional(listOf(objectWith({ path: text }))),
});

/** Claims as they are now, where one word was all that was kept. */
const inParts = (claims: readonly ClaimVerdict[]): ClaimVerdict[] =>
  claims.map(({ readings, ...claim }) => ({
    ...{ ...claim, says: claim.says ?? claim.verdict },
    ...(readings && { readings: readings.map((reading) => ({ ...reading, says: reading.says ?? reading.verdict })) }),
    evidence: claim.evidence.map((one) => ({ ...one, scope: one.scope ?? "chosen" })),
  }));

const headingOf = ({ id, source }: ClaimVerdict) => `${id} [${source}]`;

function claimBlocks(claim: ClaimVerdict, source: Source): Block[] {
  const { id, statement, latex, evidence, readings = [], readAs = [] } = claim;
  const [disagrees, rests] = [smallest(claim), restsText(claim)];
  const shown = evidence.flatMap(({ check, counterexample }) =>
    counterexample === undefined
      ? []
      : commandsOf(counterexample, join(source.path, counterexampleFile(id, check))).map(shell),
  );
  return [
    { kind: "heading", text: headingOf(claim) },
    { kind: "text", text: statement },
    ...(latex === "" ? [] : [{ kind: "formula", latex } as const]),
    { kind: "text", text: `Verdict: ${saying(claim)}` },
    {
      kind: "list",
      items: [
        `${SCOPE_WORDS.chosen}: ${partText(claim, "chosen")}`,
        `${SCOPE_WORDS.wherever}: ${partText(claim, "wherever")}`,
        ...(disagrees === undefined ? [] : [`the smallest that disagrees: ${disagrees}`]),
        ...(rests === "" ? [] : [`rests on ${rests}`]),
        ...readAs.map((reading) => `read as: ${reading}`),
        ...readings.map((reading) => `${reading.reading}: ${saying(reading)}`),
      ],
    },
    {
      kind: "fold",
      about: `Evidence: ${several(evidence.length, "check")}, ${several(casesOf([claim]), "case")}`,
      blocks: [
        { kind: "table", caption: `Evidence for ${id}.`, table: evidenceTable(claim) },
        ...scalingFigures(source, claim),
        ...(shown.length > 0 ? [{ kind: "commands", about: "Runs that show it fail:", lines: shown } as const] : []),
      ],
    },
  ];
}

const casesOf = (claims: readonly ClaimVerdict[]): number =>
  claims.reduce((sum, { evidence }) => sum + evidence.reduce((own, each) => own + each.cases, 0), 0);

const standings = (claims: readonly ClaimVerdict[]): Block => ({
  kind: "standings",
  caption: "Every claim: what came of it, and how often random cases elsewhere agree, as a 95% interval.",
  head: ["claim", "verdict", "elsewhere, agrees"],
  rows: claims.map((claim) => ({
    ...{ name: claim.id, under: headingOf(claim), verdict: claim.verdict, says: claim.says },
    ...(claim.wherever?.share && { share: claim.wherever.share }),
  })),
});

function redo(claims: readonly ClaimVerdict[], asked: Asked | undefined, folder: string): Block {
  const again = againBeside(folder);
  const { seed, level, coq = false, cases, seconds, optimizer, load = [] } = asked ?? {};
  const budget = cases !== undefined ? ["--cases", String(cases)] : ["--budget", `${seconds}s`];
  const command = [
    ...["adamcheck", "check", ...claims.map(({ id }) => id)],
    ...(asked ? ["--seed", String(seed), ...budget] : []),
    ...(level === undefined ? [] : ["--level", String(level)]),
    ...(coq ? ["--coq"] : []),
    ...(optimizer === undefined ? [] : ["--optimizer", optimizer]),
    ...load.flatMap(({ path }) => ["--load", path]),
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
  const { seed, level, cases, seconds, optimizer } = asked;
  const of = optimizer === undefined ? "" : `, asked of ${optimizer} in the place of the papers' optimizers`;
  const budget = cases === undefined ? `${seconds} seconds` : `${cases} cases of every check`;
  return `Seed ${seed}, ${budget}${level === undefined ? "" : `, level ${level} alone`}${of}.`;
}

/** The folder of `check --out`. */
export const checked: Kind = {
  about: `the folder of check --out (${FILE})`,
  of: "folder",
  tells: [COUNTEREXAMPLES],
  section(source) {
    const given = source.json(FILE);
    if (!shape(given)) return undefined;
    const claims = inParts((given as { claims: readonly ClaimVerdict[] }).claims);
    const options = source.json(ASKED);
    const asked = askedShape(options) ? (options as Asked) : undefined;
    const theorems = theoremsTable(claims);
    const slopes = slopeFigures(source, claims);
    return {
      title: `Claims checked${isEarlier(source.path) ? `, earlier (${basename(source.path)})` : ""}`,
      path: source.path,
      answer: checkAnswer(claims),
      blocks: [
        standings(claims),
        { kind: "words", words: CHECK_WORDS },
        ...(theorems.rows.length > 0
          ? [{ kind: "table", caption: "Theorems, and what they rest on.", table: theorems } as const]
          : []),
        ...(claims.some(({ readings = [] }) => readings.length > 0)
          ? [{ kind: "table", caption: "Verdicts, by the source's readings.", table: verdictsTable(claims) } as const]
          : []),
        ...(slopes.length > 0
          ? [{ kind: "fold", about: "Measured slopes of all scaling studies", blocks: slopes } as const]
          : []),
        ...claims.flatMap((claim) => claimBlocks(claim, source)),
        { kind: "heading", text: "What was run" },
        { kind: "text", text: `${several(casesOf(claims), "case")} in all. ${askedText(asked)}` },
        redo(claims, asked, source.path),
      ],
    };
  },
};
