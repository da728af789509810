import { PAPERS } from "../../src/papers/registry.ts";
import type { PaperPart } from "./item.ts";

const papers = PAPERS.filter(({ items }) => items !== undefined);

/** Papers of which a theorem or two are checked, as far as they are known here: their items stand with the rest of what is known of them. */
export const NEIGHBOURS: PaperPart = {
  title: `Neighbours: ${papers.map(({ tag }) => `[${tag}]`).join(", ")}, as far as they are known here`,
  items: papers.flatMap(({ tag, items = [] }) => items.map((item) => ({ paper: tag, ...item }))),
};
