/** MathML, made when the page is built (formulas.ts). */
declare module "virtual:formulas" {
  type Formulas = Readonly<Partial<Record<string, string>>>;
  /** By the text of a hypothesis. */
  export const statements: Formulas;
  /** By the id of a claim. */
  export const claims: Formulas;
  /** By the name of a symbol. */
  export const symbols: Formulas;
}
