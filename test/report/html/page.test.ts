import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { page } from "../../../src/report/html/page.ts";
import type { Section } from "../../../src/report/html/section.ts";

const SECTION: Section = {
  title: "A <part>",
  path: "runs & more",
  glance: "2 runs",
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
      ...["Overview", "A <part>", "One", "A <part>", "One", "Environment"],
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
      expect(table.querySelector("caption")?.textContent).toMatch(/^Table \d+\. /);
      expect(table.closest("[role=region]")?.getAttribute("aria-labelledby")).toBe(table.querySelector("caption")?.id);
      for (const head of table.querySelectorAll("thead th")) expect(head.getAttribute("scope")).toBe("col");
    }
    const numbers = [...document.querySelectorAll("caption, figcaption")].map(
      ({ textContent }) => textContent.split(".")[0],
    );
    expect(numbers).toEqual(["Table 1", "Table 2", "Figure 1", "Table 3", "Figure 2", "Table 4"]);
  });

  it("draws a table with columns of numbers to the right, and without columns that hold nothing", () => {
    const table = documentOf(pageOf([SECTION])).querySelectorAll("table")[1];
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
    const last = /<section aria-labelledby="part-3 part-3-path">[\s\S]*<\/section>/;
    const [here, there] = [pageOf(), pageOf(undefined, { adamcheck: "9", Node: "v24" })];
    expect(here).not.toBe(there);
    expect(here.replace(last, "")).toBe(there.replace(last, ""));
    expect(pageOf()).toBe(here);
  });

  it("names files that it leaves out", () => {
    expect(documentOf(pageOf()).querySelector("main")?.textContent).toContain("Not reported on: x.json.");
  });
});
