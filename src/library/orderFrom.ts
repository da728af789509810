import type { From } from "../bounds/from/answer.ts";
import { from } from "../bounds/from/from.ts";
import { InputError, show } from "../setting/inputError.ts";
import * as z from "../setting/zod.ts";
import { BY_NAME, textsOf } from "./fields.ts";
import { checked } from "./options.ts";

/** What names stand for. */
export interface OrderFromOptions {
  /** Names that stand for formulas or numbers: { d: "n^6", T: "n^2/eta" }. */
  readonly define?: Readonly<Record<string, string | number>> | undefined;
  /** The same, of exponents: { q: 3 }. */
  readonly set?: Readonly<Record<string, string | number>> | undefined;
}

const schema = z.strictObject({ define: BY_NAME, set: BY_NAME });

/**
 * From where on inequalities hold for ever, constants and all.
 *
 * @param bounds an inequality with <=, <, >= or >, or several, in any names: each is positive, n and other counts 1 or more, the papers' small quantities 1 or less
 * @param options what names stand for
 * @returns of each the verdict ("holds", "fails", "not decided") and bounds of its symbols, in six digits: of one symbol the least, where `sharp` names it; of several such that it holds beyond them all
 * @throws InputError, one sentence with the position
 * Source: ours (docs/notes/from.md): intervals prove it, decimals look for points that contradict it.
 * @example
 * const [bound] = orderFrom("9 sqrt(n) log n <= n/10")
 * bound.whole // => "1661797"
 */
export function orderFrom(bounds: string | readonly string[], options: OrderFromOptions = {}): From[] {
  const { define, set } = checked(schema, options, "orderFrom's options");
  return [bounds].flat().map((bound) => {
    if (typeof bound !== "string") throw new InputError(`a bound must be a text, but is ${show(bound)}; correct it`);
    return from(bound, { ...textsOf(set), ...textsOf(define) });
  });
}
