import { explain } from "../../setting/explain.ts";
import { isWord, nonNegative, ruled, SCHEMA_NAME } from "../../setting/fields.ts";
import { InputError, show } from "../../setting/inputError.ts";
import { isObject } from "../../setting/isObject.ts";
import * as z from "../../setting/zod.ts";
import type { MetricHead } from "../../sim/metricHead.ts";
import type { OutsideMoment } from "../../sim/trajectory.ts";

/*
 * What a trainer of a user's own is asked, one JSON object on its standard input, and what it answers, one JSON object on the last line that it prints.
 */

/** Of this form of questions and answers. */
export const PROTOCOL = 1;

const text = (rule: string) =>
  ruled<string>(
    rule,
    { type: "string", minLength: 1, maxLength: 200, description: rule },
    (value) => typeof value === "string" && value.length > 0 && value.length <= 200,
  );

const METRIC = {
  type: "object",
  properties: { name: { type: "string" }, about: { type: "string" }, unit: { type: "string" } },
  required: ["name", "about", "unit"],
  additionalProperties: false,
};

const isMetric = (value: unknown): value is MetricHead =>
  isObject(value) &&
  Object.keys(value).length === 3 &&
  isWord(value.name) &&
  [value.about, value.unit].every((one) => typeof one === "string");

/** What a trainer says of itself. */
export const aboutSchema = z.strictObject({
  $schema: SCHEMA_NAME,
  name: text("a name, 1 to 200 characters"),
  version: text("a version, 1 to 200 characters: another one is another result"),
  metrics: ruled<readonly MetricHead[]>(
    "a list of {name, about, unit}, each name a word that is there once",
    { type: "array", items: METRIC },
    (value) =>
      Array.isArray(value) && value.every(isMetric) && new Set(value.map(({ name }) => name)).size === value.length,
  ).optional(),
  files: ruled<readonly string[]>(
    "a list of paths of files that the results depend on, beside those that the command names",
    { type: "array", items: { type: "string" } },
    (value) => Array.isArray(value) && value.every((one) => typeof one === "string"),
  ).optional(),
});

/** What a trainer says of itself, checked. */
export type TrainerAbout = Omit<z.output<typeof aboutSchema>, "$schema">;

/** What is to be said instead of a number that JSON has not. */
const FINITE = 'a number that is not finite belongs into "diverged"';

const share = (meaning: string) =>
  ruled<number>(
    "a number from 0 to 1",
    { type: "number", minimum: 0, maximum: 1, description: meaning },
    (value) => typeof value === "number" && value >= 0 && value <= 1,
  );

const steps = () =>
  ruled<number>(
    "an integer >= 0",
    { type: "integer", minimum: 0, description: "steps done" },
    (value) => Number.isSafeInteger(value) && (value as number) >= 0,
  );

const epochs = () => nonNegative("passes over the training set", "epochs");

const momentSchema = z.strictObject({
  epoch: epochs(),
  step: steps(),
  trainLoss: ruled<number>(
    "a finite number",
    { type: "number", description: "mean loss over the training set, without decay" },
    Number.isFinite,
  ),
  trainError: share("share of the training set that is wrong"),
  testError: share("share of the test set that is wrong"),
  metrics: ruled<Readonly<Record<string, number>>>(
    "finite numbers by name",
    { type: "object", additionalProperties: { type: "number" } },
    (value) => isObject(value) && Object.values(value).every(Number.isFinite),
  ).optional(),
});

const divergedSchema = z.strictObject({
  step: steps(),
  epoch: epochs(),
  metric: text("the name of the number that was not finite"),
});

/** What a trainer gives for a run. */
export const trainedSchema = z.strictObject({
  $schema: SCHEMA_NAME,
  history: ruled<readonly unknown[]>(
    "a list of at least one moment {epoch, step, trainLoss, trainError, testError}, the last one at the end of the run",
    { type: "array", minItems: 1, items: { $ref: "#/definitions/moment" } },
    (value) => Array.isArray(value) && value.length > 0,
  ),
  diverged: divergedSchema.optional(),
});

/** The form of a moment, for the published schema. */
export const MOMENT_SCHEMA = momentSchema;

/** What a trainer gives for a run, checked. */
export interface Trained {
  readonly history: readonly OutsideMoment[];
  readonly diverged?: { readonly step: number; readonly epoch: number; readonly metric: string };
}

function parsed<T>(schema: { safeParse(value: unknown): { data?: T; error?: z.ZodError } }, value: unknown): T {
  const { data, error } = schema.safeParse(value);
  if (error) throw explain(error, value, "what the trainer prints");
  return data as T;
}

/** An error about a part, with the place of that part. */
const inPlace = ({ message }: InputError, place: string) =>
  new InputError(message.startsWith("the whole ") ? message.replace("the whole", place) : `${place}.${message}`);

/** The JSON object on the last line. */
function objectIn(printed: string): unknown {
  const line = printed.trimEnd().split("\n").at(-1) ?? "";
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {}
  if (isObject(value)) return value;
  throw new InputError(
    `the trainer must print a JSON object on its last line, but printed ${line === "" ? "nothing" : show(line)}; print all of it on one line, at the end (${FINITE})`,
  );
}

/**
 * Reads what a trainer says of itself.
 *
 * @param printed all that it printed
 * @returns name, version, metrics, files
 * @throws InputError, one sentence
 */
export function aboutFrom(printed: string): TrainerAbout {
  const { $schema: _, ...about } = parsed(aboutSchema, objectIn(printed));
  return about;
}

/**
 * Reads what a trainer gives for a run.
 *
 * @param printed all that it printed
 * @param epochs of the run: it ends there, unless it diverged
 * @param known the names of the trainer's metrics
 * @returns its moments, each after the one before
 * @throws InputError, one sentence
 */
export function trainedFrom(printed: string, epochs: number, known: readonly string[]): Trained {
  const { history, diverged } = parsed(trainedSchema, objectIn(printed));
  const moments = history.map((moment, k) => {
    const { data, error } = momentSchema.safeParse(moment);
    if (error) throw inPlace(explain(error, moment, "the whole"), `history[${k}]`);
    return data as OutsideMoment;
  });
  moments.forEach(({ epoch, metrics = {} }, k) => {
    const before = moments[k - 1]?.epoch ?? -1;
    if (epoch <= before) {
      throw new InputError(
        `history[${k}].epoch must be above that of the moment before, ${before}, but is ${epoch}; print moments in their order`,
      );
    }
    const unknown = Object.keys(metrics).find((name) => !known.includes(name));
    if (unknown !== undefined) {
      throw new InputError(
        `history[${k}].metrics must have names that the trainer said when it was asked to describe itself (${known.join(", ") || "none"}), but has ${show(unknown)}; add it there`,
      );
    }
  });
  const last = moments.at(-1)?.epoch as number;
  if (diverged === undefined && last < epochs) {
    throw new InputError(
      `history must end at epoch ${epochs}, the run's last, but ends at ${last}; train to the end, or say "diverged"`,
    );
  }
  return { history: moments, ...(diverged && { diverged }) };
}
