import { InputError, show } from "../../setting/inputError.ts";

/** How a list of whole numbers that a run file has is told by plans and tables: as one text, so that it is a value like any other. */
export interface ListText {
  /** What a plan may have, for errors. */
  readonly rule: string;
  /** Whether a plan's value, as text, is one. */
  readonly form: RegExp;
  /** Between two numbers. */
  readonly between: string;
  /** Numbers of the list where the text has one alone. */
  readonly length?: number;
}

/** Height and width: [14, 14] is 14x14. */
export const SIZE: ListText = { rule: 'sizes such as [14, 14] or "14x14"', form: /^\d{1,9}x\d{1,9}$/, between: "x" };

/** The same, of which one number stands for both: 7 is 7x7. */
export const STEP: ListText = {
  ...{ rule: 'pixels such as 7, [7, 14] or "7x14"', form: /^\d{1,9}(x\d{1,9})?$/, between: "x", length: 2 },
};

/** Labels of classes: [3, 8] is 3 8. */
export const LABEL_LIST: ListText = {
  ...{ rule: 'lists of labels such as [3, 8] or "3 8"', form: /^\d{1,3}( \d{1,3})+$/, between: " " },
};

/** The text of a list. */
export const textOfList = ({ between }: ListText, list: readonly number[]): string => list.join(between);

/**
 * The list of a text.
 *
 * @param how it is told
 * @param text of that form
 * @returns its numbers
 * @example
 * listOfText(STEP, "7") // => [7, 7]
 */
export function listOfText({ between, length = 1 }: ListText, text: string): readonly number[] {
  const numbers = text.split(between).map(Number);
  return numbers.length === 1 ? Array(length).fill(numbers[0]) : numbers;
}

/**
 * The values of an axis of lists.
 *
 * @param given a list of lists, or of their texts
 * @param field its name in the plan, for errors
 * @param how they are told
 * @returns the texts; given again they are themselves
 * @throws InputError
 * @example
 * listValues([[14, 14], "7x7"], "axes.patch", SIZE) // => ["14x14", "7x7"]
 */
export function listValues(given: unknown, field: string, how: ListText): string[] {
  const refuse = (value: unknown): never => {
    throw new InputError(`${field} must be a list of ${how.rule}, but has ${show(value)}; correct it`);
  };
  if (!Array.isArray(given) || given.length === 0) return refuse(given);
  return given.map((value) => {
    const text = Array.isArray(value) ? value.join(how.between) : String(value);
    if (!how.form.test(text)) refuse(value);
    return textOfList(how, listOfText(how, text));
  });
}

/** The rule of `listValues` in JSON Schema. */
export const LISTS_JSON = {
  type: "array",
  items: { type: ["string", "integer", "array"], items: { type: "integer" } },
  minItems: 1,
};
