import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fc, test } from "@fast-check/vitest";
import { parseHTML } from "linkedom";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openJournal } from "../../src/experiments/journal/journal.ts";
import type { Finished } from "../../src/experiments/journal/line.ts";
import { runTrial } from "../../src/experiments/sweep/trial.ts";
import { KINDS } from "../../src/library/reportKinds.ts";
import { gather } from "../../src/report/html/gather.ts";
import { page } from "../../src/report/html/page.ts";
import { parseRun } from "../../src/sim/run.ts";
import { writeIn } from "../helpers/command.ts";
import { newFolder } from "../helpers/newFolder.ts";
import { fillReportable, reproduced, sweepIn, trainings, verdicts } from "../helpers/reportable.ts";
import { FIGURE } from "../report/phase.ts";

const RUN = { preset: "tiny", optimizer: { name: "adam", lr: 0.01 }, batchSize: 2, epochs: 2, testSize: 10 };

/** Where each file with JSON belongs, and what it holds. */
let documents: Readonly<Record<string, unknown>>;
let folder: string;

beforeAll(async () => {
  documents = { ...trainings(), "report.json": reproduced(), "check.json": await verdicts(), "diagram.json": FIGURE };
});
beforeEach(() => {
  folder = newFolder();
});

const reported = () => {
  const { sections, leftOut } = gather(folder, KINDS);
  const text = page("t", sections, leftOut, {});
  return { sections, leftOut, text, document: parseHTML(text).document };
};

/** A value in which every text and every key that is free is `text`; what a shape must have stays. */
function poisoned(value: unknown, text: string): unknown {
  if (Array.isArray(value)) return value.map((entry) => poisoned(entry, text));
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, poisoned(entry, text)]));
  }
  return typeof value === "string" ? `${value}${text}` : value;
}

/** Every place in a value. */
const placesIn = (value: unknown, path: readonly string[] = []): string[][] => [
  [...path],
  ...(typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([key, entry]) => placesIn(entry, [...path, key]))
    : []),
];

