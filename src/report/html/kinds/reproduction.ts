import { join } from "node:path";
import type { Report } from "../../../experiments/reproduce.ts";
import { MINI_BATCH_BELOW } from "../../../experiments/target.ts";
import { shell } from "../../../setting/shell.ts";
import { ENGINES } from "../../../sim/engines/registry.ts";
import { curvesTable } from "../../curvesTable.ts";
import { divergences, intervalNotes, resultTable } from "../../reproduceReport.ts";
import { shortNumber, type Table } from "../../table.ts";
import { verdicts } from "../../verdicts.ts";
import { againBeside } from "../again.ts";
import { figuresOf } from "../figuresOf.ts";
import { explained } from "../glossary.ts";
import type { Kind } from "../kind.ts";
import { reproductionAnswer } from "../reproductionAnswer.ts";
import type { Block } from "../section.ts";
import { seedList } from "../seedList.ts";
import { either, flag, listOf, number, objectWith, optional, orNull, pairOf, type Shape, text } from "../shape.ts";

const FILE = "report.json";

const finding: Shape = objectWith({
  quantity: text,
  published: orNull(either(objectWith({ value: number }), objectWith({ words: text, range: pairOf(number) }))),
  values: listOf(objectWith({ seed: number, value: number })),
  curves: optional(listOf(objectWith({ seed: number, points: listOf(objectWith({ epoch: number, value: number })) }))),
  interval: orNull(objectWith({ min: number, median: number, max: number, seeds: number })),
  placement: optional(objectWith({ below: number, equal: number, above: number, p: number })),
  inRange: optional(number),
});

const shape: Shape = objectWith({
  quick: flag,
  testSize: number,
  seeds: listOf(number),
  miniBatchSeeds: listOf(number),
  engine: objectWith({ name: text, version: text }),
  rows: listOf(
    objectWith({
      ...{ target: text, source: text, title: text, label: text, optimizer: text },
      ...{ batchSize: number, epochs: number, findings: listOf(finding) },
      diverged: listOf(objectWith({ seed: number, step: number, metric: text, advice: text })),
    }),
  ),
});

function commandOf({ rows, seeds, miniBatchSeeds, quick, engine }: Report, out: string): string {
  const targets = [...new Set(rows.map(({ target }) => target))];
  const usual = engine.name === ENGINES[0]?.name;
  return shell([
    ...[
      "adamcheck",
      "reproduce",
      ...targets,
      "--seeds",
      seedList(seeds),
      "--mini-batch-seeds",
      seedList(miniBatchSeeds),
    ],
    ...(quick ? ["--quick"] : []),
    ...(usual ? [] : ["--engine", engine.name]),
    ...["--out", out],
  ]);
}

const runsTable = ({ rows }: Report): Table => ({
  head: ["run", "of", "optimizer", "batch size", "epochs", "seeds"],
  rows: rows.map(({ label, source, title, optimizer, batchSize, epochs, findings, diverged }) => {
    const seeds = Math.max(0, ...findings.map(({ values }) => values.length)) + diverged.length;
    return [label, `${source}: ${title}`, optimizer, String(batchSize), String(epochs), String(seeds)];
  }),
});

const valuesTable = ({ rows }: Report): Table => ({
  head: ["run", "quantity", "value (seed)"],
  rows: rows.flatMap(({ source, label, findings }) =>
    findings.map(({ quantity, values }) => [
      `${source}, ${label}`,
      quantity,
      values.map(({ seed, value }) => `${shortNumber(value)} (${seed})`).join(", "),
    ]),
  ),
});

/** The folder of `reproduce --out`. */
export const reproduction: Kind = {
  about: `the folder of reproduce --out (${FILE})`,
  of: "folder",
  section(source) {
    const given = source.json(FILE);
    if (!shape(given)) return undefined;
    const report = given as Report;
    const { rows, seeds, miniBatchSeeds, quick, testSize, engine } = report;
    const targets = [...new Set(rows.map(({ target }) => target))].join(", ");
    const diverged = divergences(rows);
    const again = againBeside(source.path);
    const curves = rows.filter(({ findings }) => findings.some((each) => each.curves));
    const seedsText = `seeds ${seedList(seeds)}${seedList(seeds) === seedList(miniBatchSeeds) ? "" : `; of rows with b < ${MINI_BATCH_BELOW}: ${seedList(miniBatchSeeds)}`}`;
    const [key, ...others] = figuresOf(source);
    return {
      title: `The papers' experiments: ${targets}`,
      path: source.path,
      answer: reproductionAnswer(rows),
      blocks: [
        ...(key ? [key] : []),
        { kind: "heading", text: "In words" },
        { kind: "text", text: "Medians over the seeds; b is the batch size, lambda the weight decay." },
        { kind: "list", items: [...verdicts(report), ...diverged] },
        explained("feature", "memorized noise", "training error", "seed"),
        { kind: "heading", text: "Beside the published values" },
        {
          kind: "table",
          caption: "Ours (median and range over seeds) beside the published values.",
          table: resultTable(rows, quick),
        },
        { kind: "list", items: intervalNotes(rows) },
        ...others,
        ...(curves.length > 0 ? [{ kind: "heading", text: "Over the epochs" } as const] : []),
        ...curves.map((row): Block => {
          const caption = `${row.source}, ${row.label}: medians over the seeds.`;
          return { kind: "table", caption, table: curvesTable(row) };
        }),
        { kind: "heading", text: "Every value" },
        { kind: "table", caption: "Last value of every seed.", table: valuesTable(report) },
        { kind: "heading", text: "What was run" },
        {
          kind: "text",
          text: `${quick ? "Shortened" : "Full"} runs of ${targets}; ${seedsText}; test errors on ${testSize} fresh examples; engine ${engine.name} ${engine.version}.`,
        },
        { kind: "table", caption: "Runs, by row of the published tables and figures.", table: runsTable(report) },
        {
          kind: "commands",
          about: "To do it again, and compare (the same version gives the same bytes):",
          lines: [commandOf(report, again), shell(["cmp", join(source.path, FILE), join(again, FILE)])],
        },
      ],
    };
  },
};
