import fc from "fast-check";
import { holdsAt } from "../src/bounds/hypotheses/holdsAt.ts";
import { HYPOTHESES, type Hypothesis } from "../src/bounds/hypotheses/hypotheses.ts";
import { assumedBy, THEOREMS } from "../src/bounds/hypotheses/theorems.ts";
import { valuesOf } from "../src/bounds/hypotheses/values.ts";
import { WIDER_HYPOTHESES } from "../src/bounds/hypotheses/widerHypotheses.ts";
import { valueOf } from "../src/bounds/order/valueOf.ts";
import { type DynamicsRun, parseDynamics } from "../src/dynamics/run.ts";
import { integerPower } from "../src/numeric/integerPower.ts";
import { power } from "../src/numeric/power.ts";
import { familySetting } from "../src/setting/family.ts";
import { InputError, show } from "../src/setting/inputError.ts";
import { isObject } from "../src/setting/isObject.ts";
import { isListed, isText, mustBe } from "../src/setting/mustBe.ts";
import { advice, mustName } from "../src/setting/nearest.ts";
import { share } from "./uniform.ts";

/** The run file of a case: what `adamcheck dynamics` takes. */
export type RunInput = Pick<DynamicsRun, "setting" | "seed"> & {
  readonly batchSize: number;
  readonly epochs: number;
  readonly optimizer: Omit<DynamicsRun["optimizer"], "eps"> & { readonly eps?: number };
  readonly testSize: number;
  readonly recordEvery?: number;
};

/** What a generator of runs leaves to its caller. */
export interface MeetingOptions {
  /** Hypotheses by their names; `hypothesesOf` gives those of a theorem. */
  readonly hypotheses: readonly string[];
  readonly optimizer: string;
  /** Training examples to choose from. */
  readonly n?: readonly number[];
  readonly q?: readonly number[];
  /** Epochs of a run that is otherwise complete. */
  epochs(run: Pick<RunInput, "setting" | "optimizer" | "batchSize">): number;
}

/**
 * All hypotheses of a theorem, those that every theorem shares included.
 *
 * @param id of the theorem: "thm-4.1"
 * @returns their names
 * @throws InputError where no theorem has that id
 * Source: [T25], [Z21]; docs/theory.md 3.5.
 * @example
 * hypothesesOf("moment-ratio") // => ["moment-ratio"]
 */
export function hypothesesOf(id: string): readonly string[] {
  const theorem = THEOREMS.find((candidate) => candidate.id === id);
  if (!theorem) {
    const known = THEOREMS.map((each) => each.id);
    throw new InputError(`a theorem must be one of ${known.join(", ")}, but is ${show(id)}; ${advice(id, known)}`);
  }
  return assumedBy(theorem);
}

/** Those of every paper. */
const ALL: readonly Hypothesis[] = [...HYPOTHESES, ...WIDER_HYPOTHESES];
const NAMES = ALL.map(({ id }) => id);
const BY_NAME = new Map(ALL.map((hypothesis) => [hypothesis.id, hypothesis]));
const hypothesisNamed = (id: string) => BY_NAME.get(id) as Hypothesis;

function mustBeHypotheses(hypotheses: readonly string[]): void {
  mustBe(
    Array.isArray(hypotheses),
    "hypotheses",
    "a list of names",
    hypotheses,
    "hypothesesOf gives those of a theorem",
  );
  for (const name of hypotheses) mustName("hypotheses", name, NAMES);
}

/** What hypotheses speak of in a run. */
export type RunPart = Pick<RunInput, "setting" | "optimizer" | "batchSize">;

const numbersOf = ({ setting, optimizer, batchSize }: RunPart) => {
  const { weightDecay, lr, eps = weightDecay * lr } = optimizer;
  const { mu = 1, flip = 0 } = setting;
  return { ...valuesOf(setting, { ...optimizer, eps }, batchSize), mu, flip };
};

/**
 * The hypotheses that a run does not meet, with the constant 1 (4 to both sides for Theta).
 *
 * @param hypotheses by their names
 * @param part setting, optimizer and batch size of a run
 * @returns the names
 * @throws InputError for an unknown hypothesis, or no run
 * Source: src/bounds/hypotheses/margin.ts.
 * @example
 * const cases = meeting({ hypotheses: ["moment-ratio"], optimizer: "adam", epochs: () => 1 })
 * const [run] = fc.sample(cases, { seed: 1, numRuns: 1 })
 * unmetBy(["moment-ratio"], run) // => []
 * unmetBy(["moment-ratio"], { ...run, optimizer: { ...run.optimizer, betas: [0.9, 0.5] } }) // => ["moment-ratio"]
 */
export function unmetBy(hypotheses: readonly string[], part: RunPart): string[] {
  mustBeHypotheses(hypotheses);
  const run = isObject(part) && isObject(part.setting) && isObject(part.optimizer);
  mustBe(run, "part", "a run with setting, optimizer and batchSize", part, "meeting draws such runs");
  const numbers = numbersOf(part);
  return hypotheses.filter((id) => !holdsAt(hypothesisNamed(id), numbers));
}

/** Whether a run meets hypotheses that are there: `unmetBy` names none. */
export function meets(hypotheses: readonly string[], part: RunPart): boolean {
  const numbers = numbersOf(part);
  return hypotheses.every((id) => holdsAt(hypothesisNamed(id), numbers));
}

