import { integerPower } from "../numeric/integerPower.ts";
import {
  FAMILY_CONDITIONS,
  formulaOf,
  type Monomial,
  type Power,
  type Quantity,
  RELATIONS,
  spell,
} from "./familyConditions.ts";
import { requireNormal } from "./requireNormal.ts";
import type { Setting } from "./setting.ts";

const raise = (x: number, power: Power, q: number) =>
  power === 0.5 ? Math.sqrt(x) : integerPower(x, power === "q-1" ? q - 1 : power);

/** What the conditions are about. */
interface MarginInput {
  readonly setting: Setting;
  readonly optimizer: { readonly lr: number };
}

/** A condition at one n. */
export interface Margin {
  readonly name: string;
  readonly formula: string;
  /** left/right */
  readonly ratio: number;
  readonly holds: boolean;
}

/**
 * The conditions of the theorems at one n, with the constant 1 where the orders leave it open.
 *
 * ratio = left/right;  o, O, O~ hold if ratio < 1, omega if ratio > 1.
 * The tilde is read strictly, as polylog n = 1: since log n > 1, what holds so also holds with any power of log n granted.
 *
 * @param member a setting and a learning rate eta = lr, as `familySetting` gives them
 * @returns one margin a condition, in the order of `FAMILY_CONDITIONS`
 * @throws InputError if a side or the ratio leaves the doubles
 * Source: [T25] Conditions A.1, A.2. eps = Theta(lambda eta) is no entry: it holds by construction, with the constant cEps.
 * @example
 * const setting = { n: 16, d: 1000000, s: 4, sigmaP: 0.5, alpha: 0.1, m: 3, q: 3, sigma0: 0.1, labels: "balanced" }
 * familyMargins({ setting, optimizer: { lr: 0.01 } })[0] // => { name: "noise-l1", formula: "s sigmaP = omega(1)", ratio: 2, holds: true }
 */
export function familyMargins({ setting, optimizer }: MarginInput): Margin[] {
  const values = { ...setting, eta: optimizer.lr };
  const valueOf = (monomial: Monomial) =>
    Object.entries(monomial).reduce(
      (product, [quantity, power]) => product * raise(values[quantity as Quantity], power, setting.q),
      1,
    );
  return FAMILY_CONDITIONS.map((condition) => {
    const [left, right] = [valueOf(condition.left), valueOf(condition.right)];
    const ratio = left / right;
    for (const [side, value] of Object.entries({ [spell(condition.left)]: left, [spell(condition.right)]: right })) {
      requireNormal(side, value, setting.n);
    }
    requireNormal(`the ratio of ${formulaOf(condition)}`, ratio, setting.n);
    const holds = RELATIONS[condition.relation] === "above" ? ratio > 1 : ratio < 1;
    return { name: condition.name, formula: formulaOf(condition), ratio, holds };
  });
}
