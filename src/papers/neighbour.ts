import type { PaperItem } from "./item.ts";
import type { Paper } from "./paper.ts";

/** What is told of a paper that has a theorem or two here, and no settings or experiments of its own. */
type Neighbour = Pick<Paper, "tag" | "title" | "authors" | "venue" | "arxiv" | "text" | "readings"> & {
  readonly items: readonly PaperItem[];
};

/**
 * A paper of which a theorem or two are checked.
 *
 * @param told tag, title and the like; its items with the claims that check them
 * @returns the paper; it owns the claims of its items
 * Source: ours.
 * @example
 * neighbour({ tag: "X24", title: "", authors: "", venue: "", arxiv: "", text: "", readings: [], items: [{ item: "Theorem 1.1", about: "", how: "faithful", claims: ["x24-a"] }] }).claims // => ["x24-a"]
 */
export const neighbour = (told: Neighbour): Paper => ({
  ...{ settings: [], targets: [], claims: [...new Set(told.items.flatMap(({ claims = [] }) => claims))] },
  ...told,
});
