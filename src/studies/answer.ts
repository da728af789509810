import type { Row } from "./study.ts";

/** What a study says: its prediction came true, failed somewhere, or there are too few seeds to say. */
export interface Answer {
  readonly answer: "as predicted" | "not as predicted" | "open";
  /** Points where something was predicted, by what came out. */
  readonly points: Readonly<Record<"yes" | "no" | "open", number>>;
  /** Points of which nothing was predicted. */
  readonly unpredicted: number;
  /** Points that overturn the answer, as counted: by what was written before the runs, whatever their intervals leave open. */
  readonly overturned: number;
}

/**
 * The answer of a study from its rows.
 *
 * @param rows of `evidence`
 * @returns "not as predicted" where one interval excludes what was predicted, "as predicted" where all lie within
 * Source: ours; wrong with 5% at most, since all intervals hold together with 95%.
 * @example
 * answerOf([]).answer // => "open"
 */
export function answerOf(rows: readonly Pick<Row, "agrees" | "overturns">[]): Answer {
  const count = (asked: Row["agrees"]) => rows.filter(({ agrees }) => agrees === asked).length;
  const points = { yes: count("yes"), no: count("no"), open: count("open") };
  const answer = points.no > 0 ? "not as predicted" : points.yes > 0 && points.open === 0 ? "as predicted" : "open";
  return {
    answer,
    points,
    unpredicted: count(undefined),
    overturned: rows.filter(({ overturns }) => overturns).length,
  };
}
