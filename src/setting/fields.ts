import { type ImageSource, isImages } from "./imageSource.ts";
import * as z from "./zod.ts";

/** What a rule says in JSON Schema, from which the schemas of run files and plans are made: an editor then knows what a program would refuse. */
export type JsonRule = Readonly<Record<string, unknown>>;

/** What a field of an input file is: its meaning, its unit and its range, shown by `adamcheck presets` and `family --help`; the range also by every error about it. */
export interface Field {
  meaning: string;
  unit: string;
  range: string;
  json: JsonRule;
}

function field<T>(range: string, json: JsonRule, holds: (value: unknown) => boolean, meaning: string, unit: string) {
  const about: Field = { meaning, unit, range, json };
  return z.custom<T>(holds, { error: `must be ${range}` }).meta(about as Field & Record<string, unknown>);
}

/**
 * A field that is described by its rule alone.
 *
 * @param rule as errors say it
 * @param json the same in JSON Schema
 * @param holds the same for a value
 */
export const ruled = <T>(rule: string, json: JsonRule, holds: (value: unknown) => boolean) =>
  z.custom<T>(holds, { error: `must be ${rule}` }).meta({ json });

const finite = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);
const integer = (minimum: number, maximum = Number.MAX_SAFE_INTEGER) => ({ type: "integer", minimum, maximum });

type Meta = { meta(): Field | undefined; unwrap?: () => Meta };

/** What a field is, also where it has a default or may be left out. */
export function aboutField(schema: unknown): Field {
  const field = schema as Meta;
  return field.meta() ?? aboutField((field.unwrap as () => Meta)());
}

export const positiveInteger = (meaning: string, unit: string) =>
  field<number>(
    "a positive integer (below 2^53)",
    integer(1),
    (v) => Number.isSafeInteger(v) && (v as number) >= 1,
    meaning,
    unit,
  );

export const integerFrom = (least: number, meaning: string, unit: string) =>
  field<number>(
    `an integer >= ${least} (below 2^53)`,
    integer(least),
    (v) => Number.isSafeInteger(v) && (v as number) >= least,
    meaning,
    unit,
  );

export const integerBetween = (least: number, most: number, meaning: string, unit: string) =>
  field<number>(
    `an integer from ${least} to ${most}`,
    integer(least, most),
    (v) => Number.isInteger(v) && (v as number) >= least && (v as number) <= most,
    meaning,
    unit,
  );

export const numberAbove = (bound: number, most: number, meaning: string, unit: string) =>
  field<number>(
    `a number above ${bound}, at most ${most}`,
    { type: "number", exclusiveMinimum: bound, maximum: most },
    (v) => finite(v) && v > bound && v <= most,
    meaning,
    unit,
  );

export const numberFrom = (least: number, most: number, meaning: string, unit: string) =>
  field<number>(
    `a number from ${least} to ${most}`,
    { type: "number", minimum: least, maximum: most },
    (v) => finite(v) && v >= least && v <= most,
    meaning,
    unit,
  );

export const numberBetween = (least: number, bound: number, meaning: string, unit: string) =>
  field<number>(
    `a number in [${least}, ${bound})`,
    { type: "number", minimum: least, exclusiveMaximum: bound },
    (v) => finite(v) && v >= least && v < bound,
    meaning,
    unit,
  );

export const truth = (meaning: string) =>
  field<boolean>("true or false", { type: "boolean" }, (v) => typeof v === "boolean", meaning, "none");

export const positive = (meaning: string, unit: string) =>
  field<number>(
    "a finite number > 0",
    { type: "number", exclusiveMinimum: 0 },
    (v) => finite(v) && v > 0,
    meaning,
    unit,
  );

export const nonNegative = (meaning: string, unit: string) =>
  field<number>("a finite number >= 0", { type: "number", minimum: 0 }, (v) => finite(v) && v >= 0, meaning, unit);

export const fraction = (meaning: string) => numberBetween(0, 1, meaning, "none");

export const oneOf = <T extends string>(values: readonly T[], meaning: string) =>
  field<T>(
    `one of ${values.map((value) => `"${value}"`).join(", ")}`,
    { enum: values },
    (v) => values.includes(v as T),
    meaning,
    "name",
  );

/** A name that a user may have given. */
const WORD = /^[a-zA-Z][\w-]*$/;

export const isWord = (value: unknown): value is string => typeof value === "string" && WORD.test(value);

/** A name of something of a user's own, or one of these; whether it is known is looked at where it is used. */
export const ownOr = <T extends string>(values: readonly T[], meaning: string) =>
  field<T | (string & {})>(
    [...(values.length === 0 ? [] : [`one of ${values.map((value) => `"${value}"`).join(", ")}`]), OWN].join(", or "),
    values.length === 0
      ? { type: "string", pattern: WORD.source }
      : { anyOf: [{ enum: values }, { type: "string", pattern: WORD.source }] },
    isWord,
    meaning,
    "name",
  );

/** A name of data of a user's own, or images; what is said of these is looked at where they are read. */
export const dataField = (meaning: string) =>
  field<ImageSource | (string & {})>(
    `${OWN}, or an object { images, labels, patch, ... } of files with images`,
    {
      anyOf: [
        { type: "string", pattern: WORD.source },
        { type: "object", required: ["images", "patch"] },
      ],
    },
    (value) => isWord(value) || isImages(value),
    meaning,
    "name",
  );

/** Where names of a user's own come from. */
const OWN = "a name that a file loaded with --load defines";

/** Names the schema of a file to an editor; read, and not kept. */
export const SCHEMA_NAME = ruled<string>(
  "a text, the place of a JSON Schema",
  { type: "string" },
  (value) => typeof value === "string",
).optional();