/** The number that a hypothesis bounds its left side with, at a setting. */
export const boundOf = (id: string, part: RunPart): number =>
  valueOf((hypothesisNamed(id).anyOf[0] as { right: Parameters<typeof valueOf>[0] }).right, numbersOf(part)).toNumber();

/** Conditions that say how small a step must be, as lr <= bound. */
export const largestStep = ({
  s,
  sigmaP,
  sigma0,
  q,
}: Pick<RunInput["setting"], "s" | "sigmaP" | "sigma0" | "q">): number => {
  const slope = integerPower(sigma0, q - 1);
  return Math.min(slope / s, slope, 1 / (s * sigmaP));
};

/** Where the hypotheses put weight decay: from, to. */
function decayRange(hypotheses: readonly string[], part: RunPart): readonly [number, number] {
  const has = (id: string) => hypotheses.includes(id);
  if (has("adam-strong-decay")) {
    const bound = boundOf("adam-strong-decay", part);
    return [2 * bound, 20 * bound];
  }
  if (has("adamw-decay-least")) return [boundOf("adamw-decay-least", part), 1];
  const bounds = ["adam-decay", "gd-decay"].filter(has).map((id) => boundOf(id, part));
  const most = Math.min(...bounds, 1);
  return [most / 100, most / 2];
}

/** From one number to another, as far along on the logarithmic scale as a share says. */
export const between = (from: number, to: number, share: number): number => from * power(to / from, share);

/**
 * Draws runs that meet hypotheses in their finite reading: the theorems' scaling family with random constants, and of the rest
 * (learning rate, weight decay, batch size, betas) what the hypotheses admit.
 *
 * @param options which hypotheses, whose optimizer
 * @returns an arbitrary of run files, every one of which meets every hypothesis with the constant 1; supports are drawn disjoint
 * @throws InputError for an option that is missing or wrong; Error (fast-check's) where hardly a draw meets them, which no size of these ranges then does
 * Source: ours; Conditions A.1, A.2 of [T25] through src/setting/family.ts.
 * @example
 * const cases = meeting({ hypotheses: hypothesesOf("thm-4.5"), optimizer: "adamw", epochs: () => 1 })
 * fc.sample(cases, { seed: 1, numRuns: 3 }).every(({ setting }) => setting.supports === "disjoint") // => true
 */
export function meeting(options: MeetingOptions): fc.Arbitrary<RunInput> {
  mustBe(isObject(options), "what meeting is given", "an object", options, "name hypotheses, optimizer and epochs");
  const { hypotheses, optimizer, n = [8, 12, 16, 24, 32], q = [3, 4], epochs } = options;
  mustBeHypotheses(hypotheses);
  mustBe(isText(optimizer), "optimizer", "a name", optimizer, 'name one, such as "adam"');
  mustBe(isListed(n) && n.every(Number.isSafeInteger), "n", "a list of integers", n, "correct it or leave it out");
  mustBe(isListed(q) && q.every(Number.isSafeInteger), "q", "a list of integers", q, "correct it or leave it out");
  mustBe(typeof epochs === "function", "epochs", "a function", epochs, "it says how long a run is");
  const around = fc.double({ min: 0.7, max: 1.5, noNaN: true });
  const drawn = fc.record({
    n: fc.constantFrom(...n),
    q: fc.constantFrom(...q),
    D: fc.double({ min: 4.8, max: 6, noNaN: true }),
    cS: around,
    cSigmaP: around,
    cAlpha: around,
    stepShare: share,
    decayShare: share,
    batchShare: share,
    betas: fc.constantFrom<readonly [number, number]>([0.9, 0.999], [0.9, 0.99], [0.5, 0.9]),
    seed: fc.nat({ max: 1e6 }),
  });
  const candidates = drawn.map(({ n, q, D, cS, cSigmaP, cAlpha, stepShare, decayShare, batchShare, betas, seed }) => {
    const { setting: family } = familySetting(n, { D, q, cS, cSigmaP, cAlpha });
    const setting = { ...family, labels: "balanced" as const, supports: "disjoint" as const };
    const lr = between(0.3, 0.9, stepShare) * largestStep(setting);
    const full = hypotheses.includes("full-batch");
    const batchSize = full ? n : Math.max(1, Math.round(between(1, n, batchShare)));
    const adaptive = optimizer === "adam" || optimizer === "adamw";
    const shell = { name: optimizer, lr, weightDecay: 1, convention: "paper" as const, ...(adaptive && { betas }) };
    const [from, to] = decayRange(hypotheses, { setting, optimizer: shell, batchSize });
    const weightDecay = between(from, to, decayShare);
    const part = { setting, optimizer: { ...shell, weightDecay }, batchSize };
    return { ...part, epochs: epochs(part), seed, testSize: 1000 };
  });
  return candidates.filter((run) => meets(hypotheses, run));
}

/**
 * A run file, checked and complete.
 *
 * @param input a run that `meeting` has drawn
 * @returns the run, as `stepwise` and `dynamics` take it
 * @throws InputError for what is wrong with it
 * Source: ours.
 * @example
 * const cases = meeting({ hypotheses: hypothesesOf("moment-ratio"), optimizer: "adam", epochs: () => 1 })
 * runOf(fc.sample(cases, { seed: 1, numRuns: 1 })[0]).epochs // => 1
 */
export const runOf = (input: RunInput): DynamicsRun => parseDynamics(input);
