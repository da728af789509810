import { COLOURS, FAINT, INK, PAPER, REGIONS, SOFT } from "./palette.ts";

/**
 * What is drawn instead of each colour on a dark ground: lighter ones of the same hues. Colours that are not here stand for themselves on either ground, such as the tiles of a map
 * and the words on them.
 */
export const DARK: Readonly<Record<string, string>> = {
  [PAPER]: "#16191c",
  [INK]: "#e6e6e6",
  [SOFT]: "#a0a4a8",
  [FAINT]: "#3a3f45",
  [COLOURS.black]: "#e6e6e6",
  [COLOURS.blue]: "#4ba6e0",
  [COLOURS.vermillion]: "#ff7f3a",
  [COLOURS.green]: "#22b98c",
  [COLOURS.purple]: "#e39ac6",
  [COLOURS.orange]: "#f2c14a",
  [COLOURS.skyBlue]: "#8fd0f7",
  [REGIONS.learns]: "#1c6aa6",
  [REGIONS.memorizes]: "#6e4012",
  [REGIONS.stuck]: "#262a2e",
};

/** The same picture for a page with a dark ground. */
export const darkened = (svg: string): string =>
  svg.replaceAll(/ (fill|stroke|color)="(#[0-9a-f]{6})"/g, (all, name: string, colour: string) =>
    Object.hasOwn(DARK, colour) ? ` ${name}="${DARK[colour]}"` : all,
  );
