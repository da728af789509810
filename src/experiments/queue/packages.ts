import { InputError } from "../../setting/inputError.ts";

/** Packages that a queue needs and that nothing else does: they are loaded here alone, and may be absent. */
export interface Packages {
  readonly bullmq: typeof import("bullmq");
  readonly ioredis: typeof import("ioredis");
}

/**
 * Loads the packages of a queue.
 *
 * @param load how a package is imported
 * @returns the packages
 * @throws InputError where one is not installed
 */
export async function loadPackages(
  load: (name: string) => Promise<unknown> = (name) => import(name),
): Promise<Packages> {
  try {
    const [bullmq, ioredis] = await Promise.all([load("bullmq"), load("ioredis")]);
    return { bullmq, ioredis } as Packages;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ERR_MODULE_NOT_FOUND") throw error;
    throw new InputError(
      "queue must have the optional packages bullmq and ioredis, but one of them is not installed; run npm install bullmq@6.7.0 ioredis@6.0.0",
    );
  }
}
