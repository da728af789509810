import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { isCopied, relativeUrl, urlOf } from "../../site/routes.ts";

const word = fc.stringMatching(/^[a-z][a-z-]{0,6}$/);
const address = fc.array(word, { minLength: 1, maxLength: 4 }).map((parts) => `${parts.join("/")}.html`);

describe("addresses", () => {
  test("a document's is its path in docs, a source's below source, a figure's its own", () => {
    const paths = [
      "docs/notes/flip.md",
      "docs/results/README.md",
      "docs/figures/phase.svg",
      "src/index.ts",
      "README.md",
    ];
    expect(paths.map(urlOf)).toEqual([
      "notes/flip.html",
      "results/index.html",
      "figures/phase.svg",
      "source/src/index.ts.html",
      "readme.html",
    ]);
    expect(paths.filter(isCopied)).toEqual(["docs/figures/phase.svg"]);
  });

  test.prop([address, address, word])("a relative one leads where it should, under any path", (from, to, id) => {
    for (const base of ["https://x.org/", "https://x.org/a/b/"]) {
      expect(new URL(relativeUrl(from, to), base + from).href).toBe(base + to);
      expect(new URL(relativeUrl(from, `${to}#${id}`), base + from).href).toBe(`${base}${to}#${id}`);
    }
  });
});
