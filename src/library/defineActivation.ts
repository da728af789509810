import { type DoubleWords, doubleFormula } from "../algebra/doubleFormula.ts";
import { noteDefined } from "../optimizers/origin.ts";
import { mustKnowKeys } from "../setting/explain.ts";
import { ACTIVATIONS } from "../setting/model.ts";
import { isText, mustBe, mustBeOptions } from "../setting/mustBe.ts";
import { mustBeActivation, OWN_ACTIVATIONS, type OwnActivation } from "../sim/activations/own.ts";
import { mustBeWord } from "./ownNames.ts";

/** A function of z and the setting's power q, or a formula of them. */
/** A function of z and the power q, or a formula in z and q. */
export type ActivationPart = string | ((z: number, q: number) => number);

/** What a user says of an activation. */
export interface ActivationDefinition {
  readonly name: string;
  /** sigma(z) */
  readonly value: ActivationPart;
  /** sigma'(z) */
  readonly derivative: ActivationPart;
}

const WORDS: DoubleWords<"z" | "q"> = {
  numbers: ["z", "q"],
  functions: ["min", "max", "abs", "sign", "sqrt", "exp", "log", "cos", "tanh", "normalCdf", "floor"],
  such: "max(z, 0)^q",
};

/** The power at which a definition is tried at once; a run tries it at its own. */
const USUAL_POWER = 3;

function functionFrom(name: string, field: "value" | "derivative", given: unknown): OwnActivation["value"] {
  const right = isText(given) || typeof given === "function";
  mustBe(right, `${field} of activation ${name}`, "a formula or a function", given, "it gives a number for every z");
  if (typeof given === "function") return given as OwnActivation["value"];
  const of = doubleFormula(given as string, WORDS);
  return (z, q) => of({ z, q });
}

/**
 * An activation of your own, known from then on by its name: a setting's `activation` may be it.
 *
 *   F_j = sum_r sum_p sigma(<w_{j,r}, x_p>),  sigma = value, sigma' = derivative
 *
 * By formulas: of z, q (the setting's power) and pi, with + - * / ^, min, max, abs, sign, sqrt, exp, log, cos, tanh, normalCdf, floor. The plain
 * engine trains it whichever is named, and `dynamics` by the Gram matrix with sgd.
 *
 * @param given name, a word that no activation of ours has; `value` and `derivative`, each a formula or a function (z, q) that gives a number, the
 *   same whenever it is asked
 * @returns the activation
 * @throws InputError for a field that is missing or wrong, a name that is taken, numbers that are not finite at z in [-8.9, 8.9], or a derivative
 *   that is not the slope of the value (tried at q = 3, and at the power of every run; kinks are left out); one sentence
 * Source: ours.
 * @example
 * const swish = defineActivation({ name: "example-swish", value: "z/(1 + exp(-z))", derivative: "1/(1 + exp(-z))*(1 + z/(1 + exp(z)))" })
 * swish.value(0, 3) // => 0
 * swish.derivative(0, 3) // => 0.5
 */
export function defineActivation(given: ActivationDefinition): OwnActivation {
  mustBeOptions(given, "defineActivation");
  const { name, value, derivative } = given;
  mustBeWord("activation", name);
  mustBe(
    !(ACTIVATIONS as readonly string[]).includes(name),
    "name of an activation",
    "one that none of ours has",
    name,
    "choose another one",
  );
  mustKnowKeys(given, `activation ${name}`, ["name", "value", "derivative"]);
  const activation: OwnActivation = {
    name,
    value: functionFrom(name, "value", value),
    derivative: functionFrom(name, "derivative", derivative),
  };
  mustBeActivation(activation, USUAL_POWER);
  noteDefined(name, "activation");
  OWN_ACTIVATIONS.add(activation, JSON.stringify([String(value), String(derivative)]));
  return activation;
}
