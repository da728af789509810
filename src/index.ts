/*
 * What is public: `import { ... } from "adamcheck"`. One shape for all: f(spec, options) gives plain data; what may take long gives a promise and
 * takes { signal, onProgress }, and { jobs } where it runs in threads.
 */
import fc from "fast-check";

export { frequency } from "../proofs-check/checks/frequency.ts";
export { proof } from "../proofs-check/checks/proof.ts";
export { property } from "../proofs-check/checks/property.ts";
export { scaling } from "../proofs-check/checks/scaling.ts";
export { trend } from "../proofs-check/checks/trend.ts";
export type { Check, Claim, Context, Counterexample, Finding, Grade, Level, Verdict } from "../proofs-check/claim.ts";
export type { ClaimVerdict, Evidence } from "../proofs-check/claimVerdict.ts";
export { defineClaim } from "../proofs-check/defineClaim.ts";
export { hypothesesOf, meeting, runOf, unmetBy } from "../proofs-check/meeting.ts";
export type { Audit } from "./bounds/audit.ts";
export type { Coverage } from "./bounds/coverage/coverage.ts";
export type { Margin } from "./bounds/hypotheses/margin.ts";
export type { TheoremVerdict } from "./bounds/hypotheses/verdict.ts";
export type { OrderReport, StatementReport } from "./bounds/order/analyse.ts";
export type { ThresholdRow } from "./bounds/thresholds/thresholds.ts";
export type { Compared, Comparison, Deviation } from "./dynamics/compare.ts";
export type { DynamicsResult } from "./dynamics/dynamics.ts";
export type { DynamicsRun } from "./dynamics/run.ts";
export type { Diagram } from "./experiments/phase/diagram.ts";
export type { Served } from "./experiments/queue/serveQueue.ts";
export type { Report } from "./experiments/reproduce.ts";
export type { RunEvent } from "./experiments/sweep/events.ts";
export type { Merged } from "./experiments/sweep/merge.ts";
export type { Plan, PlanBase, PlanFile } from "./experiments/sweep/plan.ts";
export type { Preview } from "./experiments/sweep/preview.ts";
export type { Range } from "./experiments/sweep/range.ts";
export type { SummaryRow } from "./experiments/sweep/summary.ts";
export type { Begun, Swept } from "./experiments/sweep/sweep.ts";
export type { Trial } from "./experiments/sweep/trial.ts";
export { arbitraries } from "./library/arbitraries.ts";
// Theory
export { type AuditOptions, audit } from "./library/audit.ts";
// Claims
export { type Checked, type CheckOptions, check, claims } from "./library/check/check.ts";
export type { ClaimName } from "./library/check/chosen.ts";
export { compare } from "./library/compare.ts";
export { type CoverageMaps, type CoverageSpec, coverage } from "./library/coverage.ts";
export { defineEvent } from "./library/defineEvent.ts";
export { defineMetric } from "./library/defineMetric.ts";
export { type DynamicsOptions, type DynamicsSpec, dynamics } from "./library/dynamics.ts";
export { explore } from "./library/explore.ts";
export { type ExportOptions, exportRuns, runs } from "./library/exportRuns.ts";
export { type Family, type FamilySpec, family } from "./library/family.ts";
export type { Rational, Seeds } from "./library/fields.ts";
// Pictures and pages
export { type DrawnFigure, type FigureOptions, figure, figures } from "./library/figure.ts";
// One's own
export { formulas, type OptimizerFormulas } from "./library/formulas.ts";
export { type LoadedFile, load } from "./library/load/load.ts";
export { mergeSweeps } from "./library/mergeSweeps.ts";
export { type OneStep, type OneStepOptions, type OneStepSpec, oneStep } from "./library/oneStep.ts";
export type { LongOptions, ParallelOptions } from "./library/options.ts";
export { type OrderOptions, order } from "./library/order.ts";
export { type PhaseAxisSpec, type PhaseOptions, type PhaseResult, type PhaseSpec, phase } from "./library/phase.ts";
export type { PlanSpec } from "./library/planOf.ts";
export { type PresetRun, presetRun } from "./library/presetRun.ts";
export { presets } from "./library/presets.ts";
export { type Reported, type ReportOptions, report } from "./library/report.ts";
export { type ReproduceOptions, reproduce } from "./library/reproduce.ts";
// Trainings
export { type SimulateOptions, simulate } from "./library/simulate.ts";
export { stepwise } from "./library/stepwise.ts";
export { columns, type Summary, type SummaryOptions, summary } from "./library/summary.ts";
// Many runs
export { previewSweep, type SweepOptions, sweep } from "./library/sweep.ts";
export { type ThresholdsSpec, thresholds } from "./library/thresholds.ts";
export { type WorkOptions, work } from "./library/work.ts";
export { defineOptimizer, type OptimizerDefinition } from "./optimizers/defineOptimizer.ts";
export type { FormulaDefinition } from "./optimizers/formula/fromFormulas.ts";
export type { Hyperparameters, Optimizer } from "./optimizers/optimizer.ts";
export type { Origin } from "./optimizers/origin.ts";
export type { OptimizerSpec } from "./optimizers/schema.ts";
export type { LongTable } from "./report/export/longTable.ts";
export { InputError } from "./setting/inputError.ts";
export { PRESETS, type Preset, type PresetName } from "./setting/presets.ts";
export type { Setting } from "./setting/setting.ts";
export type { OwnMetric, Sight } from "./sim/ownMetrics.ts";
export type { Run } from "./sim/run.ts";
export type { RunFile } from "./sim/runFile.ts";
export type { Result } from "./sim/simulate.ts";
export type { Divergence, Metrics, Moment, PerClass, Trajectory } from "./sim/trajectory.ts";
// A user's properties and ours are made of one fast-check.
export { fc };
