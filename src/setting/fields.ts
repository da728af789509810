import * as z from "./zod.ts";

/** What a field of an input file is: its meaning, its unit and its range, shown by `adamcheck presets` and `family --help`; the range also by every error about it. */
export interface Field {
  meaning: string;
  unit: string;
  range: string;
}

function field<T>(range: string, holds: (value: unknown) => boolean, meaning: string, unit: string) {
  const about: Field = { meaning, unit, range };
  return z.custom<T>(holds, { error: `must be ${range}` }).meta(about as Field & Record<string, unknown>);
}

const finite = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);

type Meta = { meta(): Field | undefined; unwrap?: () => Meta };

/** What a field is, also where it has a default or may be left out. */
export function aboutField(schema: unknown): Field {
  const field = schema as Meta;
  return field.meta() ?? aboutField((field.unwrap as () => Meta)());
}

export const positiveInteger = (meaning: string, unit: string) =>
  field<number>("a positive integer (below 2^53)", (v) => Number.isSafeInteger(v) && (v as number) >= 1, meaning, unit);

export const integerFrom = (least: number, meaning: string, unit: string) =>
  field<number>(
    `an integer >= ${least} (below 2^53)`,
    (v) => Number.isSafeInteger(v) && (v as number) >= least,
    meaning,
    unit,
  );

export const integerBetween = (least: number, most: number, meaning: string, unit: string) =>
  field<number>(
    `an integer from ${least} to ${most}`,
    (v) => Number.isInteger(v) && (v as number) >= least && (v as number) <= most,
    meaning,
    unit,
  );

export const numberAbove = (bound: number, most: number, meaning: string, unit: string) =>
  field<number>(`a number above ${bound}, at most ${most}`, (v) => finite(v) && v > bound && v <= most, meaning, unit);

export const positive = (meaning: string, unit: string) =>
  field<number>("a finite number > 0", (v) => finite(v) && v > 0, meaning, unit);

export const nonNegative = (meaning: string, unit: string) =>
  field<number>("a finite number >= 0", (v) => finite(v) && v >= 0, meaning, unit);

export const fraction = (meaning: string) =>
  field<number>("a number in [0, 1)", (v) => finite(v) && v >= 0 && v < 1, meaning, "none");

export const oneOf = <T extends string>(values: readonly T[], meaning: string) =>
  field<T>(`one of ${values.map((value) => `"${value}"`).join(", ")}`, (v) => values.includes(v as T), meaning, "name");
