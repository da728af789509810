import { exp } from "../../numeric/exp.ts";
import { log } from "../../numeric/log.ts";
import type { HeatGrid, HeatMap } from "../../papers/heatMap.ts";
import { mean } from "../../statistics/mean.ts";
import { type MedianInterval, medianInterval } from "../../statistics/medianInterval.ts";
import type { Block } from "./block.ts";
import { crossing, powerLaw } from "./boundary.ts";

/** Replicates below which no distribution-free interval of 95% exists. */
const LEAST = 6;

/** A fitted exponent, and what each replicate by itself gives. */
export interface HeatExponent {
  /** Of the boundary of the mean map; null where fewer than two rows have one. */
  readonly ofMean: number | null;
  /** C of column = C row^exponent at the claimed exponent, of the mean map: the claimed curve that lies nearest. */
  readonly factor: number | null;
  /** Of each replicate's own boundary: median and 95% interval, from six replicates on. */
  readonly interval?: MedianInterval;
  /** Each replicate's. */
  readonly each: readonly (number | null)[];
}

/** What came of a heat map, beside what its paper says. */
export interface HeatReport {
  readonly name: string;
  readonly title: string;
  readonly source: string;
  readonly quick: boolean;
  readonly level: HeatMap["level"];
  readonly rows: { readonly name: string; readonly values: readonly number[] };
  readonly columns: { readonly name: string; readonly values: readonly number[] };
  readonly replicates: number;
  readonly testSize: number;
  readonly cut: number;
  /** Means over the replicates, [rows][columns], to four digits. */
  readonly testError: readonly (readonly (number | null)[])[];
  readonly trainLoss: readonly (readonly (number | null)[])[];
  /** Runs that left the finite numbers. */
  readonly diverged: number;
  /** Where each row's mean error passes the cut. */
  readonly boundary: readonly (number | null)[];
  readonly exponent: HeatExponent;
  readonly claimed?: HeatMap["claimed"];
  /** Share of cells that the nearest claimed curve puts on the right side of the cut. */
  readonly claimedAgrees?: number;
  readonly published?: HeatMap["published"];
  readonly readings: readonly string[];
}

const rounded = (value: number): number => Number(value.toPrecision(4));

function meanOf(values: readonly (number | null)[]): number | null {
  const there = values.filter((value): value is number => value !== null);
  return there.length === 0 ? null : mean(there);
}

const points = (rows: readonly number[], boundary: readonly (number | null)[]): (readonly [number, number])[] =>
  rows.flatMap((row, k) => {
    const at = boundary[k];
    return at !== null && at !== undefined && at > 0 ? [[row, at] as const] : [];
  });

/** log C of y = C x^exponent nearest to the points, in logarithms. */
const nearest = (at: readonly (readonly [number, number])[], exponent: number): number | null => {
  const law = powerLaw(at);
  // The line through the middle of the points: with another slope it turns about it.
  return law && law.logC + (law.exponent - exponent) * mean(at.map(([x]) => log(x)));
};

/**
 * Sums up the rows of a heat map.
 *
 * @param map what was run
 * @param grid over which cells
 * @param quick whether that is the first look
 * @param blocks what each row gave
 * @returns means, boundary, exponents with their interval, beside what was claimed and published
 * Source: ours; docs/notes/patches.md.
 */
export function heatReport(map: HeatMap, grid: HeatGrid, quick: boolean, blocks: readonly Block[]): HeatReport {
  const { columns, rows, replicates } = grid;
  const { cut, claimed, published } = map;
  const means = blocks.map(({ testError }) => testError.map(meanOf));
  const boundaryOf = (of: (block: Block) => readonly (number | null)[]) =>
    blocks.map((block) =>
      crossing(
        columns,
        of(block).map((error) => error ?? Number.NaN),
        cut,
      ),
    );
  const boundary = boundaryOf(({ testError }) => testError.map(meanOf));
  const each = Array.from({ length: replicates }, (_, k) => {
    const own = boundaryOf(({ testError }) => testError.map((values) => values[k] as number | null));
    return powerLaw(points(rows, own))?.exponent ?? null;
  });
  const found = each.filter((exponent): exponent is number => exponent !== null);
  const ofMean = points(rows, boundary);
  const logC = claimed ? nearest(ofMean, claimed.exponent) : null;
  const claimedAt = (row: number) => exp((logC as number) + (claimed?.exponent ?? 0) * log(row));
  const right = means.flatMap((row, k) =>
    row.map((error, c) => (error ?? 1) > cut === (columns[c] as number) < claimedAt(rows[k] as number)),
  );
  const interval = found.length >= LEAST ? medianInterval(found, found) : undefined;
  return {
    ...{ name: map.name, title: map.title, source: map.source, quick, level: map.level },
    rows: { name: map.rows.name, values: rows },
    columns: { name: map.columns.name, values: columns },
    ...{ replicates, testSize: map.testSize, cut },
    testError: means.map((row) => row.map((error) => error && rounded(error))),
    trainLoss: blocks.map(({ trainLoss }) => trainLoss.map(meanOf).map((loss) => loss && rounded(loss))),
    diverged: blocks.flatMap(({ testError }) => testError.flat()).filter((error) => error === null).length,
    boundary: boundary.map((at) => at && rounded(at)),
    exponent: {
      ofMean: powerLaw(ofMean)?.exponent ?? null,
      factor: logC === null ? null : exp(logC),
      ...(interval && { interval }),
      each,
    },
    ...(claimed && { claimed }),
    ...(logC !== null && { claimedAgrees: right.filter(Boolean).length / right.length }),
    ...(published && { published }),
    readings: map.readings,
  };
}
