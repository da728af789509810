/*
 * What users write in TypeScript, as texts: they are compiled where the package is installed, not here.
 */

/** Values and types of the package, in a module. */
export const MODULE = `
import {
  audit, check, compare, coverage, defineClaim, defineOptimizer, dynamics, family, fc, figure, InputError, load, order,
  phase, presetRun, presets, property, simulate, stepwise, summary, sweep, thresholds, arbitraries, runs,
} from "adamcheck";
import type {
  Audit, Checked, Claim, Comparison, CoverageMaps, DynamicsResult, DynamicsSpec, Family, LongTable, Moment, OptimizerDefinition,
  PhaseResult, PhaseSpec, PlanFile, Preset, Result, Run, RunFile, Setting, SummaryRow, Swept, ThresholdRow,
} from "adamcheck";

const run: RunFile = { preset: "tiny", optimizer: { name: "adam", lr: 0.01, betas: [0.9, 0.99] }, batchSize: 2, epochs: 3 };
const spec: DynamicsSpec = { ...run, method: "gram" };
const plan: PlanFile = { base: run, axes: { batchSize: [1, 2], weightDecay: { log: [1e-4, 1], count: 3 } }, seeds: "1-3" };
const plane: PhaseSpec = { preset: "tiny", steps: [2, 2], x: { name: "lr", range: [1e-3, 1] } };

const lion: OptimizerDefinition<"mom"> = {
  name: "lion", decay: "decoupled", memory: ["mom"], direction: (gradient, memory) => Math.sign(memory.mom = gradient),
};
export const claim: Claim = defineClaim({
  id: "own", kind: "identity", statement: "s < d",
  checks: [property({ name: "drawn", about: "", cases: arbitraries.settings, violation: ({ s, d }) => (s < d ? undefined : "no") })],
});
export const drawn: Setting[] = fc.sample(arbitraries.settings, 1);

export async function all(signal: AbortSignal): Promise<void> {
  const result: Result = await simulate(run, { signal, onProgress: (done) => done.toFixed() });
  const moments: readonly Moment[] = result.history;
  const config: Run = result.config;
  const exact: DynamicsResult = await dynamics(spec);
  const compared: Comparison = await compare(run);
  const audited: Audit = audit(run);
  const rows: ThresholdRow[] = await thresholds({ preset: "paper" });
  const maps: CoverageMaps = coverage({ D: "13/2" });
  const members: Family = family({ n: 64 });
  const known: Readonly<Record<string, Preset>> = presets();
  const checked: Checked = await check([claim], { cases: 1 });
  const swept: Swept = await sweep(plan, { out: "runs" });
  const found: readonly SummaryRow[] = summary("runs").rows;
  const table: LongTable = runs("runs");
  const diagram: PhaseResult = await phase(plane);
  const { svg } = await figure("trajectory", { from: result });
  const last = stepwise.finish(stepwise.simulate(presetRun({ preset: "tiny" }))).final.testError;
  const growth = order("sigma0^(q-2)", { set: { D: 6 } });
  await load("own.ts");
  defineOptimizer(lion);
  defineOptimizer({ name: "signum", decay: "decoupled", betas: [0.9, 0], memory: { mom: "b1*mom + (1-b1)*g" }, direction: "sign(mom)" });
  console.log(moments, config, exact, compared, audited, rows, maps, members, known, checked, swept, found, table, diagram, svg, last, growth);
}

export const sentence = (error: unknown): string | undefined => (error instanceof InputError ? error.message : undefined);

// @ts-expect-error a key that a run file has not
export const epoch: RunFile = { ...run, epoch: 3 };
// @ts-expect-error a word where a number belongs
void simulate({ ...run, epochs: "many" });
`;

/** The same package from CommonJS. */
export const COMMON_JS = `
import adamcheck = require("adamcheck");
const result: Promise<adamcheck.Result> = adamcheck.simulate({ preset: "tiny", optimizer: { name: "sgd", lr: 0.1 }, batchSize: 2, epochs: 1 });
export = result;
`;

/** In a page, where nothing of Node is known. */
export const PAGE = `
import { audit, defineOptimizer, InputError, simulate, stepwise } from "adamcheck/browser";
import type { Audit, Result, RunFile } from "adamcheck/browser";

const run: RunFile = { preset: "tiny", optimizer: { name: "adam", lr: 0.01 }, batchSize: 2, epochs: 3 };
const audited: Audit = audit(run);
const { signal } = new AbortController();
simulate(run, { signal }).then(
  ({ final }: Result) => (document.title = String(final.testError + audited.theorems.length)),
  (error: unknown) => error instanceof InputError && alert(error.message),
);
stepwise.finish(stepwise.compare(run));
defineOptimizer({ name: "own", decay: "coupled", direction: (gradient) => gradient });
`;
