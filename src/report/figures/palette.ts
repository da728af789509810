/** Colours that stay apart for colour-blind readers. Source: M. Okabe and K. Ito, Color Universal Design (2008). */
export const COLOURS = {
  black: "#000000",
  orange: "#e69f00",
  skyBlue: "#56b4e9",
  green: "#009e73",
  yellow: "#f0e442",
  blue: "#0072b2",
  vermillion: "#d55e00",
  purple: "#cc79a7",
} as const;

/** A mark's look: a colour, and a dash and a shape that tell it apart where colours are not seen. */
export interface Look {
  readonly colour: string;
  /** As SVG's stroke-dasharray; "" for a solid line. */
  readonly dash: string;
  readonly symbol: "circle" | "square" | "triangle" | "diamond" | "cross" | "star";
}

/** What figures draw again and again, always in the same look. */
export const LOOKS = {
  feature: { colour: COLOURS.blue, dash: "", symbol: "circle" },
  noise: { colour: COLOURS.vermillion, dash: "6 3", symbol: "triangle" },
  train: { colour: COLOURS.black, dash: "6 3", symbol: "square" },
  test: { colour: COLOURS.green, dash: "", symbol: "circle" },
  fresh: { colour: COLOURS.purple, dash: "2 3", symbol: "diamond" },
  published: { colour: COLOURS.black, dash: "1 3", symbol: "diamond" },
} as const satisfies Record<string, Look>;

/** Members of a list without a look of their own, such as optimizers, in the list's order. */
export const SERIES: readonly Look[] = [
  { colour: COLOURS.blue, dash: "", symbol: "circle" },
  { colour: COLOURS.vermillion, dash: "6 3", symbol: "triangle" },
  { colour: COLOURS.green, dash: "2 3", symbol: "square" },
  { colour: COLOURS.purple, dash: "8 3 2 3", symbol: "diamond" },
  { colour: COLOURS.orange, dash: "12 3", symbol: "star" },
  { colour: COLOURS.black, dash: "1 2", symbol: "cross" },
];

/** The look of the k-th of a list, from 0; those after the sixth begin again. */
export const lookOf = (k: number): Look => SERIES[k % SERIES.length] as Look;

/** Paper, ink, quieter ink and grid of every figure, on a light ground; scheme.ts has those on a dark one. */
export const PAPER = "#ffffff";
export const INK = "#222222";
export const SOFT = "#6b6b6b";
export const FAINT = "#d9d9d9";

/** Regions of a plane, dark to light, so that they stay apart in grey. */
export const REGIONS = { learns: "#56a0dc", memorizes: "#f4c08a", stuck: "#f4f4ef" } as const;

/** Words on a tile of a map, light or dark: the same on either ground. */
export const ON_LIGHT = "#1a1a1a";
export const ON_DARK = "#fafafa";

/** Records are points as well as lines where there are at most so many. */
export const FEW = 30;
