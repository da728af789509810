/*
 * What is public: `import { ... } from "adamcheck"`. One shape for all: f(spec, options) gives plain data; what may take long gives a promise and
 * takes { signal, onProgress }, and { jobs } where it runs in threads.
 */
import "./data/images/files.ts";
import "./sim/schedules/formula.ts";
import fc from "fast-check";

export type { Asked } from "../proofs-check/asked.ts";
export type { FrequencyOptions, ShownOutcome } from "../proofs-check/checks/frequency.ts";
export { frequency } from "../proofs-check/checks/frequency.ts";
export type { ProofOptions } from "../proofs-check/checks/proof.ts";
export { proof } from "../proofs-check/checks/proof.ts";
export type { PropertyOptions } from "../proofs-check/checks/property.ts";
export { property } from "../proofs-check/checks/property.ts";
export type { ScalingOptions } from "../proofs-check/checks/scaling.ts";
export { scaling } from "../proofs-check/checks/scaling.ts";
export type { Shown } from "../proofs-check/checks/shown.ts";
export type { TrendOptions } from "../proofs-check/checks/trend.ts";
export { trend } from "../proofs-check/checks/trend.ts";
export type {
  Check,
  Claim,
  Context,
  Counterexample,
  Finding,
  Grade,
  Kind as ClaimKind,
  Level,
  MeasuredPoint,
  Scope,
  Share,
  SharePoint,
  Verdict,
} from "../proofs-check/claim.ts";
export type { ClaimVerdict, Evidence, ReadingVerdict, Rest, ScopeVerdict } from "../proofs-check/claimVerdict.ts";
export type { GivenClaim } from "../proofs-check/defineClaim.ts";
export { defineClaim } from "../proofs-check/defineClaim.ts";
export type { MeetingOptions, RunInput, RunPart } from "../proofs-check/meeting.ts";
export { hypothesesOf, meeting, runOf, unmetBy } from "../proofs-check/meeting.ts";
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
export type { Explicit as ThresholdStarts } from "./bounds/thresholds/explicit.ts";
export type { FeatureStart } from "./bounds/thresholds/feature/featureThreshold.ts";
export type { FlipRace } from "./bounds/thresholds/feature/flipRace.ts";
export type { EmpiricalThreshold, Median as ThresholdMedian } from "./bounds/thresholds/search/empiricalThreshold.ts";
export type { SwitchPoint } from "./bounds/thresholds/search/switchPoint.ts";
export type { ThresholdRow } from "./bounds/thresholds/thresholds.ts";
export type { ArithmeticName, Precision } from "./certified/arithmetics.ts";
export type { Attempt as CertifiedAttempt, CertifiedResult } from "./certified/certify.ts";
export type { CertifiedMoment } from "./certified/moment.ts";
export type { QuestionName } from "./certified/questions.ts";
export type { CertifiedTestError } from "./certified/testError.ts";
export type { Draw, OwnData, OwnExample, OwnFeatures } from "./data/own.ts";
export type { ExplicitStart } from "./data/start.ts";
export type { NestedWeights, Weights } from "./data/weights.ts";
export type { SignalBy } from "./decomposition/directions.ts";
export type {
  Agreement as DecompositionAgreement,
  DecomposedMoment,
  DecomposedResult,
  MeansOf,
} from "./decomposition/follow.ts";
export type { MeasuredParts } from "./decomposition/parts.ts";
export type { Compared, Comparison, Deviation } from "./dynamics/compare.ts";
export type { DynamicsResult } from "./dynamics/dynamics.ts";
export type { NestedCoefficients } from "./dynamics/nest.ts";
export type { ExtraLanes, ShownLanes } from "./dynamics/recurrence.ts";
export type { DynamicsRun } from "./dynamics/run.ts";
export { type CheckpointFile, checkpointFile } from "./experiments/checkpoint/checkpointFile.ts";
export type { Left } from "./experiments/checkpoint/checkpoints.ts";
export type { CheckpointOptions, CheckpointPlace } from "./experiments/checkpoint/keeping.ts";
export type { HeatExponent, HeatReport } from "./experiments/heat/report.ts";
export type { Damage } from "./experiments/journal/indexLines.ts";
export type { Contrast } from "./experiments/pairs/pairing.ts";
export type { Difference, Discord, PairRow } from "./experiments/pairs/row.ts";
export type { Crossing } from "./experiments/phase/boundary.ts";
export type { Diagram, DiagramNode } from "./experiments/phase/diagram.ts";
export type { Overlay, OverlayPoint } from "./experiments/phase/overlay.ts";
export type { PhaseAxis } from "./experiments/phase/plane.ts";
export type { PublishedMark } from "./experiments/phase/published.ts";
export type { Served } from "./experiments/queue/serveQueue.ts";
export type { Report } from "./experiments/reproduce.ts";
export type { Finding as RowFinding, RowReport } from "./experiments/rowReport.ts";
export type { Cell, ColumnHead } from "./experiments/sweep/column.ts";
export type { RunEvent } from "./experiments/sweep/events.ts";
export type { Merged } from "./experiments/sweep/merge.ts";
export type { Group as PlanAxes, Plan, PlanBase, PlanFile } from "./experiments/sweep/plan.ts";
export type { Preview } from "./experiments/sweep/preview.ts";
export type { Range, Value as AxisValue } from "./experiments/sweep/range.ts";
export type { Repeats } from "./experiments/sweep/repeats.ts";
export type { Standing } from "./experiments/sweep/standing.ts";
export type { Stopped } from "./experiments/sweep/stopRules.ts";
export type { CountedFrequency, SummaryRow } from "./experiments/sweep/summary.ts";
export type { Begun, Swept } from "./experiments/sweep/sweep.ts";
export type { Trial, TrialJob } from "./experiments/sweep/trial.ts";
export type { Until } from "./experiments/sweep/until.ts";
export type { Point as CurvePoint, Published } from "./experiments/target.ts";
export type { Outside } from "./experiments/trainer/outside.ts";
export type { Interval } from "./interval/interval.ts";
export { arbitraries } from "./library/arbitraries.ts";
// Theory
export { type AuditOptions, audit } from "./library/audit.ts";
export { type CertifyOptions, certify } from "./library/certify.ts";
// Claims
export { type Checked, type CheckOptions, check, claims } from "./library/check/check.ts";
export type { ClaimName } from "./library/check/chosen.ts";
export { checkProof } from "./library/checkProof.ts";
export { compare } from "./library/compare.ts";
export { type ComparedRuns, type ComparedSide, compareRuns, type Recorded } from "./library/compareRuns.ts";
export { type CoverageMaps, type CoverageSpec, coverage } from "./library/coverage.ts";
export { type DecomposeOptions, decompose } from "./library/decompose.ts";
export { type ActivationDefinition, type ActivationPart, defineActivation } from "./library/defineActivation.ts";
export { defineData } from "./library/defineData.ts";
export { defineEvent } from "./library/defineEvent.ts";
export { defineMetric } from "./library/defineMetric.ts";
export { type DynamicsOptions, type DynamicsSpec, dynamics } from "./library/dynamics.ts";
export type { EngineName } from "./library/engineOf.ts";
export { explore } from "./library/explore.ts";
export { type ExportOptions, exportRuns, runs } from "./library/exportRuns.ts";
export { type Family, type FamilySpec, family } from "./library/family.ts";
export type { Rational, Seeds } from "./library/fields.ts";
// Pictures and pages
export { type FigureOptions, figure, figures } from "./library/figure.ts";
// One's own
export { type FollowsOptions, follows } from "./library/follows.ts";
export { formulas, type OptimizerFormulas } from "./library/formulas.ts";
export { type ImagesSpec, images } from "./library/images.ts";
export { type LoadedFile, load } from "./library/load/load.ts";
export { type MarginOptions, margins } from "./library/margins.ts";
export { mergeSweeps } from "./library/mergeSweeps.ts";
export { type OneStep, type OneStepOptions, type OneStepSpec, oneStep } from "./library/oneStep.ts";
export type { LongOptions, ParallelOptions, TrainingOptions } from "./library/options.ts";
export { type OrderOptions, order } from "./library/order.ts";
export { type OrderFromOptions, orderFrom } from "./library/orderFrom.ts";
export { type PapersOptions, papers } from "./library/papers.ts";
// Trainings
export { patchesOf } from "./library/patchesOf.ts";
export { type PhaseAxisSpec, type PhaseOptions, type PhaseResult, type PhaseSpec, phase } from "./library/phase.ts";
export type { PlanSpec } from "./library/planOf.ts";
export { type PresetRun, presetRun } from "./library/presetRun.ts";
export { presets } from "./library/presets.ts";
export { type Reported, type ReportOptions, report } from "./library/report.ts";
export { type ReproduceOptions, reproduce } from "./library/reproduce.ts";
export type { ServedFolder } from "./library/serveFolder.ts";
export { type SimulateOptions, simulate } from "./library/simulate.ts";
// Many runs
export { slurmScript } from "./library/slurmScript.ts";
export { stepwise } from "./library/stepwise.ts";
export { type StudyOptions, type StudyResult, studies, study } from "./library/study.ts";
export { columns, type Summary, type SummaryOptions, summary } from "./library/summary.ts";
export { previewSweep, type SweepOptions, sweep } from "./library/sweep.ts";
export { type ThresholdsSpec, thresholds } from "./library/thresholds.ts";
export { type WorkOptions, work } from "./library/work.ts";
export type { Constrained } from "./margins/constrained.ts";
export type { MarginMoment, MarginResult } from "./margins/follow.ts";
export type { Margins } from "./margins/margins.ts";
export type { ByNorm, NormName } from "./margins/norms.ts";
export type { LargestMargin, LargestMargins } from "./margins/reference/largest.ts";
export type { Decay } from "./optimizers/decay.ts";
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
export type { MoreNames, OptimizerSpec } from "./optimizers/schema.ts";
export type { Around, Shape } from "./optimizers/whole/around.ts";
export type { Block, BlockFunction } from "./optimizers/whole/block.ts";
export type { Sees } from "./optimizers/whole/blocks.ts";
export type { WholeDefinition } from "./optimizers/whole/fromWhole.ts";
export type { HeatClaim, PublishedBoundary } from "./papers/heatMap.ts";
export type { How, PaperItem } from "./papers/item.ts";
export type { Paper, PaperClaim, PaperReading, PaperReport } from "./papers/paper.ts";
export type { LongTable } from "./report/export/longTable.ts";
export type { DrawnFigure } from "./report/figures/drawnFigure.ts";
export type { SlurmJob } from "./report/slurmScript.ts";
export type { FamilyMember, FamilyOptimizer } from "./setting/family.ts";
export type { FamilyConstants } from "./setting/familyConstants.ts";
export type { ImageFiles, ImageSource } from "./setting/imageSource.ts";
export { InputError } from "./setting/inputError.ts";
export { PRESETS, type Preset, type PresetName } from "./setting/presets.ts";
export type { Setting } from "./setting/setting.ts";
export type { OwnActivation } from "./sim/activations/own.ts";
export type { OwnMetric, Sight } from "./sim/ownMetrics.ts";
export type { PatchTable } from "./sim/patchTable.ts";
export type { Run } from "./sim/run.ts";
export type { RunFile } from "./sim/runFile.ts";
export type { Result } from "./sim/simulate.ts";
export type { Divergence, FreshNoise, Metrics, Moment, OutsideMoment, PerClass, Trajectory } from "./sim/trajectory.ts";
export type { MedianInterval } from "./statistics/medianInterval.ts";
export type { MedianWithInterval } from "./statistics/medianWithInterval.ts";
export type { Placement, PredictionInterval } from "./statistics/predictionInterval.ts";
export type { Answer } from "./studies/answer.ts";
export type { Agreement as StudyAgreement, Predicted, Row as StudyRow, StudyHead } from "./studies/study.ts";
// A user's properties and ours are made of one fast-check.
export { fc };
