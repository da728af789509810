import { describe, expect, test } from "vitest";
import { explorerHash } from "../../site/explorerHash.ts";
import { newLinks } from "../../site/links.ts";
import { keptCheck } from "../../site/verdicts.ts";
import type { Run } from "../../src/sim/run.ts";
import { runOf } from "../../web/choice/state.ts";
import { fromHash } from "../../web/choice/urlState.ts";

const root = new URL("../../", import.meta.url).pathname;
const { claims } = keptCheck({ root, links: newLinks(root), files: new Map() });
const runs = claims
  .flatMap(({ evidence }) => evidence)
  .flatMap(({ counterexample }) => (counterexample?.run === undefined ? [] : [counterexample.run as Run]));

describe("the explorer's address of a counterexample", () => {
  test("opens the very run, but for how often it is looked at", () => {
    const linked = runs.filter((run) => explorerHash(run) !== undefined);
    expect(linked.length).toBeGreaterThan(runs.length / 3);
    for (const run of linked) {
      const { recordEvery, network, optimizer, ...opened } = runOf(fromHash(explorerHash(run) as string));
      // Said or not, these are what is usual.
      const { recordEvery: other, optimizer: asked, network: trained = "cnn", ...rest } = run;
      const { method = "auto", ...given } = rest as typeof rest & { readonly method?: string };
      expect(opened).toEqual(given);
      expect(optimizer).toMatchObject(asked);
      expect([network ?? "cnn", trained, method]).toEqual(["cnn", "cnn", "auto"]);
    }
  });

  test("is given for no run that a page has no room or time for", () => {
    const [first] = runs as [Run];
    expect(explorerHash({ ...first, setting: { ...first.setting, d: 10_000_000 } })).toBeUndefined();
    expect(explorerHash({ ...first, epochs: 1_000_000 } as Run)).toBeUndefined();
  });
});
