/**
 * Why a quantity has no expansion: what a formula must do and what it does, and the remedy. Whoever knows the formula and the place says it as an InputError.
 */
export class Refusal extends Error {
  override name = "Refusal";
  /** "must ..., but ...": what follows the formula in the sentence. */
  readonly rule: string;
  readonly remedy: string;

  constructor(rule: string, remedy: string) {
    super(`${rule}; ${remedy}`);
    this.rule = rule;
    this.remedy = remedy;
  }
}

/** An exponent without a value, or definitions without end: not a question for expansions, so that the refusal of the algebra of orders stands. */
export class Unanswered extends Error {
  override name = "Unanswered";
}
