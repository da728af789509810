import type { Figure } from "../figure.ts";
import { seedsText } from "../sheet/words.ts";
import { FOLDER, type PapersData, papersFrom } from "./data.ts";
import { keysOf, panelName, panelsOf } from "./panels.ts";

function caption({ rows, about, command }: PapersData): string {
  const seeds = [...new Set(rows.map((row) => `${seedsText(row.seeds)} at ${row.label.split(", ").at(-1)}`))].join(
    ", ",
  );
  return `Lines: medians over seeds; bands: least to largest seed. ${about}; ${seeds}. Made by: ${command}`;
}

/** Figures 3 to 6 of [T25] with our seeds. */
export const papers: Figure<PapersData> = {
  name: "papers",
  about: "Figures 3 to 6 of [T25] remade: medians over our seeds, and bands from the least to the largest",
  from: FOLDER,
  read: papersFrom,
  caption,
  sheet: (data) => ({
    title: "[T25], Figures 3 to 6, remade over seeds",
    about:
      "A row of panels for each published figure, a panel for each batch size: quantities over the epochs as medians with bands over seeds.",
    rows: panelsOf(data.rows),
    rowHeight: 200,
    keys: (shown) => keysOf(data.rows.filter((row) => shown.has(panelName(row)))),
    caption: caption(data),
  }),
};
