import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { GRADES } from "../../proofs-check/claim.ts";
import { CLAIMS } from "../../proofs-check/registry.ts";
import { HYPOTHESES } from "../../src/bounds/hypotheses/hypotheses.ts";
import { marginOfHypothesis } from "../../src/bounds/hypotheses/margin.ts";
import { SHARED, THEOREMS } from "../../src/bounds/hypotheses/theorems.ts";
import { WIDER_HYPOTHESES } from "../../src/bounds/hypotheses/widerHypotheses.ts";
import { THRESHOLDS } from "../../src/bounds/thresholds/thresholdKinds.ts";
import { METHODS } from "../../src/dynamics/reduce.ts";
import { TARGETS } from "../../src/experiments/targets/registry.ts";
import { CONVENTIONS } from "../../src/optimizers/optimizer.ts";
import { OPTIMIZERS } from "../../src/optimizers/registry.ts";
import { HEAT_MAPS } from "../../src/papers/heatMaps.ts";
import { ACTIVATIONS, BASES, FLIP_TIMES, MODEL_KEYS, NOISES } from "../../src/setting/model.ts";
import { NETWORKS } from "../../src/setting/network.ts";
import { PRESETS } from "../../src/setting/presets.ts";
import { LABELS, SUPPORTS } from "../../src/setting/setting.ts";
import { LOSSES } from "../../src/sim/losses/registry.ts";
import { runFileSchema } from "../../src/sim/runFile.ts";
import { NAMED } from "../../src/sim/schedules/named.ts";
import { WIDER_METRICS } from "../../src/sim/widerMetrics.ts";

const ROOT = new URL("../../", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, ROOT), "utf8");
const THEORY = read("docs/theory.md");

/** Number and text of every section, without those in it. */
const SECTIONS: ReadonlyMap<string, string> = new Map(
  THEORY.split(/^#{2,3} (?=\d)/m)
    .slice(1)
    .map((text) => {
      const number = /^\d+(\.\d+)?/.exec(text)?.[0] as string;
      return [number, text];
    }),
);

/** The rows of the tables of some sections, cell by cell, whose first cell is a name in code. */
function rowsOf(...numbers: string[]): string[][] {
  const lines = numbers.flatMap((number) => (SECTIONS.get(number) as string).split("\n"));
  return lines
    .filter((line) => line.startsWith("| `"))
    .map((line) =>
      line
        .slice(2, -2)
        .split(/(?<!\\) \| /)
        .map((cell) => cell.replaceAll("\\|", "|")),
    );
}

/** The names in code of a cell. */
const named = (cell = "") => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name as string);

const claimSections = [...SECTIONS.keys()].filter((number) => number.startsWith("4."));
const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);