function replaced(value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown {
  if (key === undefined) return by;
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string, unknown>;
  copy[key] = replaced(copy[key], rest, by);
  return copy;
}

const junk = fc.constantFrom<unknown>(null, undefined, 0, -1, 1e308, "", "x", true, [], {}, [null], [[]]);

describe("gather", () => {
  it("finds everything in a folder and in those in it, in the order of their names", async () => {
    await fillReportable(folder);
    writeIn(folder, "other.json", { a: 1 });
    writeIn(folder, "broken.json", "{");
    const { sections, leftOut, document } = reported();
    expect(sections.map(({ path }) => path.slice(folder.length + 1))).toEqual([
      ...["compare.json", "dynamics.json", "simulate.json", "checked", "reproduced", "swept"],
    ]);
    expect(leftOut.map((path) => path.slice(folder.length + 1))).toEqual(["broken.json", "other.json"]);
    expect(document.querySelectorAll("figure svg").length).toBeGreaterThanOrEqual(6);
    expect(document.querySelector("main")?.textContent).not.toContain("cannot be drawn");
    expect(document.querySelectorAll("main section")).toHaveLength(7);
  });

  it("finds what the folder itself is", () => {
    sweepIn(folder);
    const [section, ...others] = reported().sections;
    expect([section?.path, others]).toEqual([folder, []]);
    expect(section?.answer).toMatch(/^Of 7 runs \d fit.*\. The median test error goes from 0[^.]*\.?/);
  });

  it("knows the counterexamples of a check, which are run files, as part of it", () => {
    writeIn(folder, "check.json", documents["check.json"]);
    mkdirSync(join(folder, "counterexamples"));
    writeIn(folder, "counterexamples/two-sound.json", { preset: "tiny" });
    const { sections, leftOut } = reported();
    expect([sections.map(({ path }) => path), leftOut]).toEqual([[folder], []]);
  });

  it("finds nothing where there is nothing, or half of it", () => {
    expect(gather(folder, KINDS)).toEqual({ sections: [], leftOut: [] });
    mkdirSync(join(folder, "inside/deeper"), { recursive: true });
    writeIn(folder, "inside/deeper/simulate.json", documents["simulate.json"]);
    writeFileSync(join(folder, "runs.ndjson"), "not a line\n");
    writeIn(folder, "plan.json", "{");
    expect(gather(folder, KINDS).sections.map(({ answer }) => answer)).toEqual(["No run has an outcome."]);
  });
});

describe("what a section says", () => {
  it.each([
    ["simulate.json", "adamcheck simulate - --out", "Training: adam, batch size 2"],
    ["dynamics.json", "adamcheck dynamics - --out", "Training: adam, batch size 2"],
    ["compare.json", "adamcheck compare - --out", "Levels compared: adam"],
    ["report.json", "reproduce table1 fig3 fig5 --seeds 1-20 --mini-batch-seeds 1-3", "The papers' experiments"],
    ["check.json", "adamcheck check claim two --out", "Claims checked"],
  ])("%s: how it is made again, and what it is", (name, command, title) => {
    writeIn(folder, name, documents[name]);
    const { document, sections } = reported();
    expect(sections[0]?.title).toContain(title);
    const commands = [...document.querySelectorAll("pre")].map(({ textContent }) => textContent).join("\n");
    expect(commands).toContain(command);
  });

  it.each(["simulate.json", "dynamics.json"])("%s: its answer, then signal and noise, and the errors", (name) => {
    writeIn(folder, name, documents[name]);
    const { document } = reported();
    expect(document.querySelector(".answer")?.textContent).toMatch(
      /^adam, batch size 2: after 6 epochs it is wrong on \d+% of its training examples .* at or below [-.\d]+ and [-.\d]+\.$/,
    );
    expect(document.querySelector(".answer")?.nextElementSibling?.localName).toBe("figure");
    const figures = [...document.querySelectorAll("figure")].map(({ textContent }) => textContent);
    expect(figures).toHaveLength(2);
    for (const text of figures) expect(text?.includes("in coefficients (active-set)")).toBe(name === "dynamics.json");
  });

  it("a check's: seed and cases where they are known, formulas, readings, runs that show it fail", async () => {
    writeIn(folder, "check.json", documents["check.json"]);
    writeIn(folder, "asked.json", { seed: 3, cases: 2, level: 1 });
    const { document } = reported();
    const text = document.querySelector("main")?.textContent ?? "";
    expect(text).toContain("Seed 3, 2 cases of every check, level 1 alone.");
    expect(text).toContain(`adamcheck check claim two --seed 3 --cases 2 --level 1 --out ${folder}-again`);
    expect(text).toContain(`adamcheck simulate ${folder}/counterexamples/two-check0.json`);
    expect(document.querySelectorAll("math")).toHaveLength(2);
  });

  it("a sweep's: the table of summary, reasons of failures, the plan", () => {
    sweepIn(folder);
    const { document } = reported();
    const text = document.querySelector("main")?.textContent ?? "";
    expect(text).toContain("1 run: it was tired");
    expect(text).toContain(`adamcheck sweep ${folder}/plan.json --out ${folder}-again`);
    const captions = [...document.querySelectorAll("caption")].map(({ textContent }) => textContent);
    expect(captions.filter((caption) => caption.includes("by batchSize and weightDecay"))).toHaveLength(1);
    expect(captions.filter((caption) => caption.includes('Boundary of "generalizes"'))).toHaveLength(1);
  });

  it("no picture twice, where two figures come out the same", () => {
    sweepIn(folder);
    const pictures = [...reported().document.querySelectorAll("figure svg[role=img]")].map(({ outerHTML }) =>
      outerHTML.replaceAll(/figure [a-z-]+ --from/g, ""),
    );
    expect(pictures.length).toBeGreaterThan(1);
    expect(new Set(pictures).size).toBe(pictures.length);
  });

  it("is the same each time", () => {
    for (const name of Object.keys(documents)) writeIn(folder, name, documents[name]);
    expect(reported().text).toBe(reported().text);
  });
});

describe("files that mean harm", () => {
  const HARM = `"'><script>alert(1)</script><img src=x onerror=alert(2)>\\href{javascript:alert(3)}{x}`;

  it.each(["simulate.json", "dynamics.json", "compare.json", "report.json", "check.json", "diagram.json"])(
    "%s: their texts stay texts",
    (name) => {
      writeIn(folder, name, poisoned(documents[name], HARM));
      const whole = reported();
      // Texts that must be one of a few are refused: then what is harmful stands in free ones alone.
      const shapes =
        /verdict|grade|scope|kind|command|along|reading|optimizer|network|labels|supports|convention|method|name|metric/;
      const free = JSON.parse(JSON.stringify(documents[name]), (key, value) =>
        typeof value === "string" && !shapes.test(key) ? `${value}${HARM}` : value,
      );
      writeIn(folder, name, free);
      const some = reported();
      expect(some.sections).toHaveLength(1);
      for (const { document, text } of [whole, some]) {
        expect(document.querySelectorAll("script, img, [onerror], [href^='javascript']").length).toBe(0);
        expect(text).not.toMatch(/<script|<img/);
      }
    },
  );

  it("a sweep's, in its reasons and in names of folders", () => {
    const inside = join(folder, "a<script>alert(1)<b>'&");
    mkdirSync(inside);
    sweepIn(inside);
    const { text, sections } = reported();
    expect(sections).toHaveLength(1);
    expect(text).not.toContain("<script");
  });

  it("a published range of other than two numbers is no report of reproduce", () => {
    const at = placesIn(documents["report.json"]).find((path) => path.at(-1) === "range") as string[];
    for (const range of [[], [0], [0, 1, 2]]) {
      writeIn(folder, "report.json", replaced(documents["report.json"], at, range));
      expect(gather(folder, KINDS).sections).toEqual([]);
    }
  });

  it("a diagram without values of an axis is none", () => {
    for (const axis of ["x", "y"]) {
      writeIn(folder, "diagram.json", replaced(documents["diagram.json"], [axis, "values"], []));
      expect(gather(folder, KINDS).sections).toEqual([]);
    }
  });

  test.prop(
    [fc.constantFrom("simulate.json", "compare.json", "report.json", "check.json", "diagram.json"), fc.nat(), junk],
    {
      numRuns: 150,
    },
  )("any value in any place is reported on or left out, and is no fault", (name, pick, by) => {
    const places = placesIn(documents[name]);
    const spoilt = replaced(documents[name], places[pick % places.length] as string[], by);
    const place = newFolderIn(folder, name, pick, JSON.stringify(spoilt) ?? "");
    const { sections, leftOut } = gather(place, KINDS);
    expect(page("t", sections, leftOut, {})).toContain("</html>");
  });
});

describe("a journal that means harm", () => {
  it.each([true, "x"])("is reported on or left out where its batch size is %s", (by) => {
    const trial = runTrial({ kind: "trial", run: parseRun(RUN), level: "simulate", stop: {}, record: [] });
    const journal = openJournal<unknown>(join(folder, "runs.ndjson"));
    journal.add("a", { outcome: replaced(trial, ["config", "batchSize"], by) });
    journal.close();
    writeIn(folder, "plan.json", { base: RUN, axes: { batchSize: [2, 3] }, seeds: [1] });
    const { sections, leftOut } = gather(folder, KINDS);
    expect(page("t", sections, leftOut, {})).toContain("</html>");
  });

  it("is not taken for a sweep's where a cell of the table of runs would be no cell", () => {
    const trial = runTrial({ kind: "trial", run: parseRun(RUN), level: "simulate", stop: {}, record: [] });
    const journal = openJournal<unknown>(join(folder, "runs.ndjson"));
    journal.add("a", { outcome: replaced(trial, ["config", "batchSize"], { toString: 1 }) });
    journal.close();
    expect(gather(folder, KINDS).sections).toEqual([]);
  });

  test.prop([fc.nat(), junk], { numRuns: 60 })(
    "any value in any place of a run is reported on or left out",
    (pick, by) => {
      const place = newFolderIn(
        folder,
        "plan.json",
        pick,
        JSON.stringify({ base: RUN, axes: { batchSize: [2, 3] }, seeds: [1] }),
      );
      const trial = runTrial({ kind: "trial", run: parseRun(RUN), level: "simulate", stop: {}, record: [] });
      const places = placesIn(trial);
      const journal = openJournal<unknown>(join(place, "runs.ndjson"));
      journal.add("a", { outcome: replaced(trial, places[pick % places.length] as string[], by) } as Finished<unknown>);
      journal.close();
      const { sections, leftOut } = gather(place, KINDS);
      expect(page("t", sections, leftOut, {})).toContain("</html>");
    },
  );
});

/** A folder of its own for each case, so that none sees another's file. */
function newFolderIn(parent: string, name: string, pick: number, text: string): string {
  const place = join(parent, `case-${pick}-${text.length}`);
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, name), text);
  return place;
}
