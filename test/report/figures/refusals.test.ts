import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Figure } from "../../../src/report/figures/figure.ts";
import { FIGURES } from "../../../src/report/figures/registry.ts";
import { sourceAt } from "../../../src/report/figures/source.ts";
import { InputError } from "../../../src/setting/inputError.ts";
import { newFolder } from "../../helpers/newFolder.ts";
import { fileWith, INPUTS, inputOf, placeOf } from "./inputs.ts";

function refusal(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  return "nothing was refused";
}

/** Field, rule, value, what to do: one sentence, of --from or of what a plan or run file says. */
const SENTENCE = /^\S[^\n]* (must|is)[^\n]*, (but|in which)[^\n]*; [^\n]*[^.]$/;

const named = (name: string) => FIGURES.find((figure) => figure.name === name) as Figure<unknown>;
const run = () => structuredClone(inputOf("trajectory").json()) as { history: Record<string, unknown>[] };

describe.each(FIGURES.map((figure) => [figure.name, figure] as const))(
  "%s refuses, in one sentence,",
  (name, figure) => {
    const wrong = [...new Set(Object.values(INPUTS))].filter((path) => path !== INPUTS[name]);
    /** A sweep is one for every figure of a column that it varies, a check one for those of what it measured. */
    const alike: Readonly<Record<string, readonly string[]>> = {
      sweep: ["inputs/batch-size", "inputs/weight-decay", "inputs/phase"],
      ...{ scaling: [INPUTS.trends as string], slopes: [INPUTS.trends as string], shares: [INPUTS.trends as string] },
      spread: ["inputs/weight-decay", "inputs/betas", "inputs/phase"],
      "batch-size": ["inputs/phase"],
      "weight-decay": ["inputs/batch-size", "inputs/betas", "inputs/phase"],
    };

    it.each(wrong.filter((path) => !alike[name]?.includes(path)))("what is of another kind: %s", (path) => {
      expect(refusal(() => figure.read(sourceAt(placeOf(path))))).toMatch(SENTENCE);
    });

    it.each([[null], [3], ["text"], [[]], [{}], [{ history: [], config: {}, maps: [], claims: [] }]])(
      "a file with %j",
      (value) => {
        expect(refusal(() => figure.read(fileWith(value)))).toMatch(SENTENCE);
      },
    );

    it("an empty folder", () => {
      expect(refusal(() => figure.read(sourceAt(newFolder())))).toMatch(SENTENCE);
    });
  },
);

describe("a source", () => {
  const of = (content: string) => {
    const path = join(newFolder(), "result.json");
    writeFileSync(path, content);
    return refusal(() => sourceAt(path).json()).replace(/ \S*result.json/, " FILE");
  };

  it("that is missing, empty or cut off is refused", () => {
    expect(refusal(() => sourceAt("/nowhere/at/all"))).toBe(
      "from must name a file or folder, but looking at /nowhere/at/all gave ENOENT; check the path",
    );
    expect(of(" \n")).toBe("from must name a file with JSON, but FILE is empty; make it again");
    expect(of('{"config": ')).toMatch(
      /^from must name a file with complete JSON, but of FILE the parser says: .*; make it again$/,
    );
  });
});

describe("a training", () => {
  it("of one record is refused", () => {
    const { history, ...rest } = run();
    expect(refusal(() => named("trajectory").read(fileWith({ ...rest, history: history.slice(0, 1) })))).toBe(
      'from must name a file that "simulate" or "dynamics" wrote with --out, in which history has 2 entries or more, but it has 1; record more',
    );
  });

  it("with a number that is none is refused, and the place named", () => {
    const broken = run();
    (broken.history[3] as Record<string, unknown>).trainLoss = null;
    expect(refusal(() => named("errors").read(fileWith(broken)))).toBe(
      'from must name a file that "simulate" or "dynamics" wrote with --out, in which history[3].trainLoss is a finite number, but it is null; check the path',
    );
  });

  it("that diverged is drawn up to there, and its caption says so", () => {
    const figure = named("trajectory");
    const diverged = { step: 31, epoch: 7, metric: "weights", advice: "" };
    expect(figure.caption(figure.read(fileWith({ ...run(), diverged })))).toContain(" Diverged at step 31. ");
  });
});
