/**
 * Node's options for worker threads.
 *
 * Piscina loads a worker by require() first, which recent Nodes allow for our modules, too; a thread that is ended while it does so takes the whole process
 * with it (an assertion in Node 20.20's loader). Without that, it falls back on import(). Options of the process are not handed on: Node refuses a
 * worker that names one of V8's, such as --max-old-space-size, which hold for the whole process anyway.
 */
export const WORKER_ARGUMENTS: string[] = ["--no-experimental-require-module"];
