/**
 * Node's options for worker threads.
 *
 * Piscina loads a worker by require() first, which recent Nodes allow for our modules, too; a thread that is ended while it does so takes the whole process
 * with it (an assertion in Node 20.20's loader). Without that, it falls back on import().
 */
export const WORKER_ARGUMENTS: string[] = [...process.execArgv, "--no-experimental-require-module"];
