import { parseDynamics } from "../../dynamics/run.ts";
import { isOrigin } from "../../optimizers/origin.ts";
import { explain } from "../../setting/explain.ts";
import { oneOf, positive } from "../../setting/fields.ts";
import { InputError } from "../../setting/inputError.ts";
import { isObject } from "../../setting/isObject.ts";
import * as z from "../../setting/zod.ts";
import type { Engine } from "../../sim/engine.ts";
import { parseRun } from "../../sim/run.ts";
import { canonical } from "../canonical.ts";
import { jobKey } from "../job.ts";
import { namesRecorded } from "../sweep/recorded.ts";
import { stopSchema } from "../sweep/stopRules.ts";
import { configOf, LEVELS, type Trial, type TrialJob } from "../sweep/trial.ts";

/*
 * What is sent through Redis, which anybody may have written to: nothing of it is believed before it is checked.
 */

const orderSchema = z.strictObject({
  job: z.strictObject({
    kind: z.literal("trial"),
    run: z.custom<Record<string, unknown>>(isObject, { error: "must be a run" }),
    level: oneOf(LEVELS, "how the run is carried out"),
    stop: stopSchema,
    record: z.custom<string[]>(namesRecorded, { error: "must be a list of what a plan may record" }),
  }),
  timeout: positive("seconds that the run may take", "seconds").optional(),
});

/** What a worker is asked to do. */
export interface Order {
  readonly job: TrialJob;
  /** Seconds that it may take. */
  readonly timeout?: number;
}

/**
 * Checks what a queue asks for.
 *
 * @param input of the queue
 * @param key that it stands under
 * @param engine that would run it
 * @returns the order; its run is checked as a run file is
 * @throws InputError where it is no run, or not that of its key
 */
export function orderFrom(input: unknown, key: string, engine: Engine): Order {
  const parsed = orderSchema.safeParse(input);
  if (!parsed.success) throw explain(parsed.error, input, "what is in the queue");
  const { job: given, timeout } = parsed.data;
  const job = { ...given, run: given.level === "dynamics" ? parseDynamics(given.run) : parseRun(given.run) };
  if (jobKey(job, engine) !== key) {
    throw new InputError("what is in the queue must be the run of its key, but is another; run the sweep again");
  }
  return { job, ...(timeout !== undefined && { timeout }) };
}

const isNumber = (value: unknown) => value === null || typeof value === "number";
const isText = (value: unknown) => typeof value === "string";
const isPair = (value: unknown) => isObject(value) && isNumber(value["+1"]) && isNumber(value["-1"]);

type Check = (value: unknown) => boolean;

/** Whether a value is an object with these fields, each as it must be, and no others but optional ones. */
const isMadeOf =
  (fields: Readonly<Record<string, Check>>, optional: Readonly<Record<string, Check>> = {}): Check =>
  (value) =>
    isObject(value) &&
    Object.entries(fields).every(([name, holds]) => holds(value[name])) &&
    Object.entries(value).every(
      ([name, held]) => Object.hasOwn(fields, name) || (Object.hasOwn(optional, name) && optional[name]?.(held)),
    );

const isMetrics = (value: unknown) => isObject(value) && Object.values(value).every(Number.isFinite);

const isTrial = isMadeOf(
  {
    config: isObject,
    engine: isMadeOf({ name: isText, version: isText }),
    final: isMadeOf(
      {
        epoch: isNumber,
        step: isNumber,
        trainLoss: isNumber,
        trainError: isNumber,
        testError: isNumber,
        featureLearning: isPair,
        noiseMemorization: isMadeOf({ min: isPair, max: isPair }),
      },
      { metrics: isMetrics, freshNoise: isMadeOf({ low: isPair, median: isPair, high: isPair }) },
    ),
  },
  {
    stopped: isMadeOf({ rule: isText, epoch: isNumber, step: isNumber }),
    diverged: isMadeOf({ step: isNumber, epoch: isNumber, metric: isText }),
    recorded: isObject,
    load: isOrigin,
    metricsFrom: (value) => Array.isArray(value) && value.every(isOrigin),
    settingFrom: (value) => Array.isArray(value) && value.every(isOrigin),
  },
);

/**
 * Checks what a queue says that a run has given.
 *
 * @param value of the queue
 * @param job that was run
 * @returns the value itself; undefined where it is not a result of that run
 */
export function trialFrom(value: unknown, job: TrialJob): Trial | undefined {
  if (!isTrial(value)) return undefined;
  const trial = value as Trial;
  try {
    return canonical(trial.config) === canonical(configOf(job)) ? trial : undefined;
  } catch {
    // Nested deeper than the stack.
    return undefined;
  }
}

/** The longest reason that is kept. */
const REASON = 500;

/** A reason of a worker as it may be printed: without what would steer a terminal. */
export function reasonFrom(value: unknown): string {
  const text = String(value ?? "").replace(/[\u0000-\u001f\u007f-\u009f]+/g, " ");
  return text.slice(0, REASON) || "no reason was given";
}
