import type { Audit, Spread } from "../bounds/audit.ts";
import { HYPOTHESES, hypothesisNamed } from "../bounds/hypotheses/hypotheses.ts";
import type { Margin } from "../bounds/hypotheses/margin.ts";
import type { PerClass } from "../sim/trajectory.ts";
import { ratioText } from "./familyTable.ts";
import { memoryText, raceText, steadyStateText, supportsText } from "./startText.ts";
import { shortNumber, type Table } from "./table.ts";
import { toText } from "./text/toText.ts";
import { theoremsText } from "./theoremsText.ts";

const bothClasses = (values: PerClass<number>) => `${shortNumber(values["+1"])} / ${shortNumber(values["-1"])}`;

const spreadText = ({ least, median, greatest }: Spread) =>
  `${shortNumber(least)} to ${shortNumber(greatest)}, median ${shortNumber(median)}`;

function thresholdsText({ thresholds, run }: Audit): string[] {
  if (!thresholds) return [];
  const { feature, noise } = thresholds;
  const featureOf = (key: "threshold" | "firstStep") => ({ "+1": feature["+1"][key], "-1": feature["-1"][key] });
  return [
    "Adam's thresholds of weight decay, of this start (classes +1 / -1):",
    `  feature  ${bothClasses(featureOf("threshold"))} (with alpha and the residuals of the first step: ${bothClasses(featureOf("firstStep"))})`,
    `  noise    ${spreadText(noise.flow)} (over examples of the full batch; mean-field: ${spreadText(noise.mean)})`,
    `  run      ${run.optimizer.weightDecay}${run.optimizer.name === "adam" ? "" : ` (of ${run.optimizer.name}, to which they do not apply)`}`,
  ];
}

/** What a run is, in one line. */
function runText({ run: { setting, optimizer, batchSize, seed } }: Audit): string {
  const { n, d, s, sigmaP, alpha, sigma0, m, q } = setting;
  const numbers = Object.entries({ n, d, s, sigmaP, alpha, sigma0, m, q }).map(([name, value]) => `${name} = ${value}`);
  return `${numbers.join(", ")}; ${optimizer.name}, lr = ${optimizer.lr}, weightDecay = ${optimizer.weightDecay}, batch size ${batchSize}, seed ${seed}`;
}

/** Which theorems apply, and how many hypotheses stand in the way. */
function answer({ run, hypotheses, supports, theorems }: Audit): string {
  const about = theorems.filter(({ concerns }) => concerns);
  const applying = about.filter(({ applies }) => applies);
  const failing = hypotheses.filter(({ holds }) => !holds).length;
  const names = applying.length > 0 ? `: ${applying.map(({ name }) => name).join(", ")}` : "";
  const overlap = supports.disjoint ? "" : "; its supports overlap";
  return `Of ${about.length} theorems and lemmas about ${run.optimizer.name}, ${applying.length} ${applying.length === 1 ? "applies" : "apply"} to this run${names}. ${failing} of ${hypotheses.length} hypotheses fail${overlap}.`;
}

/** Hypotheses that hold or that do not, each once. */
const hypothesesTable = (hypotheses: readonly Margin[]): Table => ({
  head: ["hypothesis", "formula", "left/right", "must be"],
  rows: hypotheses.map(({ name, formula, ratio, needs }) => [name, formula, ratioText(ratio), needs]),
});

/** Columns of the longest name of a hypothesis. */
const NAME = Math.max(...HYPOTHESES.map(({ id }) => id.length));

const READ = "left/right: the left side of the formula over its right side at these numbers, constants 1";

/** The hypotheses that hold, or those that fail, under a heading; nothing where there are none. */
function hypothesesText({ hypotheses }: Audit, holding: boolean, width: number): string[] {
  const own = hypotheses.filter(({ holds }) => holds === holding);
  if (own.length === 0) return [];
  const meanings = own.map(({ name }) => `  ${name.padEnd(NAME)}  ${hypothesisNamed(name).meaning}`);
  return [holding ? "What holds:" : "What fails:", toText(hypothesesTable(own), width), READ, ...meanings, ""];
}

/**
 * An audit for people: which theorems apply, what fails, each hypothesis once, which theorem needs which, and what this start remembers.
 *
 * @param audit of a run
 * @param width of a line (default: no limit)
 * @returns text
 */
export function auditText(audit: Audit, width = Infinity): string {
  const { run, theorems } = audit;
  const others = theorems.filter(({ concerns }) => !concerns).map(({ name }) => name);
  return [
    answer(audit),
    runText(audit),
    "",
    ...hypothesesText(audit, false, width),
    ...theoremsText(audit, width),
    "",
    "This start:",
    supportsText(audit),
    memoryText(audit),
    ...raceText(audit),
    ...thresholdsText(audit),
    ...steadyStateText(audit),
    "",
    ...hypothesesText(audit, true, width),
    `Not about ${run.optimizer.name} on the ${run.network} network: ${others.join(", ")}.`,
    "",
  ].join("\n");
}
