/*
 * What is public in a browser: `import { ... } from "adamcheck/browser"`, the parts of "adamcheck" that need no files and no other threads. The
 * build makes one file of it that imports nothing; its numbers are those of Node, byte for byte.
 */

export type { Audit } from "./bounds/audit.ts";
export type { Coverage } from "./bounds/coverage/coverage.ts";
export type { Margin } from "./bounds/hypotheses/margin.ts";
export type { TheoremVerdict } from "./bounds/hypotheses/verdict.ts";
export type { OrderReport, StatementReport } from "./bounds/order/analyse.ts";
export type { ThresholdRow } from "./bounds/thresholds/thresholds.ts";
export type { Compared, Comparison, Deviation } from "./dynamics/compare.ts";
export type { DynamicsResult } from "./dynamics/dynamics.ts";
export type { DynamicsRun } from "./dynamics/run.ts";
// Theory
export { type AuditOptions, audit } from "./library/audit.ts";
export { compare } from "./library/compare.ts";
export { type CoverageMaps, type CoverageSpec, coverage } from "./library/coverage.ts";
export { defineMetric } from "./library/defineMetric.ts";
export { type DynamicsOptions, type DynamicsSpec, dynamics } from "./library/dynamics.ts";
export { type Family, type FamilySpec, family } from "./library/family.ts";
export type { Rational, Seeds } from "./library/fields.ts";
export { formulas, type OptimizerFormulas } from "./library/formulas.ts";
export { type OneStep, type OneStepOptions, type OneStepSpec, oneStep } from "./library/oneStep.ts";
export type { LongOptions } from "./library/options.ts";
export { type OrderOptions, order } from "./library/order.ts";
export { type PresetRun, presetRun } from "./library/presetRun.ts";
export { presets } from "./library/presets.ts";
// Trainings
export { type SimulateOptions, simulate } from "./library/simulate.ts";
export { stepwise } from "./library/stepwise.ts";
export { type ThresholdsSpec, thresholds } from "./library/thresholds.ts";
// One's own
export { defineOptimizer, type OptimizerDefinition } from "./optimizers/defineOptimizer.ts";
export type { FormulaDefinition } from "./optimizers/formula/fromFormulas.ts";
export type { Hyperparameters, Optimizer } from "./optimizers/optimizer.ts";
export type { Origin } from "./optimizers/origin.ts";
export { InputError } from "./setting/inputError.ts";
export { PRESETS, type Preset, type PresetName } from "./setting/presets.ts";
export type { Setting } from "./setting/setting.ts";
export type { OwnMetric, Sight } from "./sim/ownMetrics.ts";
export type { Run } from "./sim/run.ts";
export type { RunFile } from "./sim/runFile.ts";
export type { Result } from "./sim/simulate.ts";
export type { Divergence, Metrics, Moment, PerClass, Trajectory } from "./sim/trajectory.ts";
