import type { Audit, Spread } from "../bounds/audit.ts";
import type { PerClass } from "../sim/trajectory.ts";
import { ratioText } from "./familyTable.ts";
import { shortNumber, toText } from "./table.ts";

const supportsText = ({ supports }: Audit) => {
  const { disjoint, probability, complement, unionBound } = supports;
  const now = `Supports of this start ${disjoint ? "are" : "are not"} pairwise disjoint.`;
  return `${now} Drawn independently: P(disjoint) = ${probability}, 1 - P = ${complement} (union bound ${unionBound}).`;
};

function momentsText({ stepsPerEpoch, moments }: Audit): string {
  const epoch = `An epoch has n/B = ${shortNumber(stepsPerEpoch)} steps`;
  if (!moments) return `${epoch}.`;
  const { firstMoment, secondMoment, momentRatio, movement } = moments;
  const time = (steps: number) => (steps === Number.POSITIVE_INFINITY ? "never" : `in ${shortNumber(steps)} steps`);
  const forgets = `the first moment forgets ${time(firstMoment)} (b1^t <= eps), the second ${time(secondMoment)} (b2^(t/2) <= lambda eta)`;
  const bound =
    momentRatio === undefined
      ? "b1^2 >= b2: normalized steps have no bound"
      : `normalized steps are at most ${shortNumber(momentRatio)} (moment-ratio)`;
  const race =
    movement === undefined
      ? ""
      : `; an epoch moves the feature by up to ${shortNumber(stepsPerEpoch)} eta, a noise coordinate by about ${shortNumber(movement)} eta`;
  return `${epoch}; ${forgets}; ${bound}${race}.`;
}

const bothClasses = (values: PerClass<number>) => `${shortNumber(values["+1"])} / ${shortNumber(values["-1"])}`;

const spreadText = ({ least, median, greatest }: Spread) =>
  `${shortNumber(least)} to ${shortNumber(greatest)}, median ${shortNumber(median)}`;

function steadyStateText({ steadyState }: Audit): string[] {
  if (!steadyState) return [];
  const { bound, unstable, stable, failingDecay } = steadyState;
  const or = (value: number | null, otherwise: string) => (value === null ? otherwise : shortNumber(value));
  return [
    `AdamW's steady state, with small steps: |w| <= ${or(bound, "(no bound)")}; the feature of a class grows from above ${or(unstable, "(nowhere)")} to ${or(stable, "(nothing)")}; none is held for a weight decay above ${or(failingDecay, "(any)")}.`,
  ];
}

function thresholdsText({ thresholds, run }: Audit): string[] {
  if (!thresholds) return [];
  const { feature, noise } = thresholds;
  const featureOf = (key: "threshold" | "firstStep") => ({ "+1": feature["+1"][key], "-1": feature["-1"][key] });
  const lines = [
    "Adam's thresholds of weight decay, of this start (classes +1 / -1):",
    `  feature  ${bothClasses(featureOf("threshold"))} (with alpha and the residuals of the first step: ${bothClasses(featureOf("firstStep"))})`,
    `  noise    ${spreadText(noise.flow)} (over examples of the full batch; mean-field: ${spreadText(noise.mean)})`,
    `  run      ${run.optimizer.weightDecay}${run.optimizer.name === "adam" ? "" : ` (of ${run.optimizer.name}, to which they do not apply)`}`,
  ];
  return lines;
}

/** An audit for people. */
export function auditText(audit: Audit): string {
  const { run, hypotheses, theorems } = audit;
  const table = toText({
    head: ["hypothesis", "formula", "left/right", "must be", ""],
    rows: hypotheses.map(({ name, formula, ratio, needs, holds }) => [
      name,
      formula,
      ratioText(ratio),
      needs,
      holds ? "holds" : "fails",
    ]),
  });
  const { setting, optimizer, batchSize, seed } = run;
  const { n, d, s, sigmaP, alpha, sigma0, m, q } = setting;
  const numbers = Object.entries({ n, d, s, sigmaP, alpha, sigma0, m, q }).map(([name, value]) => `${name} = ${value}`);
  return [
    `${numbers.join(", ")}; ${optimizer.name}, lr = ${optimizer.lr}, weightDecay = ${optimizer.weightDecay}, batch size ${batchSize}, seed ${seed}`,
    "",
    supportsText(audit),
    momentsText(audit),
    ...thresholdsText(audit),
    ...steadyStateText(audit),
    "",
    table,
    "",
    ...theorems
      .filter(({ applies, because }) => applies || !because[0]?.startsWith("it is about"))
      .map(({ sentence }) => sentence),
    "",
  ].join("\n");
}
