import { InputError } from "../src/setting/inputError.ts";

const RANDOM = "it must depend on its seed alone, but calls Math.random; draw from the seed it is given";

/** Forbids Math.random until its end; `unless` lets through what came of code that has not called it, also where it caught what that throws. */
function forbid() {
  const { random } = Math;
  let called = false;
  Math.random = () => {
    called = true;
    throw new InputError(RANDOM);
  };
  return {
    unless<T>(came: T): T {
      if (called) throw new InputError(RANDOM);
      return came;
    },
    end() {
      Math.random = random;
    },
  };
}

/**
 * Runs code in which Math.random may not be called.
 *
 * @param run the code
 * @returns what it gives
 * @throws InputError where it calls Math.random, and whatever it throws
 * Source: ours.
 */
export function withoutRandom<T>(run: () => T): T {
  const ban = forbid();
  try {
    return ban.unless(run());
  } finally {
    ban.end();
  }
}

/** The same for what takes time, in a thread that does nothing else meanwhile. */
export async function loadedWithoutRandom<T>(load: () => Promise<T>): Promise<T> {
  const ban = forbid();
  try {
    return ban.unless(await load());
  } finally {
    ban.end();
  }
}
