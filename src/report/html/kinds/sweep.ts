import { join } from "node:path";
import { isPacked, placeOf } from "../../../experiments/packed.ts";
import type { Diagram } from "../../../experiments/phase/diagram.ts";
import { planeOf } from "../../../experiments/phase/plane.ts";
import { aboutEvent, knownEvents } from "../../../experiments/sweep/events.ts";
import type { Plan } from "../../../experiments/sweep/plan.ts";
import { classesIn, type SummaryRow, summary } from "../../../experiments/sweep/summary.ts";
import { InputError } from "../../../setting/inputError.ts";
import { shell } from "../../../setting/shell.ts";
import { ENGINES } from "../../../sim/engines/registry.ts";
import type { Source } from "../../figures/figure.ts";
import { summaryTable } from "../../summaryTable.ts";
import { againBeside } from "../again.ts";
import { diagramAnswer } from "../diagramAnswer.ts";
import { diagramBlocks } from "../diagramBlocks.ts";
import { figuresOf } from "../figuresOf.ts";
import { explained } from "../glossary.ts";
import type { Kind } from "../kind.ts";
import type { Block } from "../section.ts";
import { seedList } from "../seedList.ts";
import { settingsTable } from "../settingsTable.ts";
import { several } from "../several.ts";
import { sweepAnswer } from "../sweepAnswer.ts";
import { type SweepRuns, sweepRuns } from "./sweepRuns.ts";

/** A summary with more rows than this is given axis by axis. */
const ROWS = 80;
const REASONS = 10;

/** What was varied, group by group: an axis alone, or columns that are gone through together. */
function groupsOf({ axes, zip }: Plan): string[][] {
  const groups = [...Object.entries(axes).map(([name, values]) => ({ [name]: values })), ...zip];
  const several = groups.filter((group) => Object.values(group).some((values) => values.length > 1));
  return several.map((group) => Object.keys(group));
}

/** One column of each group stands for it. */
const dimensions = (plan: Plan): string[] => groupsOf(plan).flatMap(([first]) => first ?? []);

const togetherText = (plan: Plan): string => {
  const groups = groupsOf(plan).filter(({ length }) => length > 1);
  const texts = groups.map(([first, ...others]) => `${first} with ${others.join(" and ")}`);
  return texts.length > 0 ? ` Varied together: ${texts.join("; ")}.` : "";
};

function summaryBlocks(folder: string, by: readonly string[], whole: readonly SummaryRow[]): Block[] {
  const parts = whole.length <= ROWS ? [by] : by.map((name) => [name]);
  return parts.map((names) => {
    const rows = names === by ? whole : summary(folder, names);
    const of = names.length > 0 ? `, by ${names.join(" and ")}` : "";
    const caption = `How often runs end so, the share, and its 95% interval (Clopper-Pearson)${of}; median test error with its interval over the seeds.`;
    return { kind: "table", caption, table: summaryTable(rows, names) };
  });
}

