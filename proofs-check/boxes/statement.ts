/** A statement about every point of a box: all of its formulas are above 0 there. */
export interface BoxStatement {
  readonly name: string;
  /** What it says, in a sentence's end. */
  readonly says: string;
  /** Ends of each variable's range: doubles that mean themselves. */
  readonly box: Readonly<Record<string, readonly [number, number]>>;
  /** In the variables: numbers, + - * /, ^ with an integer, exp. */
  readonly above: readonly string[];
}
