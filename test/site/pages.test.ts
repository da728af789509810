import { copyFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import MiniSearch from "minisearch";
import { describe, expect, test } from "vitest";
import type { ClaimVerdict } from "../../proofs-check/claimVerdict.ts";
import { CLAIMS } from "../../proofs-check/registry.ts";
import { saying } from "../../proofs-check/report/parts.ts";
import type { Context } from "../../site/context.ts";
import { newLinks } from "../../site/links.ts";
import { claimPages } from "../../site/pages/claims.ts";
import { commandPages } from "../../site/pages/commands.ts";
import { documentPages } from "../../site/pages/documents.ts";
import { glossaryPage } from "../../site/pages/glossary.ts";
import { homePage } from "../../site/pages/home.ts";
import { placesIn, searchScript } from "../../site/searchIndex.ts";
import { OPTIONS } from "../../site/searchOptions.ts";
import { theorySections } from "../../site/theorySections.ts";
import { CHECKED, keptCheck } from "../../site/verdicts.ts";
import { COMMANDS } from "../../src/cli/commands.ts";
import { sizeOf } from "../../src/report/figures/svg.ts";
import { html } from "../../src/report/html/html.ts";
import type { Run } from "../../src/sim/run.ts";
import { adamcheckIn } from "../helpers/command.ts";
import { argumentsOf } from "../helpers/helpExamples.ts";
import { newFolder } from "../helpers/newFolder.ts";

const ROOT = new URL("../../", import.meta.url).pathname;
const context: Context = { root: ROOT, links: newLinks(ROOT), files: new Map() };
const kept = keptCheck(context);

const escaped = (text: string) => html`${text}`.text;

describe("the atlas of claims", () => {
  const pages = claimPages(context, kept);
  const pageOf = (id: string) => pages.find(({ url }) => url === `claims/${id}.html`)?.body.text ?? "";

  test("has a page for every claim, with statement and the kept check's verdict in both parts", () => {
    expect(pages).toHaveLength(1 + CLAIMS.length);
    for (const claim of kept.claims) {
      const page = pageOf(claim.id);
      expect(page).toContain(escaped(saying(claim)));
      expect(page).toContain("At the sizes chosen");
      expect(page).toContain("Wherever the hypotheses hold with constants 1");
    }
  });

  test("links each counterexample's run file, and draws what was measured", () => {
    const [claim] = kept.claims.filter(({ id }) => id === "thm-4.1") as [ClaimVerdict];
    expect(claim.evidence.filter(({ counterexample }) => counterexample?.run)).toHaveLength(1);
    expect(pageOf("thm-4.1")).toContain('href="../results/check/counterexamples/thm-4.1-runs-wherever.json"');
    expect(pageOf("init-scale")).toContain('src="init-scale-scaling.svg"');
    expect(pageOf("thm-4.1")).toContain('src="thm-4.1-trends.svg"');
  });

  test("has, on every page, statement, both parts, what was measured or why nothing was, evidence and commands", () => {
    for (const { id, statement, evidence } of kept.claims) {
      const page = pageOf(id);
      expect(page).toContain(escaped(statement.slice(1)));
      for (const section of ["readings", "counterexamples", "measured", "evidence", "again"])
        expect([id, page]).toEqual([id, expect.stringContaining(`<h2 id="${section}">`)]);
      const [, measured = ""] = page.split('<h2 id="measured">');
      expect([id, /<figure>|<p>Nothing/.test(measured)]).toEqual([id, true]);
      expect(page).toContain(`npx adamcheck check ${id}`);
      const found = evidence.flatMap(({ counterexample }) => counterexample ?? []);
      expect([id, /<p>None (among the [1-9]\d* random cases|was looked for)/.test(page)]).toEqual([
        id,
        found.length === 0,
      ]);
      // Where it is stands in plain sight.
      for (const { run } of found) {
        const { n } = (run as Run | undefined)?.setting ?? {};
        if (n !== undefined)
          expect([id, page]).toEqual([id, expect.stringMatching(new RegExp(`<li><p>.*n = ${n}\\b`))]);
      }
    }
    expect(pageOf("thm-4.1")).toMatch(/<li><p><strong>runs-wherever<\/strong>: at n = 8, b = 8, s = 4, /);
  });

  test("says that nothing was measured only where there is nothing to draw", () => {
    const without = kept.claims.filter(({ id }) => pageOf(id).includes("<p>Nothing")).map(({ id }) => id);
    for (const id of without) {
      const { evidence } = kept.claims.find((claim) => claim.id === id) as ClaimVerdict;
      expect([id, evidence.some(({ grade }) => grade === "measured")]).toEqual([id, false]);
    }
    expect(without).toContain("gradient");
  });

  test("draws each figure on both grounds, for wide and for narrow screens, with nothing that the page says", () => {
    const files = [...context.files].filter(([path]) => path.startsWith("claims/"));
    const base = files.map(([path]) => path).filter((path) => !/-(dark|narrow)\.svg$/.test(path));
    expect(base.length).toBeGreaterThan(20);
    for (const path of base) {
      const of = (ending: string) => context.files.get(path.replace(/\.svg$/, `${ending}.svg`)) ?? "";
      expect(of("")).toContain('fill="#ffffff"');
      for (const dark of [of("-dark"), of("-narrow-dark")]) expect(dark).toContain('fill="#16191c"');
      expect(sizeOf(of("-narrow")).width).toBeLessThan(400);
      expect(of("").split("</desc>")[1]).not.toContain("Made by");
    }
  });

  test("captions name a command that draws the figure", async () => {
    const [, command = ""] = /Made by: (adamcheck figure shares [^<]*)</.exec(pageOf("thm-4.1")) ?? [];
    expect(command).toBe("adamcheck figure shares --from docs/results/check --panel thm-4.1");
    const { code, stdout } = await adamcheckIn(ROOT, ...argumentsOf(command).slice(1));
    expect([code, stdout.slice(0, 5)]).toEqual([0, "<svg "]);
  });

  test("prints a command that runs a counterexample, of the file that it links", async () => {
    const folder = newFolder();
    const file = "thm-4.1-runs-wherever.json";
    copyFileSync(`${ROOT}${CHECKED}/counterexamples/${file}`, join(folder, file));
    expect(pageOf("thm-4.1")).toContain(`<code>npx adamcheck dynamics ${file}</code>`);
    expect((await adamcheckIn(folder, "dynamics", file)).code).toBe(0);
  });

  test("follows a verdict that changes: none is written by hand", () => {
    const changed = kept.claims.map((claim) => ({
      ...claim,
      verdict: "inconclusive" as const,
      says: "open, say",
      grade: null,
    }));
    const [, first] = claimPages(context, { ...kept, claims: changed });
    expect(first?.body.text).toContain("open, say");
    expect(first?.body.text).not.toContain(escaped(saying(kept.claims[0] as ClaimVerdict)));
  });

  test("says so where a claim was checked that is there no more", () => {
    const gone = kept.claims.map((claim, k) => (k === 0 ? { ...claim, id: "gone" } : claim));
    expect(() => claimPages(context, { ...kept, claims: gone })).toThrow("no section with the claim gone");
  });
});

describe("the commands", () => {
  test("have a page each with every option and example of theirs", async () => {
    const pages = await commandPages(context);
    expect(pages.map(({ listed }) => listed)).toEqual(["All commands", ...COMMANDS.map(({ name }) => name)]);
    const check = pages.find(({ listed }) => listed === "check")?.body.text ?? "";
    expect(check).toContain("<code>--budget &lt;time&gt;</code>");
    expect(check).toContain("adamcheck check moment-ratio --cases 8");
    expect(check).toContain('<a href="../guides/your-own-claim.html">docs/guides/your-own-claim.md</a>');
  });
});

describe("documents", () => {
  test("are pages, without what is not there", () => {
    const urls = documentPages(context).map(({ url }) => url);
    expect(urls).toEqual(expect.arrayContaining(["theory.html", "guides/your-own-claim.html", "results/index.html"]));
    const items = documentPages(context).find(({ url }) => url === "coverage-of-the-papers.html");
    expect(items?.body.text).toContain('<a href="claims/thm-4.1.html">thm-4.1</a>');
    expect(new Set(urls).size).toBe(urls.length);
    expect(() => context.links.to("x.html", "docs/none.md")).toThrow(
      "x.html links to docs/none.md, which is not there",
    );
  });

  test("the theory states every claim in section 4, once", () => {
    const stated = theorySections(readFileSync(`${ROOT}docs/theory.md`, "utf8")).flatMap(({ claims }) => claims);
    expect(stated.toSorted()).toEqual(CLAIMS.map(({ id }) => id).toSorted());
  });
});

describe("the home page", () => {
  test("has commands that work", async () => {
    const { body } = homePage(context, kept);
    const [, lines = ""] = /<pre[^>]*><code>([^<]*)</.exec(body.text) ?? [];
    const commands = lines.split("\n").filter((line) => line.startsWith("npx adamcheck "));
    expect(commands.length).toBeGreaterThan(1);
    for (const line of commands) {
      const { code } = await adamcheckIn(newFolder(), ...argumentsOf(line).slice(2));
      expect([line, code]).toEqual([line, 0]);
    }
  });
});

describe("the search", () => {
  const script = searchScript(
    [glossaryPage(), ...claimPages(context, kept), ...documentPages(context)],
    [{ id: "api/functions/index.audit.html", title: "audit", page: "API", text: "which theorems apply" }],
  );
  const index = MiniSearch.loadJSON(JSON.parse(script.slice("globalThis.adamcheckIndex = ".length, -2)), OPTIONS);
  const first = (text: string) =>
    index
      .search(text)
      .slice(0, 3)
      .map(({ id }) => id);

  test.each([
    ["level 1", "glossary.html#level-1"],
    ["certified", "glossary.html#certified"],
    ["theorem 4.1", "claims/thm-4.1.html"],
    ["fresh noise", "glossary.html#fresh-noise"],
    ["feture learning", "glossary.html#feature-learning"],
  ])("finds %s among the first", (text, id) => expect(first(text)).toContain(id));

  test("names places that a check of links can follow", () => {
    expect(placesIn(script)).toContain("glossary.html#level-1");
    expect(placesIn(script)).toContain("api/functions/index.audit.html");
  });
});
