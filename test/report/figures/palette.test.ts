import { describe, expect, it } from "vitest";
import { COLOURS, INK, LOOKS, PAPER, REGIONS, SERIES } from "../../../src/report/figures/palette.ts";
import { DARK } from "../../../src/report/figures/scheme.ts";

type Rgb = readonly [number, number, number];

const linear = (hex: string): Rgb =>
  [1, 3, 5].map((k) => {
    const c = Number.parseInt(hex.slice(k, k + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;

const times = (matrix: readonly (readonly number[])[], rgb: Rgb): Rgb =>
  matrix.map((row) => row.reduce((sum, x, k) => sum + x * (rgb[k] as number), 0)) as unknown as Rgb;

/** How linear sRGB looks to each. Source: G. Machado, M. Oliveira, L. Fernandes, IEEE TVCG 15 (2009), severity 1. */
const EYES: Readonly<Record<string, readonly (readonly number[])[]>> = {
  all: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** CIE L*a*b* under D65. */
function labOf(rgb: Rgb): Rgb {
  const [x, y, z] = times(
    [
      [0.4124564 / 0.95047, 0.3575761 / 0.95047, 0.1804375 / 0.95047],
      [0.2126729, 0.7151522, 0.072175],
      [0.0193339 / 1.08883, 0.119192 / 1.08883, 0.9503041 / 1.08883],
    ],
    rgb.map((c) => Math.min(1, Math.max(0, c))) as unknown as Rgb,
  ).map((t) => (t > 216 / 24389 ? Math.cbrt(t) : (24389 / 27 / 116) * t + 16 / 116)) as unknown as Rgb;
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** CIE 1976: a difference of 2.3 is just seen, side by side. */
const apart = (a: string, b: string, eyes: string) => {
  const [p, q] = [a, b].map((hex) => labOf(times(EYES[eyes] as never, linear(hex)))) as [Rgb, Rgb];
  return Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
};
const lightness = (hex: string) => labOf(linear(hex))[0];
/** WCAG 2. */
const contrast = (a: string, b: string) => {
  const [x, y] = [a, b].map((hex) => times([[0.2126, 0.7152, 0.0722]], linear(hex))[0] + 0.05) as [number, number];
  return Math.max(x, y) / Math.min(x, y);
};
const pairs = <T>(all: readonly T[]) => all.flatMap((a, k) => all.slice(k + 1).map((b) => [a, b] as const));

const asLight = (colour: string) => colour;
const asDark = (colour: string) => DARK[colour] as string;

describe.each([
  ["light", asLight],
  ["dark", asDark],
] as const)("on a %s ground", (_, on) => {
  it.each(Object.keys(EYES))("curves of one figure stay apart for %s", (eyes) => {
    const race = [LOOKS.feature, LOOKS.noise, LOOKS.fresh].map(({ colour }) => on(colour));
    for (const [a, b] of pairs(race)) expect(apart(a, b, eyes)).toBeGreaterThan(15);
    const errors = [LOOKS.train, LOOKS.test].map(({ colour }) => on(colour));
    for (const [a, b] of pairs(errors)) expect(apart(a, b, eyes)).toBeGreaterThan(15);
    for (const [a, b] of pairs(SERIES.map(({ colour }) => on(colour)))) expect(apart(a, b, eyes)).toBeGreaterThan(8);
  });

  it.each(Object.keys(EYES))("regions of the plane stay apart for %s", (eyes) => {
    for (const [a, b] of pairs(Object.values(REGIONS).map(on))) expect(apart(a, b, eyes)).toBeGreaterThan(15);
  });

  it("regions stay apart in grey, and their names are read on them", () => {
    for (const [a, b] of pairs(Object.values(REGIONS).map(on)))
      expect(Math.abs(lightness(a) - lightness(b))).toBeGreaterThan(10);
    for (const region of Object.values(REGIONS).map(on)) expect(contrast(region, on(INK))).toBeGreaterThan(4.5);
  });

  it("words and lines are seen on the ground", () => {
    expect(contrast(on(INK), on(PAPER))).toBeGreaterThan(7);
    // WCAG asks 3 of marks; the palette's orange, purple and sky blue are lighter, and never alone: dashes, shapes and names tell.
    for (const colour of [COLOURS.blue, COLOURS.vermillion, COLOURS.green])
      expect(contrast(on(colour), on(PAPER))).toBeGreaterThan(3);
  });
});

it("series that share no colour share no dash and no shape either, so that they are told apart in grey", () => {
  for (const look of ["dash", "symbol"] as const)
    expect(new Set(SERIES.map((each) => each[look])).size).toBe(SERIES.length);
});
