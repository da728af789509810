import type { Execute } from "./execute.ts";
import { inSlots } from "./slots.ts";
import { openThreads, type ThreadOptions } from "./threadPool.ts";

/**
 * A way to execute jobs: in threads of this process, one engine each. A thread that throws, dies, runs out of memory or takes too long is
 * replaced, and its job tried once more.
 *
 * @param threads how the threads are set up
 * @returns how jobs are executed
 * @throws when called, InputError where threads cannot load what this process has loaded, since it has changed
 */
export const inThreads = (threads: ThreadOptions = {}): Execute => inSlots((workers) => openThreads(workers, threads));
