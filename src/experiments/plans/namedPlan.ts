/** A plan with a name: an experiment of the papers as a sweep of the synthetic setting. */
export interface NamedPlan {
  readonly name: string;
  readonly about: string;
  readonly source: string;
  /** What `summary --by` takes to show it, with error bars over seeds. */
  readonly by: readonly string[];
  /** What a plan file holds; a quick one trains for less, with fewer seeds. */
  readonly plan: (quick: boolean) => object;
}
