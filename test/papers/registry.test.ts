import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { keptVerdicts } from "../../proofs-check/papers/kept.ts";
import { PAPER_PARTS } from "../../proofs-check/papers/parts.ts";
import { CLAIMS } from "../../proofs-check/registry.ts";
import { unpackedText } from "../../src/experiments/packed.ts";
import { TARGETS } from "../../src/experiments/targets/registry.ts";
import { papers } from "../../src/library/papers.ts";
import { HEAT_MAPS } from "../../src/papers/heatMaps.ts";
import { PAPERS } from "../../src/papers/registry.ts";
import { KEPT_VERDICTS } from "../../src/papers/verdicts.generated.ts";
import { papersText } from "../../src/report/papersText.ts";
import { PRESETS } from "../../src/setting/presets.ts";
import { newFolder } from "../helpers/newFolder.ts";

const ROOT = new URL("../../", import.meta.url);

describe("the papers", () => {
  it("own every claim, each one of them once, and the one that its source names first", () => {
    const owned = PAPERS.flatMap(({ tag, claims }) => claims.map((id) => [id, tag] as const));
    expect(owned.map(([id]) => id).sort()).toEqual(CLAIMS.map(({ id }) => id).sort());
    for (const [id, tag] of owned) {
      const source = CLAIMS.find((claim) => claim.id === id)?.source;
      expect([id, source?.startsWith(tag)]).toEqual([id, true]);
    }
  });

  it("name targets, presets and items that exist, and every target", () => {
    const known = [...TARGETS, ...HEAT_MAPS].map(({ name }) => name);
    expect(PAPERS.flatMap(({ targets }) => targets).sort()).toEqual([...known].sort());
    expect(PAPERS.flatMap(({ settings }) => settings).filter((name) => !Object.hasOwn(PRESETS, name))).toEqual([]);
    const tags = new Set(PAPER_PARTS.flatMap(({ items }) => items.map(({ paper }) => paper)));
    expect([...tags].sort()).toEqual(PAPERS.map(({ tag }) => tag).sort());
  });

  it("the verdicts that come with a version are those of the kept checks", () => {
    expect(KEPT_VERDICTS).toEqual(keptVerdicts((path) => unpackedText(fileURLToPath(new URL(path, ROOT)))));
  });
});

describe("papers()", () => {
  it("tells of one or all of them, with verdicts", () => {
    expect(papers().map(({ tag }) => tag)).toEqual(PAPERS.map(({ tag }) => tag));
    const [t25] = papers("T25");
    expect(t25?.claims.find(({ id }) => id === "residual-sign")?.verdict).toBe("proved, agrees in tests");
    expect(papersText(papers("K23"), 120)).toContain("k23-thm-3.2");
  });

  it("says of every claim whether it is as printed or a reading", () => {
    const stated = new Map(papers().flatMap(({ claims }) => claims.map((claim) => [claim.id, claim.stated] as const)));
    expect([...stated.values()].filter((how) => how !== "faithful" && how !== "a reading")).toEqual([]);
    expect([stated.get("disjoint-supports"), stated.get("thm-4.1")]).toEqual(["faithful", "a reading"]);
    // Of [C22] and [K23] there is the abstract alone.
    const [c22, k23] = papers(["C22", "K23"]);
    for (const { claims } of [c22, k23] as NonNullable<typeof c22>[])
      expect(new Set(claims.map((claim) => claim.stated))).toEqual(new Set(["a reading"]));
    expect(papersText(papers("C22"))).toContain("a reading");
  });

  it("takes verdicts of a folder of check, and knows none that it did not look at", () => {
    const from = newFolder();
    const claims = [{ id: "k23-active", says: "holds wherever tested", grade: "tested" }];
    writeFileSync(join(from, "check.json"), JSON.stringify({ claims }));
    const [k23] = papers("K23", { from });
    expect(k23?.claims.map(({ id, verdict }) => [id, verdict]).slice(0, 2)).toEqual([
      ["k23-active", "holds wherever tested"],
      ["k23-balance", null],
    ]);
    expect(papersText(papers("K23", { from }))).toContain("not checked");
  });

  it("refuses a paper that is not there, and a folder that is none", () => {
    expect(() => papers("K24")).toThrow(/K23/);
    expect(() => papers([], { from: "/nowhere" })).toThrow(/from must be a folder that check --out has written/);
  });
});
