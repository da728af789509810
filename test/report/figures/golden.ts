import { readFileSync, writeFileSync } from "node:fs";

const GOLDEN = new URL("golden/", import.meta.url);

/** Places are told to a hundredth; the last of these may be another elsewhere, since logarithms of scales are not our own. */
const TOLERANCE = 0.02;

const NUMBER = /-?\d+(?:\.\d+)?/g;

/** What is drawn, without the digits of places: those are in tags, and what is between tags is text that must be the same. */
function partsOf(svg: string) {
  const places: number[] = [];
  const shape = svg.replaceAll(/<[^<>]+>/g, (tag) =>
    tag.replaceAll(NUMBER, (digits) => {
      places.push(Number(digits));
      return "#";
    }),
  );
  return { shape, places };
}

/**
 * Whether two figures are the same up to the last digit of places.
 *
 * @param kept the text of an SVG
 * @param drawn that of another
 */
export function likeFigure(kept: string, drawn: string): boolean {
  const [one, other] = [partsOf(kept), partsOf(drawn)];
  return (
    one.shape === other.shape &&
    one.places.every((place, k) => Math.abs(place - (other.places[k] as number)) <= TOLERANCE)
  );
}

/**
 * Compares a figure with the one that was looked at; another is left beside it as NAME-changed.svg.
 *
 * @param name of the figure
 * @param svg as it is drawn now
 * @returns whether they are the same up to the last digit of places
 */
export function likeGolden(name: string, svg: string): boolean {
  const same = likeFigure(readFileSync(new URL(`${name}.svg`, GOLDEN), "utf8"), svg);
  if (!same) writeFileSync(new URL(`${name}-changed.svg`, GOLDEN), svg);
  return same;
}
