/*
 * What is public in a browser: `import { ... } from "adamcheck/browser"`, the parts of "adamcheck" that need no files and no other threads. The
 * build makes one file of it that imports nothing; its numbers are those of Node, byte for byte.
 */

import "./sim/schedules/formula.ts";

export type { Observation, Observed } from "../proofs-check/observe.ts";
export type { Audit, Spread } from "./bounds/audit.ts";
export type { Corner as CoverageCorner, Coverage, Part as CoveragePart } from "./bounds/coverage/coverage.ts";
export type { Line as EntailmentLine, Use as EntailmentUse } from "./bounds/entailment/derivation.ts";
export type { Entailment, LogReport as EntailmentLog, Step as EntailmentStep } from "./bounds/entailment/report.ts";
export type { From } from "./bounds/from/answer.ts";
export type { Margin } from "./bounds/hypotheses/margin.ts";
export type { TheoremVerdict } from "./bounds/hypotheses/verdict.ts";
export type { OrderReport, StatementReport } from "./bounds/order/analyse.ts";
export type { ProofReport, ProofStep, ProofText } from "./bounds/proof/check.ts";
export type { StepKind } from "./bounds/proof/read.ts";
export type { FeatureStart } from "./bounds/thresholds/feature/featureThreshold.ts";
export type { FlipRace } from "./bounds/thresholds/feature/flipRace.ts";
export type { EmpiricalThreshold, Median as ThresholdMedian } from "./bounds/thresholds/search/empiricalThreshold.ts";
export type { SwitchPoint } from "./bounds/thresholds/search/switchPoint.ts";
export type { ThresholdRow } from "./bounds/thresholds/thresholds.ts";
export type { Draw, OwnData, OwnExample, OwnFeatures } from "./data/own.ts";
export type { ExplicitStart } from "./data/start.ts";
export type { NestedWeights, Weights } from "./data/weights.ts";
export type { Compared, Comparison, Deviation } from "./dynamics/compare.ts";
export type { DynamicsResult } from "./dynamics/dynamics.ts";
export type { NestedCoefficients } from "./dynamics/nest.ts";
export type { ExtraLanes } from "./dynamics/recurrence.ts";
export type { DynamicsRun } from "./dynamics/run.ts";
export type { CheckpointOptions, CheckpointPlace } from "./experiments/checkpoint/keeping.ts";
export type { Interval } from "./interval/interval.ts";
// Theory
export { type AuditOptions, audit } from "./library/audit.ts";
export { type CertifyOptions, certify } from "./library/certify.ts";
export { checkProof } from "./library/checkProof.ts";
export { compare } from "./library/compare.ts";
export { type CoverageMaps, type CoverageSpec, coverage } from "./library/coverage.ts";
export { type ActivationDefinition, type ActivationPart, defineActivation } from "./library/defineActivation.ts";
export { defineData } from "./library/defineData.ts";
export { defineMetric } from "./library/defineMetric.ts";
export { type DynamicsOptions, type DynamicsSpec, dynamics } from "./library/dynamics.ts";
export type { EngineName } from "./library/engineOf.ts";
export { type Family, type FamilySpec, family } from "./library/family.ts";
export type { Rational, Seeds } from "./library/fields.ts";
export { type FollowsOptions, follows } from "./library/follows.ts";
export { formulas, type OptimizerFormulas } from "./library/formulas.ts";
export { type OneStep, type OneStepOptions, type OneStepSpec, oneStep } from "./library/oneStep.ts";
export type { LongOptions, TrainingOptions } from "./library/options.ts";
export { type OrderOptions, order } from "./library/order.ts";
export { type OrderFromOptions, orderFrom } from "./library/orderFrom.ts";
export { type PresetRun, presetRun } from "./library/presetRun.ts";
export { presets } from "./library/presets.ts";
// Trainings
export { type SimulateOptions, simulate } from "./library/simulate.ts";
export { stepwise } from "./library/stepwise.ts";
export { type ThresholdsSpec, thresholds } from "./library/thresholds.ts";
export type { Decay } from "./optimizers/decay.ts";
// One's own
export { defineOptimizer, type OptimizerDefinition } from "./optimizers/defineOptimizer.ts";
export type { FormulaDefinition } from "./optimizers/formula/fromFormulas.ts";
export type {
  Convention,
  Formulas,
  Hyperparameters,
  Iterate,
  Optimizer,
  Own as OwnTraits,
} from "./optimizers/optimizer.ts";
export type { Origin } from "./optimizers/origin.ts";
export type { Direction, Remembered } from "./optimizers/ownUpdate.ts";
export type { GivenParameters, Parameter, Parameters } from "./optimizers/parameters.ts";
export type { Around, Shape } from "./optimizers/whole/around.ts";
export type { Block, BlockFunction } from "./optimizers/whole/block.ts";
export type { Sees } from "./optimizers/whole/blocks.ts";
export type { WholeDefinition } from "./optimizers/whole/fromWhole.ts";
export type { FamilyMember, FamilyOptimizer } from "./setting/family.ts";
export type { FamilyConstants } from "./setting/familyConstants.ts";
export { InputError } from "./setting/inputError.ts";
export { PRESETS, type Preset, type PresetName } from "./setting/presets.ts";
export type { Setting } from "./setting/setting.ts";
export type { OwnActivation } from "./sim/activations/own.ts";
export type { OwnMetric, Sight } from "./sim/ownMetrics.ts";
export type { Run } from "./sim/run.ts";
export type { RunFile } from "./sim/runFile.ts";
export type { Result } from "./sim/simulate.ts";
export type { Divergence, FreshNoise, Metrics, Moment, PerClass, Trajectory } from "./sim/trajectory.ts";
