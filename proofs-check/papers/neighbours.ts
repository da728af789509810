import { PAPERS } from "../../src/papers/registry.ts";
import type { PaperPart } from "./item.ts";

/** Papers of which a theorem or two are checked. */
export const NEIGHBOUR_PAPERS = PAPERS.filter(({ items }) => items !== undefined);

/** What they say, as far as they are known here: their items stand with the rest of what is known of them. */
export const NEIGHBOURS: PaperPart = {
  title: `Neighbours: ${NEIGHBOUR_PAPERS.map(({ tag }) => `[${tag}]`).join(", ")}, as far as they are known here`,
  items: NEIGHBOUR_PAPERS.flatMap(({ tag, items = [] }) => items.map((item) => ({ paper: tag, ...item }))),
};
