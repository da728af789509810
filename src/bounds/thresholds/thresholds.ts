import { problemOf } from "../../dynamics/problem.ts";
import { type DynamicsRun, parseDynamics } from "../../dynamics/run.ts";
import { InputError, show } from "../../setting/inputError.ts";
import type { Setting } from "../../setting/setting.ts";
import { familyScaling } from "../order/familyScaling.ts";
import { orderLatex, orderText } from "../order/order.ts";
import { orderOf } from "../order/orderOf.ts";
import { plainFormula } from "../order/plainFormula.ts";
import type { Scaling } from "../order/scaling.ts";
import { type Explicit, explicitOf } from "./explicit.ts";
import { type EmpiricalThreshold, empiricalThreshold } from "./search/empiricalThreshold.ts";
import { questionNamed } from "./search/questions.ts";
import { relay } from "./search/relay.ts";
import { isKnownAt, THRESHOLDS, type ThresholdKind } from "./thresholdKinds.ts";

/** The three readings of one threshold at one setting. */
export interface ThresholdRow {
  readonly n: number;
  readonly q: number;
  readonly batchSize: number;
  readonly optimizer: string;
  readonly threshold: string;
  /** In n, where D and the rest are numbers, those of a wider model constants; absent where the threshold has no order in the papers' symbols, or q is none of theirs. */
  readonly order?: string;
  readonly orderLatex?: string;
  readonly explicit: Explicit;
  /** Found by training, median over seeds with its interval. */
  readonly empirical?: EmpiricalThreshold;
}

/** How thresholds are found by training, those of AdamW apart, which need steps of their own (`steadyTraining`). */
export interface Training {
  readonly lr: number;
  readonly epochs: number;
  readonly seeds: readonly number[];
}

export interface ThresholdsInput {
  readonly settings: readonly Setting[];
  /** Powers of the activation; each replaces the settings' own. */
  readonly qs: readonly number[];
  /** Batch sizes; those above n are left out. */
  readonly batchSizes: readonly number[] | "full";
  /** Exponent D of the order column, as a rational; symbolic unless given. */
  readonly D?: string;
  readonly eps: number;
  /** Absent: no training. */
  readonly training?: Training;
}

/** PyTorch's. */
const BETAS: [number, number] = [0.9, 0.999];
const TEST_SIZE = 1000;
/** Below it the theorems say nothing, nor do their orders. */
const LEAST_POWER = 3;
const RECORDS = 200;

type Measured = ThresholdKind & Required<Pick<ThresholdKind, "measured">>;

const isMeasured = (kind: ThresholdKind): kind is Measured => kind.measured !== undefined;

const scalingAt = (q: number, D: string | undefined): Scaling =>
  familyScaling({ q: String(q), ...(D !== undefined && { D }) });

function search({ optimizer: name, measured }: Measured, setting: Setting, training: Training, eps: number) {
  const runAt = (weightDecay: number, seed: number): DynamicsRun => {
    const { lr, epochs, betas } = measured.training?.(setting, weightDecay) ?? { ...training, betas: BETAS };
    return parseDynamics({
      setting,
      optimizer: { name, lr, weightDecay, betas, eps },
      ...{
        batchSize: setting.n,
        epochs,
        seed,
        testSize: TEST_SIZE,
        recordEvery: Math.max(1, Math.floor(epochs / RECORDS)),
      },
    });
  };
  return empiricalThreshold({
    runAt,
    seeds: training.seeds,
    question: questionNamed(measured.question),
    j: "+1",
    guess(seed) {
      // The start is the same at every weight decay.
      const guess = measured.ofStart(problemOf(runAt(1, seed)), setting);
      // A start without a feature of its own, or without eps, has no threshold; sigma0 itself is then as good a place to begin as any.
      return guess > 0 && guess < Infinity ? guess : setting.sigma0;
    },
  });
}

/**
 * The thresholds of weight decay, each as its order, as an explicit finite-size value over starts, and as training finds it.
 *
 * @param input settings, powers q, batch sizes, and how to train, if at all; training is of the full batch alone, as the explicit values are
 * @returns a generator: yields the share done of what is trained; its value: a row for every setting, q, batch size and
 *   threshold known for it
 * @throws InputError as the searches do, and where every batch size is above n
 * Source: docs/theory.md 5; docs/notes/thresholds.md, docs/notes/wider-thresholds.md.
 */
export function* thresholds({
  settings,
  qs,
  batchSizes,
  D,
  eps,
  training,
}: ThresholdsInput): Generator<number, ThresholdRow[], boolean | undefined> {
  const cases = settings.flatMap((setting) =>
    (qs.length > 0 ? qs : [setting.q]).flatMap((q) =>
      (batchSizes === "full" ? [setting.n] : batchSizes.filter((size) => size <= setting.n)).flatMap((batchSize) =>
        THRESHOLDS.filter((kind) => isKnownAt(kind, { setting: { ...setting, q }, batchSize })).map((kind) => ({
          kind,
          batchSize,
          setting: { ...setting, q },
        })),
      ),
    ),
  );
  if (cases.length === 0) {
    const most = Math.max(...settings.map(({ n }) => n));
    throw new InputError(
      `a batch size must be at most n = ${most}, but all are above (${show(batchSizes)}); lower one`,
    );
  }
  const searches = cases.filter(({ kind, batchSize, setting }) => isMeasured(kind) && batchSize === setting.n).length;
  const rows: ThresholdRow[] = [];
  let done = 0;
  let stopped = false;
  for (const { kind, batchSize, setting } of cases) {
    const order =
      kind.formula === undefined || setting.q < LEAST_POWER
        ? undefined
        : orderOf(plainFormula(kind.formula), scalingAt(setting.q, D));
    let empirical: EmpiricalThreshold | undefined;
    if (training && !stopped && isMeasured(kind) && batchSize === setting.n) {
      const found = yield* relay(search(kind, setting, training, eps), (share) => (done + share) / searches);
      empirical = found.value;
      stopped = found.stopped;
      done++;
    }
    rows.push({
      ...{ n: setting.n, q: setting.q, batchSize, optimizer: kind.optimizer, threshold: kind.name },
      ...(order && { order: orderText(order), orderLatex: orderLatex(order) }),
      explicit: explicitOf(kind, { setting, batchSize, eps }),
      ...(empirical && { empirical }),
    });
  }
  return rows;
}
