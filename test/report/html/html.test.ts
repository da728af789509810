import { fc, test } from "@fast-check/vitest";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { formula } from "../../../src/report/html/formula.ts";
import { html } from "../../../src/report/html/html.ts";
import { marked } from "../../../src/report/html/marked.ts";
import { parted } from "../../../src/report/latex/parted.ts";

/** Text rich in what HTML takes for its own. */
const hostile = fc.string({ unit: fc.constantFrom(..."<>&\"'/= ascript:;{}\\^_$", "holds", ": "), maxLength: 60 });
const parsed = (text: string) => parseHTML(`<!doctype html><html><body><p>${text}</p></body></html>`).document;

describe("html", () => {
  test.prop([hostile])("text that is put in is text again when read, in an element and in an attribute", (text) => {
    const document = parsed(html`<b title="${text}">${text}</b>`.text);
    const [bold, ...others] = document.querySelectorAll("p *");
    expect(others).toEqual([]);
    expect([bold?.textContent, bold?.getAttribute("title")]).toEqual([text, text]);
  });

  it("puts HTML and lists of it in as they are, and signs that HTML forbids not at all", () => {
    expect(html`<p>${[html`<b>a</b>`, " < "]}${1}</p>`.text).toBe("<p><b>a</b> &lt; 1</p>");
    expect(html`${"a\u0000b\u0085"}`.text).toBe("a\uFFFDb\uFFFD");
  });
});

describe("marked", () => {
  test.prop([hostile])("says the same words", (text) => {
    const signs = /[✓◐✗▽?–] /g;
    expect(parsed(marked(text).text).querySelector("p")?.textContent.replaceAll(signs, "")).toBe(
      text.replaceAll(signs, ""),
    );
  });

  it("marks verdicts where they stand as such", () => {
    const mark = (look: string, sign: string, word: string) =>
      `<span class="mark ${look}"><span aria-hidden="true">${sign} </span>${word}</span>`;
    expect(marked("holds (proved)").text).toBe(`${mark("good", "✓", "holds")} (proved)`);
    expect(marked("a: contradicted (tested); b: inconclusive").text).toBe(
      `a: ${mark("bad", "✗", "contradicted")} (tested); b: ${mark("open", "?", "inconclusive")}`,
    );
    expect(marked("it holds where nothing holds").text).toBe("it holds where nothing holds");
  });
});

describe("formula", () => {
  it.each(["x^2", "\\frac{a}{b},\\quad c"])("is MathML: %s", (latex) => {
    expect(formula(latex).text).toMatch(/^<span class="katex"><math xmlns="http:\/\/www.w3.org\/1998\/Math\/MathML"/);
  });

  it.each(["\\frac{a}", "\\nothing", "{".repeat(20000), "<script>alert(1)</script>}"])(
    "is its source where it is no formula: %s",
    (latex) => {
      const document = parsed(formula(latex).text);
      expect(document.querySelector("p")?.firstElementChild?.localName).toBe("code");
      expect(document.querySelector("p")?.textContent).toBe(latex);
    },
  );

  it.each([
    "\\href{javascript:alert(1)}{x}",
    "\\url{http://a.b}",
    "\\includegraphics{http://a.b/c.png}",
    "\\htmlStyle{background:url(http://a.b)}{x}",
  ])("leads nowhere: %s", (latex) => {
    expect(parsed(formula(latex).text).querySelectorAll("a, img, [href], [src], [style*=url]").length).toBe(0);
  });

  test.prop([
    fc.string({ unit: fc.constantFrom("\\quad", "\\ ", ", ", "x", "{", "}", "\\left(", "\\\\"), maxLength: 30 }),
  ])("is parted at its own wide spaces alone", (latex) => {
    const without = (text: string) => text.replaceAll(/\\quad|\\ |\s/g, "");
    expect(without(parted(latex).join(""))).toBe(without(latex));
    for (const part of parted(`{${latex.replaceAll(/[{}]/g, "")}}`)) expect(part).toMatch(/^\{.*\}$/s);
  });
});
