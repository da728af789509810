import { parametersIn } from "../../src/optimizers/parameters.ts";
import { InputError, show } from "../../src/setting/inputError.ts";
import { isObject } from "../../src/setting/isObject.ts";
import { parseRun } from "../../src/sim/run.ts";
import { BESIDE_BY_METHOD } from "./beside.ts";
import { beyondOf } from "./beyond.ts";
import { BY_FORMULA, FORMULA_NAME, formulaName } from "./formula.ts";
import { type Choice, FIRST, NO_PARAMETERS, PARAMETERS, presetOf } from "./state.ts";

/** The optimizer of a file: one that is known, or the formulas of the form. */
function optimizerOf(name: string, now: Choice): Partial<Choice> {
  if (!FORMULA_NAME.test(name)) return { optimizer: name };
  if (name !== formulaName(now)) {
    const rule = "optimizer.name must be that of the formulas in the form where it stands for formulas";
    throw new InputError(`${rule}, but is ${show(name)}; type them in first`);
  }
  const { decay, memory, direction } = now;
  return { optimizer: BY_FORMULA, decay, memory, direction };
}

function besideOf(method: unknown): Choice["beside"] {
  const beside = BESIDE_BY_METHOD.get(method as string);
  if (beside) return beside;
  const listed = [...BESIDE_BY_METHOD.keys()].map((name) => `"${name}"`).join(", ");
  throw new InputError(`method must be one of ${listed}, but is ${show(method)}; correct it or leave it out`);
}

/**
 * The choice that a run file holds.
 *
 * @param data of a run file, or of a result, whose `config` it is
 * @param now what is on screen: how it is looked at stays, and formulas that the file names alone
 * @returns the choice, whose run is that of the file; `method` is what is laid over it
 * @throws InputError, one sentence, for what is no run file
 */
export function choiceFrom(data: unknown, now: Choice): Choice {
  const file = isObject(data) && isObject(data.config) ? data.config : data;
  const { method, ...rest } = isObject(file) ? file : {};
  const { name } = isObject(rest.optimizer) ? rest.optimizer : {};
  const optimizer = typeof name === "string" ? optimizerOf(name, now) : {};
  const run = parseRun(isObject(file) ? rest : file);
  const { lr, weightDecay, convention, betas, eps } = run.optimizer;
  const parameters: Partial<Choice> = { ...NO_PARAMETERS, ...parametersIn(run.optimizer) };
  const { network, seed, testSize, recordEvery, start, batches } = run;
  const choice: Choice = {
    ...FIRST,
    ...run.setting,
    ...beyondOf({ ...run.setting, ...run }),
    supports: run.setting.supports ?? "independent",
    ...optimizer,
    ...{ lr, weightDecay, convention, beta1: betas?.[0] ?? null, beta2: betas?.[1] ?? null, eps: eps ?? null },
    ...Object.fromEntries(PARAMETERS.map((one) => [one, parameters[one]])),
    ...{ network, seed, testSize, recordEvery },
    ...{ batchSize: run.batchSize ?? 1, epochs: run.epochs ?? 1 },
    ...{ start: start ? JSON.stringify(start) : "", batches: batches ? JSON.stringify(batches) : "" },
    ...{ time: now.time, shown: now.shown, beside: method === undefined ? now.beside : besideOf(method) },
  };
  return { ...choice, preset: presetOf(choice) ?? FIRST.preset };
}
