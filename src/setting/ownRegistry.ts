import { InputError, show } from "./inputError.ts";

/** What users have defined of one kind in this process, by name. */
export interface OwnRegistry<T> {
  /** In the order in which they were defined. */
  known(): readonly T[];
  /**
   * Makes one known, in the place of one that the same definition gave earlier (a file that is loaded again).
   *
   * @param print what tells its definition from another one of that name
   * @throws InputError where another definition has taken the name
   */
  add(one: T, print: string): void;
  /** What tells the definition of a name from another one; undefined where nothing has it. */
  printOf(name: string): string | undefined;
  /** Forgets all of them: a new command begins, whose results depend on its own command line alone. */
  forget(): void;
}

/**
 * A registry beside ours, empty.
 *
 * @param kind what is defined, with its article, for errors
 * @returns the registry
 * @example
 * newOwnRegistry("a metric").known() // => []
 */
export function newOwnRegistry<T extends { readonly name: string }>(kind: string): OwnRegistry<T> {
  const own = new Map<string, { readonly one: T; readonly print: string }>();
  return {
    known: () => Array.from(own.values(), ({ one }) => one),
    add(one, print) {
      const taken = own.get(one.name);
      if (taken && taken.print !== print) {
        throw new InputError(
          `the name of ${kind} must be one that no other definition has taken, but is ${show(one.name)}; choose another one`,
        );
      }
      own.set(one.name, { one, print });
    },
    printOf: (name) => own.get(name)?.print,
    forget: () => own.clear(),
  };
}
