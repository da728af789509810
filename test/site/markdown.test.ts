import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { markdown, slugOf } from "../../site/markdown.ts";

const render = (text: string) =>
  markdown(text, "docs/a/b.md", (path) => (path === "docs/a" ? undefined : `to:${path}`));

describe("markdown", () => {
  test("headings have GitHub's ids, the second of a name a number", () => {
    const { title, body } = render("# The `title`\n\n## 4.1 O~(1), and *more*\n\n## Same\n\n## Same\n");
    expect(title).toBe("The title");
    expect([...body.text.matchAll(/id="([^"]*)"/g)].map(([, id]) => id)).toEqual([
      "the-title",
      "41-o1-and-more",
      "same",
      "same-1",
    ]);
  });

  test("links and pictures count from the file; one to a folder without a page becomes text; others stay", () => {
    const { body } = render(
      '# x\n\n[a](../c.md#d) [e](.) [f](https://g.h) [i](#x) ![k](k.svg)\n\n<picture><img src="l.svg"></picture>\n',
    );
    expect(body.text).toContain('<a href="to:docs/c.md#d">a</a> <span>e</span> <a href="https://g.h">f</a>');
    expect(body.text).toContain('<a href="#x">i</a> <img src="to:docs/a/k.svg" alt="k">');
    expect(body.text).toContain('<picture><img src="to:docs/a/l.svg"></picture>');
  });

  test("what has no title gets its path", () => {
    expect(render("text, # no heading\n\n```sh\n# a comment\n```\n")).toMatchObject({ title: "docs/a/b.md" });
  });

  test("wide things scroll, and can be reached by keyboard", () => {
    const { body } = render("# x\n\n| a | |\n| --- | --- |\n| <w, v> | b |\n\n```ts\na < b\n```\n");
    expect(body.text).toContain('<div class="scroll" tabindex="0" role="group" aria-label="Table"><table>');
    expect(body.text).toContain('<pre tabindex="0" data-language="ts"><code>a &lt; b\n</code></pre>');
    expect(body.text).toContain("<th>a</th>\n<td></td>");
    expect(body.text).toContain("&lt;w, v&gt;");
  });

  test.prop([fc.string()])("an id has nothing that an address would have to escape but letters", (heading) => {
    expect(slugOf(heading)).toMatch(/^[\p{L}\p{N}_-]*$/u);
  });
});