/** The plan's diagram, where its axes span a plane. */
function diagramOf(source: Source, plan: Plan | undefined): Diagram | undefined {
  if (!plan) return undefined;
  try {
    planeOf(plan);
    return source.diagram()?.diagram;
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

/** A phase diagram runs a part of its plan. */
const phaseWords = (file: string, { x, y, grid }: Diagram) => [
  ...["phase", file, "--x", x.name, "--y", y.name],
  ...(grid.complete ? ["--coarse", String(grid.coarse)] : []),
];

function commandsOf(
  { path }: Source,
  plan: Plan,
  { engines, loads, trainer, missing = 0 }: SweepRuns,
  diagram?: Diagram,
): Block {
  const again = againBeside(path);
  const engine = engines[0]?.split(" ")[0] ?? "";
  const other = engine !== ENGINES[0]?.name && ENGINES.some(({ name }) => name === engine) ? ["--engine", engine] : [];
  const file = join(path, "plan.json");
  const outside = trainer === undefined ? [] : ["--trainer", trainer];
  const runs = placeOf(join(path, "runs.ndjson"));
  const what = diagram && missing > 0 ? phaseWords(file, diagram) : ["sweep", file];
  const by = dimensions(plan);
  return {
    kind: "commands",
    about: "To do it again, compare (the same version gives the same bytes), and look closer:",
    lines: [
      shell(["adamcheck", ...what, "--out", again, ...other, ...outside, ...loads]),
      shell([isPacked(runs) ? "zcmp" : "cmp", runs, join(again, "runs.ndjson")]),
      shell(["adamcheck", "summary", path, ...(by.length > 0 ? ["--by", by.join(",")] : [])]),
      shell(["adamcheck", "export", path]),
    ],
  };
}

function ranText({ finished, failed, missing, engines }: SweepRuns): string {
  const left = missing === undefined || missing === 0 ? "" : `, ${missing} not run`;
  return `${several(finished, "run")} finished${failed > 0 ? `, ${failed} failed` : ""}${left}; engine ${engines.join(", ")}`;
}

function failureBlocks({ failures }: SweepRuns): Block[] {
  const listed = [...failures].slice(0, REASONS).map(([reason, count]) => `${several(count, "run")}: ${reason}`);
  const more = failures.size - listed.length;
  if (listed.length === 0) return [];
  return [
    { kind: "heading", text: "Runs without an outcome" },
    { kind: "list", items: [...listed, ...(more > 0 ? [`and ${several(more, "other reason")}`] : [])] },
  ];
}

const TERMS: readonly string[] = ["test error", "seed", "median", "95% interval"];
const PLANE_TERMS: readonly string[] = ["weight decay", "threshold"];
const eventWords = (rows: readonly SummaryRow[]) =>
  Object.fromEntries(knownEvents().map((event) => [event.name, aboutEvent(event, classesIn(rows))]));

/** The folder of a sweep, or of a phase diagram. */
export const sweep: Kind = {
  about: "the folder of sweep, phase or merge (runs.ndjson, plan.json)",
  of: "folder",
  section(source) {
    const runs = sweepRuns(source.path);
    if (!runs) return undefined;
    const { plan, damaged, missing = 0 } = runs;
    const varied = plan ? dimensions(plan) : [];
    const diagram = diagramOf(source, plan);
    const refined = diagram !== undefined && missing > 0;
    const rows = summary(source.path, varied);
    const seeds = plan ? `${several(plan.seeds.length, "seed")} (${seedList(plan.seeds)})` : "";
    const groups = plan ? [plan.axes, ...plan.zip] : [];
    const [key, ...others] = figuresOf(source);
    // Nodes of a refined diagram lie along its boundary: shares of them say nothing of the plane.
    const blocks: Block[] = refined
      ? diagramBlocks(diagram)
      : [
          { kind: "heading", text: "How runs end" },
          ...summaryBlocks(source.path, varied, rows),
          ...others,
          ...(diagram ? diagramBlocks(diagram) : []),
        ];
    return {
      title: `${refined ? "Phase diagram" : "Sweep"}${varied.length > 0 ? ` over ${varied.join(" and ")}` : ""}`,
      path: source.path,
      answer: refined ? diagramAnswer(diagram) : sweepAnswer(summary(source.path, [])[0], rows, varied),
      blocks: [
        ...(key ? [key] : []),
        {
          kind: "words",
          words: { ...eventWords(rows), ...explained(...TERMS, ...(diagram ? PLANE_TERMS : [])).words },
        },
        ...blocks,
        ...failureBlocks(runs),
        { kind: "heading", text: "What was run" },
        {
          kind: "text",
          text: plan
            ? `Every combination of ${varied.join(" and ") || "one setting"} for ${seeds}, by ${plan.method}: ${ranText(runs)}.${togetherText(plan)}`
            : `The plan cannot be read; ${ranText(runs)}.`,
        },
        ...(damaged.length > 0 ? [{ kind: "list", items: damaged } as const] : []),
        {
          kind: "table",
          caption: plan ? "Settings of the runs." : "Settings of the first run.",
          table: settingsTable(plan ? plan.base : runs.example, Object.assign({}, ...groups)),
        },
        ...(plan ? [commandsOf(source, plan, runs, diagram)] : []),
      ],
    };
  },
};
