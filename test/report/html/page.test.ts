import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { page } from "../../../src/report/html/page.ts";
import type { Section } from "../../../src/report/html/section.ts";

/** A row more than is shown at once. */
const LONG = { head: ["k"], rows: Array.from({ length: 13 }, (_, k) => [String(k)]) };

const SECTION: Section = {
  title: "A <part>",
  path: "runs & more",
  answer: "2 runs of 3 < 4.",
  blocks: [
    { kind: "heading", text: "One" },
    { kind: "text", text: "Verdict: holds (proved)" },
    { kind: "list", items: ["a", "b"] },
    {
      kind: "table",
      caption: "Numbers.",
      table: {
        head: ["name", "value\n(unit)", "gaps", "nothing"],
        rows: [
          ["a", "1", "-", ""],
          ["", "-2.5e-7", "3", ""],
        ],
      },
    },
    { kind: "figure", svg: "<svg role='img'><title>t</title></svg>", about: "what it shows" },
    { kind: "commands", about: "Again:", lines: ["adamcheck sweep a", "cmp a b"] },
    { kind: "formula", latex: "x,\\quad y" },
    { kind: "words", words: { proved: "an argument" } },
    {
      kind: "standings",
      caption: "Claims.",
      head: ["claim", "verdict", "agrees"],
      rows: [
        { name: "one", under: "One", verdict: "holds", says: "holds", share: { low: 0.314, high: 0.516 } },
        { name: "two", under: "nowhere", verdict: "inconclusive", says: "open" },
      ],
    },
    { kind: "table", caption: "Long.", table: LONG },
    { kind: "fold", about: "More", blocks: [{ kind: "table", caption: "Inside.", table: LONG }] },
  ],
};
const HERE = { adamcheck: "1.2.3", Node: "v20" };

const pageOf = (sections = [SECTION, SECTION], environment: Record<string, string> = HERE) =>
  page("Title", sections, ["x.json"], environment);
const documentOf = (text: string) => parseHTML(text).document;

describe("page", () => {
  it("reaches for nothing outside itself, and says that nothing may", () => {
    const text = pageOf();
    const document = documentOf(text);
    expect(document.querySelector("meta[http-equiv=Content-Security-Policy]")?.getAttribute("content")).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
    );
    expect([...document.querySelectorAll("script, iframe, object, embed, img, base, form")]).toEqual([]);
    const places = [...document.querySelectorAll("[href], [src]")].map(
      (element) => element.getAttribute("href") ?? element.getAttribute("src") ?? "",
    );
    expect(places.filter((place) => !/^(#|data:,$)/.test(place))).toEqual([]);
    expect(document.querySelector("style")?.textContent).not.toMatch(/url\(|@import/);
  });

  it("has ids that are there once, and a table of contents that leads to them", () => {
    const document = documentOf(pageOf());
    const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const links = [...document.querySelectorAll("nav a")];
    expect(links.map(({ textContent }) => textContent)).toEqual([
      ...["A <part>", "One", "A <part>", "One", "What made this report"],
    ]);
    for (const link of links) {
      const target = document.querySelector(link.getAttribute("href") as string);
      expect(target?.textContent).toBe(link.textContent);
    }
  });

  it("has headings in order, and a caption, heads and a name for every table", () => {
    const document = documentOf(pageOf());
    const levels = [...document.querySelectorAll("h1, h2, h3, h4")].map(({ localName }) => Number(localName.slice(1)));
    expect(levels[0]).toBe(1);
    levels.slice(1).forEach((level, k) => expect(level).toBeLessThanOrEqual((levels[k] as number) + 1));
    for (const table of document.querySelectorAll("table")) {
      const named = table.getAttribute("aria-labelledby") ?? table.querySelector("caption")?.id ?? "";
      expect(document.querySelector(`[id="${named}"]`)?.textContent).toMatch(/^Table \d+\. /);
      const frame = table.closest("[role=region]");
      if (!table.classList.contains("standings")) expect(frame?.getAttribute("aria-labelledby")).toBe(named);
      for (const head of table.querySelectorAll("thead th")) expect(head.getAttribute("scope")).toBe("col");
    }
    const numbers = [...document.querySelectorAll("caption, figcaption, summary > span[id]")].map(
      ({ textContent }) => textContent.split(".")[0],
    );
    const second = ["Table 5", "Figure 2", "Table 6", "Table 7", "Table 8"];
    expect(numbers).toEqual(["Table 1", "Figure 1", "Table 2", "Table 3", "Table 4", ...second, "Table 9"]);
  });

  it("draws a table with columns of numbers to the right, and without columns that hold nothing", () => {
    const table = documentOf(pageOf([SECTION])).querySelector("table");
    const cells = [...(table?.querySelectorAll("th, td") ?? [])].map((cell) => [cell.className, cell.textContent]);
    expect(cells).toEqual([
      ["", "name"],
      ["number", "value(unit)"],
      ["number", "gaps"],
      ...[
        ["", "a"],
        ["number", "1"],
        ["number", "-"],
        ["", ""],
        ["number", "-2.5e-7"],
        ["number", "3"],
      ],
    ]);
  });

  it("differs by its environment in the last section alone", () => {
    const last = /<section aria-labelledby="what-made-this-report">[\s\S]*<\/section>/;
    const [here, there] = [pageOf(), pageOf(undefined, { adamcheck: "9", Node: "v24" })];
    expect(here).not.toBe(there);
    expect(here.replace(last, "")).toBe(there.replace(last, ""));
    expect(pageOf()).toBe(here);
  });

  it("names files that it leaves out", () => {
    expect(documentOf(pageOf()).querySelector("header")?.textContent).toContain("Not reported on: x.json.");
  });

  it("has the answer before all else of its section, and those of several before all sections", () => {
    const document = documentOf(pageOf());
    for (const section of [...document.querySelectorAll("main section")].slice(0, 2)) {
      expect([...section.children].slice(0, 3).map(({ localName, className }) => [localName, className])).toEqual([
        ["h2", ""],
        ["p", "path"],
        ["p", "answer"],
      ]);
    }
    expect(document.querySelectorAll("header .answers li")).toHaveLength(2);
    expect(document.querySelector("header .answers li")?.textContent).toContain("2 runs of 3 < 4.");
    expect(documentOf(pageOf([SECTION])).querySelector("header .answers")).toBeNull();
  });

  it("folds a table of more than twelve rows, and none twice", () => {
    const document = documentOf(pageOf([SECTION]));
    const folds = [...document.querySelectorAll("main details")];
    expect(folds.map((fold) => fold.querySelector("summary")?.textContent)).toEqual(["Table 3. Long. 13 rows", "More"]);
    expect(folds.map((fold) => fold.querySelectorAll("details").length)).toEqual([0, 0]);
    expect(folds.every((fold) => !fold.hasAttribute("open"))).toBe(true);
    expect(folds[1]?.querySelector("caption")?.textContent).toBe("Table 4. Inside.");
  });

  it("draws a share as a bar that is its interval, rounded outward in words, and links a name to its heading", () => {
    const rows = documentOf(pageOf([SECTION])).querySelectorAll(".standings tbody tr");
    const [one, two] = [...rows];
    const range = one?.querySelector(".range");
    expect([range?.getAttribute("x"), range?.getAttribute("width")]).toEqual(["314", "202"]);
    expect(one?.querySelector(".share")?.textContent).toBe("31 to 52%");
    expect(one?.querySelector("a")?.getAttribute("href")).toBe("#one");
    expect([two?.querySelector("a"), two?.querySelector(".share")?.textContent]).toEqual([null, "-"]);
  });
});
