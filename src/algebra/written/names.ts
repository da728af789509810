/** What names mean. */
export interface Names {
  /** Those that are known: names of numbers, whatever else they could be. */
  readonly known: ReadonlySet<string>;
  /** Other spellings, such as sigma_0 for sigma0. */
  readonly spelled: ReadonlyMap<string, string>;
}
