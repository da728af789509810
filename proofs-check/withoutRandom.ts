import { InputError } from "../src/setting/inputError.ts";

const RANDOM = "it must depend on its seed alone, but calls Math.random; draw from the seed it is given";

/** Forbids Math.random until what is returned is called, which says whether it was called all the same. */
function forbid(): () => boolean {
  const { random } = Math;
  let called = false;
  Math.random = () => {
    called = true;
    throw new InputError(RANDOM);
  };
  return () => {
    Math.random = random;
    return called;
  };
}

/** What code gives that does not call Math.random, also where what that throws is caught. */
const unless = <T>(called: boolean, came: T): T => {
  if (called) throw new InputError(RANDOM);
  return came;
};

/**
 * Runs code in which Math.random may not be called.
 *
 * @param run the code
 * @returns what it gives
 * @throws InputError where it calls Math.random, and whatever it throws
 * Source: ours.
 */
export function withoutRandom<T>(run: () => T): T {
  const allow = forbid();
  let came: T;
  try {
    came = run();
  } catch (error) {
    allow();
    throw error;
  }
  return unless(allow(), came);
}

/** The same for what takes time, in a thread that does nothing else meanwhile. */
export async function loadedWithoutRandom<T>(load: () => Promise<T>): Promise<T> {
  const allow = forbid();
  let came: T;
  try {
    came = await load();
  } catch (error) {
    allow();
    throw error;
  }
  return unless(allow(), came);
}
