import { isObject } from "../../setting/isObject.ts";
import { mustBe } from "../../setting/mustBe.ts";
import { formulaLine } from "../formulaLine.ts";
import type { Formulas, Optimizer, Own } from "../optimizer.ts";
import { type GivenParameters, parametersOf } from "../parameters.ts";
import { notNormalized, trial } from "../trials.ts";
import { optimizerOf } from "./carried.ts";
import { programOf } from "./compile.ts";
import { parseUpdate } from "./parse.ts";
import type { Origin, Program } from "./program.ts";
import { neverUpdated, notKnownNormalized } from "./scaling.ts";
import { find, type Tree, type Update } from "./tree.ts";
import { directionBy, formulaErrorAt, WEIGHTS } from "./trial.ts";

/** What a user says of an optimizer by formulas. */
export interface FormulaDefinition
  extends Pick<Optimizer, "name" | "decay">,
    Partial<Pick<Optimizer, "title" | "source">>,
    Partial<Pick<Own, "betas" | "eps" | "normalized">> {
  /** Its own hyperparameters, by name: their defaults, or all of what is said of them. */
  readonly parameters?: GivenParameters;
  /** By name, in the order in which they are brought up to date. */
  readonly memory?: Readonly<Record<string, string>>;
  /** The step in units of eta. */
  readonly direction: string;
}

/** Where formulas use w. */
function placeOfWeight({ memory, step }: Update): Origin | undefined {
  const isWeight = (part: Tree) => part.kind === "name" && part.name === "w";
  for (const { of, text, tree } of [...memory, step]) {
    const found = find(tree, isWeight);
    if (found) return { of, text, at: found.at };
  }
  return undefined;
}

/** Tries an update out, as a function is tried; whether its steps are normalized. */
function checkUpdate(update: Update, program: Program, own: Own, said: boolean | undefined): boolean {
  const still = neverUpdated(update);
  if (still) {
    const at = { of: still.of, text: still.text, at: still.tree.at };
    throw formulaErrorAt(at, "must bring the memory up to date, but leaves it 0 for ever", "use g in it, or remove it");
  }
  const { of, text } = update.step;
  const direction = directionBy(program);
  const weights = placeOfWeight(update) ? WEIGHTS : WEIGHTS.slice(0, 1);
  for (const eps of own.eps === undefined ? [undefined] : [own.eps, 0]) {
    for (const weight of weights) {
      const [first] = trial(directionBy(program, weight), own, 1, eps).steps;
      mustBe((first as number) === 0, of, "0 while every gradient was 0", first, "leave out what does not follow g");
    }
  }
  const unknown = notKnownNormalized(update);
  const weight = said && placeOfWeight(update);
  if (weight) {
    throw formulaErrorAt(
      weight,
      "must not use w where normalized says that only gradients count, but does",
      "remove w or normalized",
    );
  }
  const seen = said && unknown ? notNormalized(direction, own) : undefined;
  if (unknown && seen) {
    const rule = `must keep its size and turn with the sign of the gradients where normalized says so, but step ${seen.at} goes from ${seen.before} to ${seen.after} where they are multiplied by ${seen.factor}, for what is`;
    throw formulaErrorAt({ of, text, at: unknown.at }, rule, "leave normalized out");
  }
  return said ?? unknown === undefined;
}

/**
 * An optimizer from formulas.
 *
 * @param given its fields but memory and direction are right
 * @returns the optimizer
 * @throws InputError for a formula that is none, or fails on trial gradients; one sentence with the position
 * Source: ours, docs/notes/formulas.md.
 */
export function fromFormulas(given: FormulaDefinition): Optimizer {
  const { name, decay, title = name, source = "ours", betas, eps, parameters, memory = {}, direction } = given;
  const advice = 'write it as { mom: "b1*mom + (1-b1)*g" }, or leave it out';
  mustBe(
    isObject(memory),
    `memory of optimizer ${name}`,
    "formulas by name where direction is a formula",
    memory,
    advice,
  );
  const formulas: Formulas = { ...(Object.keys(memory).length > 0 && { memory }), direction };
  const takes = { betas: betas !== undefined, eps: eps !== undefined, parameters: Object.keys(parameters ?? {}) };
  const update = parseUpdate(formulas, takes, name);
  const names = Object.keys(memory);
  const bare: Own = {
    ...(betas && { betas }),
    ...(eps !== undefined && { eps }),
    ...(parameters && { parameters: parametersOf(parameters) }),
    memory: names,
    normalized: false,
  };
  const program = programOf(update, decay);
  const normalized = checkUpdate(update, program, bare, given.normalized);
  const own = { ...bare, normalized, program, readsWeight: placeOfWeight(update) !== undefined };
  return optimizerOf({
    ...{ name, title, decay, adaptive: false, own, source },
    formulas: { paper: formulas, pytorch: formulas },
    formula: formulaLine(decay, formulas),
  });
}
