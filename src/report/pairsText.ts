import type { Contrast } from "../experiments/pairs/pairing.ts";
import type { Difference, Discord, PairRow } from "../experiments/pairs/row.ts";
import type { Cell } from "../experiments/sweep/column.ts";
import { INTERVAL_LIMIT } from "../statistics/medianWithInterval.ts";
import { levelsText, medianText, percentText } from "./intervalText.ts";
import { shortNumber, type Table } from "./table.ts";
import { toText } from "./text/toText.ts";

/** What `compareRuns` gives. */
interface Compared {
  readonly contrasts: readonly Contrast[];
  readonly by: readonly string[];
  readonly rows: readonly PairRow[];
  readonly alone: { readonly a: number; readonly b: number };
  readonly cut: { readonly a: number; readonly b: number };
  readonly leftOut: readonly string[];
}

const cellText = (cell: Cell) => (typeof cell === "number" ? shortNumber(cell) : (cell ?? "-"));

/** Of ours, what people look at first; every format but text has all. */
const ASIDE = /^(noiseMemorizationLeast|freshNoiseLow|freshNoiseMedian)/;

const furthestCells = ({ furthest }: Difference) =>
  furthest ? [shortNumber(furthest.distance), shortNumber(furthest.epoch)] : ["-", "-"];

/** Numbers of both sides at the end, and how far apart they were where moments were kept. */
export function measuresTable({ by, rows }: Compared, shown: (name: string) => boolean = () => true): Table {
  const found = rows.flatMap(({ at, measures }) =>
    Object.entries(measures).flatMap(([name, difference]) => (shown(name) ? [{ at, name, difference }] : [])),
  );
  const kept = found.some(({ difference }) => difference.furthest !== null);
  return {
    head: [...by, "pairs", "measure", "a", "b", "b - a [interval]", ...(kept ? ["furthest apart", "at epoch"] : [])],
    rows: found.map(({ at, name, difference }) => [
      ...at.map(cellText),
      ...[String(difference.pairs), name, shortNumber(difference.a), shortNumber(difference.b)],
      medianText(difference.difference),
      ...(kept ? furthestCells(difference) : []),
    ]),
  };
}

/** How often each event holds in one run of a pair alone. */
export const discordTable = ({ by, rows }: Compared): Table => ({
  head: [...by, "pairs", "event", "both", "a alone", "b alone", "neither", "share of b - of a [95%]"],
  rows: rows.flatMap(({ at, pairs, events }) =>
    Object.entries(events).map(([name, found]) => [
      ...at.map(cellText),
      ...[String(pairs), name],
      ...[found.both, found.onlyA, found.onlyB, found.neither].map(String),
      percentText(found.difference),
    ]),
  ),
});

/** The same for programs: a number a cell, with every digit. */
export const pairsData = ({ by, rows }: Compared): Table => ({
  head: [...by, "measure", "pairs", "a", "b", "difference", "low", "high", "coverage", "furthest", "epoch"],
  rows: rows.flatMap(({ at, measures }) =>
    Object.entries(measures).map(([name, { pairs, a, b, difference, furthest }]) =>
      [
        ...at,
        ...[name, pairs, a, b],
        ...[difference.median, difference.low, difference.high, difference.coverage],
        ...[furthest?.distance, furthest?.epoch],
      ].map((cell) => String(cell ?? "")),
    ),
  ),
});

/** In what all of a differ from all of b. */
function contrastsText(contrasts: readonly Contrast[]): string {
  if (contrasts.length === 0) return "a and b have the same settings throughout.";
  const each = contrasts.map(({ column, a, b }) => `${column} (${cellText(a)}, ${cellText(b)})`);
  return `a and b differ in ${each.join(", ")}.`;
}

/** Test error and generalization of a row, in words. */
function answer({ at, pairs, measures, events }: PairRow, by: readonly string[]): string {
  const where = by.map((name, k) => `${name} = ${cellText(at[k] as Cell)}`).join(", ");
  const error = measures["testError"];
  const { onlyA, onlyB } = events["generalizes"] as Discord;
  const count = pairs === 1 ? "1 pair" : `${pairs} pairs`;
  const medians = pairs === 1 ? "" : ", medians";
  const test = error
    ? `test error ${shortNumber(error.a)} in a and ${shortNumber(error.b)} in b${medians}, b - a ${medianText(error.difference)}`
    : "no test error";
  return `${where === "" ? "" : `${where}: `}${count}: ${test}; a alone generalizes in ${onlyA}, b alone in ${onlyB}.`;
}

/** Distances of final weights. */
const weightsText = ({ rows, by }: Compared): string[] =>
  rows.flatMap(({ at, weights }) => {
    if (!weights) return [];
    const where = by.map((name, k) => `${name} = ${cellText(at[k] as Cell)}`).join(", ");
    const { distance, relative, cosine } = weights;
    return [
      `${where === "" ? "" : `${where}: `}final weights are ${shortNumber(distance)} apart, ${shortNumber(100 * relative)}% of the longer; cosine ${shortNumber(cosine)}`,
    ];
  });

function cutText({ cut }: Compared): string[] {
  const sides = (["a", "b"] as const).filter((side) => cut[side] > 0);
  return sides.map(
    (side) =>
      `${cut[side]} ${cut[side] === 1 ? "run" : "runs"} of ${side} did not come to the end: diverged, or stopped`,
  );
}

function aloneText({ alone }: Compared): string[] {
  const sides = (["a", "b"] as const).filter((side) => alone[side] > 0);
  return sides.map(
    (side) => `${alone[side]} ${alone[side] === 1 ? "run" : "runs"} of ${side} without a partner: left out`,
  );
}

const differencesOf = ({ rows }: Compared): readonly Difference[] =>
  rows.flatMap(({ measures }) => Object.values(measures));

/**
 * What is left out, and where no interval is given for a median.
 *
 * @param compared as `compareRuns` gives it
 * @returns sentences
 */
export function notesOf(compared: Compared): string[] {
  const many = differencesOf(compared).some(({ pairs }) => pairs > INTERVAL_LIMIT);
  return [
    ...compared.leftOut,
    ...(many ? [`Of medians of more than ${INTERVAL_LIMIT} pairs no interval is given.`] : []),
  ];
}

/**
 * A comparison of runs for people: what differs, what came of it, every measure.
 *
 * @param compared as `compareRuns` gives it
 * @param width of a line (default: no limit)
 * @returns text
 */
export function pairsText(compared: Compared, width = Infinity): string {
  const levels = levelsText(differencesOf(compared).map(({ difference }) => difference));
  const several = compared.rows.some(({ pairs }) => pairs > 1);
  const measures = measuresTable(compared, (name) => !ASIDE.test(name));
  return [
    contrastsText(compared.contrasts),
    ...compared.rows.map((row) => answer(row, compared.by)),
    ...weightsText(compared),
    ...cutText(compared),
    ...aloneText(compared),
    ...notesOf(compared),
    "",
    toText(measures, width),
    ...(several ? ["", toText(discordTable(compared), width)] : []),
    "",
    ...(several ? ["Runs are paired by seed. a and b: medians over pairs; b - a: the median of the difference."] : []),
    ...(levels === ""
      ? []
      : [
          `Its interval, distribution-free, has level ${levels}${levels.includes(" or ") ? ", by how many pairs have the number" : ""}.`,
        ]),
    ...(measures.head.includes("at epoch")
      ? ["furthest apart: the largest difference at a moment that both recorded"]
      : []),
    "",
  ].join("\n");
}
