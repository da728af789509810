import { COLOURS, FAINT, INK, PAPER } from "../../src/report/figures/palette.ts";

/** Colours of what is drawn; those of text are dark enough to be read. */
export interface Look {
  readonly feature: string;
  readonly noise: string;
  readonly fresh: string;
  readonly train: string;
  readonly test: string;
  readonly "feature-text": string;
  readonly "noise-text": string;
  readonly "fresh-text": string;
  readonly "test-text": string;
  readonly ink: string;
  readonly faint: string;
  readonly paper: string;
}

const LIGHT: Look = {
  ...{ feature: COLOURS.blue, noise: COLOURS.vermillion, fresh: COLOURS.purple, train: INK, test: COLOURS.green },
  ...{ "feature-text": COLOURS.blue, "noise-text": "#a84a00", "fresh-text": "#9a3f72", "test-text": "#00704f" },
  ...{ ink: INK, faint: FAINT, paper: PAPER },
};

const LIGHT_INK = "#e6e6e6";

/** The lighter ones of the same palette. */
const DARK: Look = {
  ...{ feature: COLOURS.skyBlue, noise: COLOURS.orange, fresh: COLOURS.purple, train: LIGHT_INK, test: COLOURS.green },
  ...{ "feature-text": COLOURS.skyBlue, "noise-text": COLOURS.orange, "fresh-text": COLOURS.purple },
  ...{ "test-text": "#2bbf94", ink: LIGHT_INK, faint: "#3a3f45", paper: "#16191c" },
};

const dark = matchMedia("(prefers-color-scheme: dark)");

/** Of the reader's colour scheme. */
export const lookNow = (): Look => (dark.matches ? DARK : LIGHT);

/** The colour of text about something that has a colour. */
export const textColour = (look: Look, name: keyof Look): string =>
  (look as unknown as Readonly<Record<string, string>>)[`${name}-text`] ?? look[name];

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
