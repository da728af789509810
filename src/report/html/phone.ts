import { type Page, SCREEN } from "../figures/sheet/page.ts";

/** Figures for a page of 360 pixels less its margins: letters as large as on a wide screen, and panels under each other. */
export const PHONE: Page = { width: 328, letters: SCREEN.letters };
