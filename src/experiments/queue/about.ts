import { DYNAMICS_VERSION } from "../../dynamics/dynamics.ts";
import { isOrigin, type Origin, plainName } from "../../optimizers/origin.ts";
import { shell } from "../../setting/shell.ts";
import * as z from "../../setting/zod.ts";
import type { Engine, EngineId } from "../../sim/engine.ts";
import { ENGINES } from "../../sim/engines/registry.ts";

const WORD = /^[\w.+-]{1,60}$/;
const word = z.custom<string>((value) => typeof value === "string" && WORD.test(value), { error: "must be a word" });

/** Characters of a file's name that are sent and shown: the hash says which file it is. */
const SHOWN = 60;

const shown = ({ file, sha256 }: Origin): Origin => ({ file: plainName(file, SHOWN), sha256 });

const aboutSchema = z.strictObject({
  package: word,
  engine: z.strictObject({ name: word, version: word }),
  dynamics: word,
  code: z
    .custom<Origin[]>((value) => Array.isArray(value) && value.length <= 100 && value.every(isOrigin), {
      error: "must be a list of files with their hashes",
    })
    .optional(),
});

/** What the numbers of a sweep come from: a worker must have all of it. */
export type About = z.output<typeof aboutSchema>;

/** What a process of this version, with an engine and with users' code, computes by. */
export const aboutOf = (version: string, { name, version: of }: EngineId, code: readonly Origin[] = []): About => ({
  package: version,
  engine: { name, version: of },
  dynamics: DYNAMICS_VERSION,
  ...(code.length > 0 && { code: code.map(shown) }),
});

/** Reads what a sweep says about itself; undefined for anything else. */
export function aboutFrom(input: unknown): About | undefined {
  return aboutSchema.safeParse(input).data;
}

/**
 * The engine by which this process would run the runs of a sweep.
 *
 * @param about what the sweep's numbers come from
 * @param version of this package
 * @param code that this worker's own command line has named: no other code is ever run, and none travels through the queue
 * @param metrics those files of `code` whose metrics every run here would record
 * @returns the engine, or a sentence that says why the worker leaves the sweep alone: it would give other numbers
 */
export function engineFor(
  about: About,
  version: string,
  code: readonly Origin[] = [],
  metrics: readonly Origin[] = [],
): Engine | string {
  const engine = ENGINES.find(({ name }) => name === about.engine.name);
  const refused = (what: string, theirs: string, ours: string) =>
    `a sweep's ${what} must be that of its workers, but it has ${theirs} and this worker ${ours}; its runs are left to others: install the same adamcheck on both sides`;
  if (about.package !== version) return refused("version of adamcheck", about.package, version);
  if (!engine) return refused("engine", about.engine.name, ENGINES.map(({ name }) => name).join(" and "));
  const { name } = engine;
  if (about.engine.version !== engine.version) {
    return refused("engine version", `${name} ${about.engine.version}`, `${name} ${engine.version}`);
  }
  if (about.dynamics !== DYNAMICS_VERSION) return refused("dynamics version", about.dynamics, DYNAMICS_VERSION);
  const lacking = about.code?.find(({ sha256 }) => !code.some((own) => own.sha256 === sha256));
  if (lacking) {
    const same = code.map(shown).find(({ file }) => file === lacking.file);
    const ours = same ? `another ${same.file} (SHA-256 ${same.sha256.slice(0, 12)})` : "not loaded it";
    return `a sweep's code must be loaded by its workers, but ${lacking.file} (SHA-256 ${lacking.sha256.slice(0, 12)}) is the sweep's and this worker has ${ours}; its runs are left to others: start the worker with ${shell(["--load", lacking.file])}`;
  }
  const more = metrics.find(({ sha256 }) => !about.code?.some((its) => its.sha256 === sha256));
  if (more) {
    return `a sweep's metrics must be those of its workers, but this worker has those of ${more.file} (SHA-256 ${more.sha256.slice(0, 12)}) and the sweep has not; its runs are left to others: start the worker without ${shell(["--load", more.file])}`;
  }
  return engine;
}
