import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { deadLinks } from "../../site/deadLinks.ts";
import { newFolder } from "../helpers/newFolder.ts";

function site(files: Readonly<Record<string, string>>): string {
  const folder = newFolder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

const GOOD = {
  "index.html": '<h1 id="a">A</h1><a href="b/c.html#d">c</a><a href="#a">a</a><a href="https://x.y/z">z</a>',
  "b/c.html": '<p id="d"></p><a class="x" href="../index.html?q=1#a"></a><img src="../e.svg">',
  "e.svg": "<svg/>",
  "explorer/index.html": "<p></p>",
};

describe("dead links", () => {
  test("a site whose links all lead somewhere has none", () => {
    expect(deadLinks(site(GOOD), ["b/c.html#d", "explorer/index.html#n=8"])).toEqual([]);
  });

  test("missing files, missing places, addresses from the host's root and out of the site are each named", () => {
    const bad =
      '<a href="gone.html"></a><a href="b/c.html#e"></a><a href="/index.html"></a><a href="../x"></a><img src="f.svg">';
    expect(deadLinks(site({ ...GOOD, "bad.html": bad }), ["b/c.html#f"])).toEqual([
      "bad.html: gone.html",
      "bad.html: b/c.html#e",
      "bad.html: /index.html",
      "bad.html: ../x",
      "bad.html: f.svg",
      "search: b/c.html#f",
    ]);
  });
});
