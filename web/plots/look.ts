import { COLOURS, FAINT, INK, PAPER } from "../../src/report/figures/palette.ts";

/** Colours of what is drawn. */
export interface Look {
  readonly feature: string;
  readonly noise: string;
  readonly fresh: string;
  readonly train: string;
  readonly test: string;
  readonly ink: string;
  readonly faint: string;
  readonly paper: string;
}

const LIGHT: Look = {
  ...{ feature: COLOURS.blue, noise: COLOURS.vermillion, fresh: COLOURS.purple, train: INK, test: COLOURS.green },
  ...{ ink: INK, faint: FAINT, paper: PAPER },
};

/** The lighter ones of the same palette. */
const DARK: Look = {
  ...{ feature: COLOURS.skyBlue, noise: COLOURS.orange, fresh: COLOURS.purple, train: "#e6e6e6", test: COLOURS.green },
  ...{ ink: "#e6e6e6", faint: "#3a3f45", paper: "#16191c" },
};

const dark = matchMedia("(prefers-color-scheme: dark)");

/** Of the reader's colour scheme. */
export const lookNow = (): Look => (dark.matches ? DARK : LIGHT);

/**
 * Gives the page the colours of the plots, now and whenever the reader's scheme changes.
 *
 * @param onChange called after a change
 */
export function followScheme(onChange: () => void): void {
  const apply = () => {
    for (const [name, colour] of Object.entries(lookNow())) {
      document.documentElement.style.setProperty(`--${name}`, colour);
    }
  };
  apply();
  dark.addEventListener("change", () => {
    apply();
    onChange();
  });
}