describe("docs/theory.md, against the code", () => {
  it("has sections 1 to 6, numbered in order, each number once", () => {
    const numbers = [...THEORY.matchAll(/^#{2,3} (\d+(?:\.\d+)?)/gm)].map(([, number]) => number as string);
    expect(new Set(numbers).size).toBe(numbers.length);
    const [chapters, parts] = [
      numbers.filter((number) => !number.includes(".")),
      numbers.filter((number) => number.includes(".")),
    ];
    expect(chapters).toEqual(["1", "2", "3", "4", "5", "6"]);
    const counted = chapters.flatMap((chapter) =>
      parts.filter((part) => part.startsWith(`${chapter}.`)).map((_, k) => `${chapter}.${k + 1}`),
    );
    expect(parts).toEqual(counted);
  });

  it("has every claim, in the registry's words for source and kind, and no other", () => {
    const rows = rowsOf(...claimSections).map(([id, source, kind]) => [named(id)[0], source, kind]);
    const byId = (a: unknown[], b: unknown[]) => String(a[0]).localeCompare(String(b[0]));
    expect(rows.sort(byId)).toEqual(CLAIMS.map(({ id, source, kind }) => [id, source, kind]).sort(byId));
  });

  it("says how a claim is read that has more than one reading", () => {
    const bullets = claimSections.flatMap((number) =>
      [...(SECTIONS.get(number) as string).matchAll(/^- `.*/gm)].flatMap(([line]) => named(line)),
    );
    const several = CLAIMS.filter(({ checks }) => new Set(checks.flatMap(({ reading }) => reading ?? [])).size > 1);
    expect(several.length).toBeGreaterThan(10);
    expect(ids(several).filter((id) => !bullets.includes(id))).toEqual([]);
  });

  it("has every row of the audit, with its statement and what it asks for at one n", () => {
    const sizes = { n: 8, d: 1e6, s: 4, sigmaP: 0.5, alpha: 0.2, m: 2, q: 3, sigma0: 0.03, B: 8 };
    const values = { ...sizes, eta: 1e-6, lambda: 1e-3, eps: 1e-9, b1: 0.5, b2: 0.9 };
    const rows = rowsOf("3.2", "3.3", "3.4");
    expect(rows.map(([id, statement, needs]) => [named(id)[0], statement, needs])).toEqual(
      HYPOTHESES.map((row) => [
        row.id,
        row.anyOf.map(({ text }) => text).join(" or "),
        row.anyOf.map((one) => marginOfHypothesis({ ...row, anyOf: [one] }, values).needs).join(" or "),
      ]),
    );
    expect(rowsOf("3.2", "3.3").flatMap(([id]) => named(id))).toEqual(SHARED);
  });

  it("has every theorem and lemma of the audit, with what it is about and asks for", () => {
    const rows = rowsOf("3.5").flatMap(([list, optimizers, asks, shared]) =>
      named(list).map((id) => [id, optimizers?.split(" "), named(asks), shared === "yes"]),
    );
    const sorted = (list: unknown[][]) => list.sort((a, b) => String(a[0]).localeCompare(String(b[0])));
    expect(sorted(rows)).toEqual(
      sorted(
        THEOREMS.map(({ id, optimizers, hypotheses, sharesConditions }) => [
          id,
          optimizers,
          hypotheses,
          sharesConditions,
        ]),
      ),
    );
  });

  it("a theorem of the audit names the source that its claim names", () => {
    const differing = THEOREMS.filter(({ id, source }) => {
      const claim = CLAIMS.find((candidate) => candidate.id === id);
      return claim !== undefined && claim.source !== source;
    });
    expect(ids(differing)).toEqual([]);
  });

  it("has every threshold that is printed, with its order, and the section that explains it", () => {
    const table = (SECTIONS.get("5.11") as string).split("\n").filter((line) => /^\| (?!-|threshold )/.test(line));
    const rows = table.map((line) => line.slice(2, -2).split(" | "));
    expect(rows.map(([name, optimizer, order]) => [name, optimizer, order])).toEqual(
      THRESHOLDS.map(({ name, optimizer, formula }) => [name, optimizer, formula ?? "none"]),
    );
    for (const [, , , section] of rows) expect(SECTIONS.has(section as string)).toBe(true);
  });

  it("has every optimizer, method and target, and names nothing in code that is nowhere", () => {
    expect(rowsOf("1.5").flatMap(([name]) => named(name))).toEqual(OPTIMIZERS.map(({ name }) => name));
    const headings = [...THEORY.matchAll(/^### 2\..*$/gm)].flatMap(([heading]) => named(heading));
    expect(headings.sort()).toEqual(METHODS.map(({ name }) => name).sort());
    expect(rowsOf("6").flatMap(([name]) => named(name))).toEqual(TARGETS.map(({ name }) => name));
    const known = new Set<string>([
      ...ids(CLAIMS),
      ...ids(HYPOTHESES),
      ...ids(WIDER_HYPOTHESES),
      ...HEAT_MAPS.map(({ name }) => name),
      ...ids(THEOREMS),
      ...[OPTIMIZERS, METHODS, TARGETS].flatMap((list) => list.map(({ name }) => name)),
      ...[...Object.keys(runFileSchema.shape), ...Object.keys(NAMED)],
      ...[...MODEL_KEYS, ...BASES, ...FLIP_TIMES, ...ACTIVATIONS, ...WIDER_METRICS.map(({ name }) => name)],
      ...[...CONVENTIONS, ...NETWORKS, ...LABELS, ...SUPPORTS, ...Object.keys(PRESETS), "auto", "log"],
    ]);
    const functions = /^(THEOREMS|defineOptimizer|flowThreshold|failingDecay|flipBoundary)$/;
    const names = named(THEORY).filter((name) => !/^adamcheck |^--/.test(name) && !functions.test(name));
    expect(names.filter((name) => !known.has(name))).toEqual([]);
  });

  it("has every activation, law of noise and loss in the wider model", () => {
    const wider = SECTIONS.get("1.8") as string;
    expect(ACTIVATIONS.filter((name) => !wider.includes(`\`${name}\``))).toEqual([]);
    expect(NOISES.filter((name) => !wider.includes(name))).toEqual([]);
    const spelled = LOSSES.map((name) => name.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`));
    expect(spelled.filter((name) => !wider.includes(name) && !wider.includes(name.replace(" ", "-")))).toEqual([]);
  });

  it("names the grades of evidence, the strongest first", () => {
    const places = GRADES.map((grade) => (SECTIONS.get("4.1") as string).indexOf(`*${grade}*`));
    expect(places.every((place, k) => place > (places[k - 1] ?? 0))).toBe(true);
  });

  it("links to files that are there, and refers to sections that it has", () => {
    const sections = [...THEORY.matchAll(/\bsections? ([1-5]\.\d+(?:(?: and| to) [1-5]\.\d+)?)/g)];
    expect(sections.length).toBeGreaterThan(15);
    const numbers = sections.flatMap(([, text]) => (text as string).match(/\d\.\d+/g) ?? []);
    expect(numbers.filter((number) => !SECTIONS.has(number))).toEqual([]);
    const links = [...THEORY.matchAll(/\]\(([^)#]+)\)/g)].map(([, path]) => path as string);
    expect(links.length).toBeGreaterThan(8);
    expect(links.filter((path) => !existsSync(new URL(path, new URL("docs/", ROOT))))).toEqual([]);
  });

  it("stands by itself", () => {
    expect(THEORY).not.toMatch(/\/work\b|shared\//);
  });
});

describe("citations of docs/theory.md", () => {
  const ROOMS = ["bench", "docs", "examples", "mutation", "proofs-check", "scripts", "src", "test", "web"];
  const files = ROOMS.flatMap((room) =>
    (readdirSync(new URL(room, ROOT), { recursive: true }) as string[]).map((file) => `${room}/${file}`),
  )
    .concat("README.md")
    .filter((file) => /\.(ts|mts|mjs|js|md|py|html|css)$/.test(file) && !/generated|node_modules/.test(file))
    .filter((file) => !/^(docs\/theory\.md|test\/docs\/theory\.test\.ts|test\/site\/.*)$/.test(file));
  const CITED = /(\S*)\btheory\.md((?: \d+(?:\.\d+)?(?:(?:,| and| to)(?= \d))?)*)/g;
  // A link, or a path in code.
  const LINK = /\[[^\]]*\]\([\w./]*theory\.md\)|"docs\/theory\.md"/g;
  const mentions = files.flatMap((file) =>
    read(file)
      .split("\n")
      .flatMap((line, k) =>
        [...line.replace(LINK, "").matchAll(CITED)].map(([text, path, sections]) => ({
          place: `${file}:${k + 1}: ${text}`,
          inDocs: /(^|[^\w./])docs\/$/.test(path as string),
          sections: (sections as string).match(/\d+(\.\d+)?/g) ?? [],
        })),
      ),
  );

  it("name sections that are there, each in its full path", () => {
    expect(mentions.length).toBeGreaterThan(30);
    const astray = mentions.filter(
      ({ inDocs, sections }) => !inDocs || sections.length === 0 || sections.some((number) => !SECTIONS.has(number)),
    );
    expect(astray.map(({ place }) => place)).toEqual([]);
  });

  it("are the only ones: nothing cites a file that a reader has not", () => {
    const elsewhere = files.filter((file) => /\bshared\/(theory|design|stack|exemplars|trials)/.test(read(file)));
    expect(elsewhere).toEqual([]);
  });
});
