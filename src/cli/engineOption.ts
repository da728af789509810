import type { EngineName } from "../library/engineOf.ts";
import { ENGINES, engineNamed } from "../sim/engines/registry.ts";

/** Help of the option --engine, wherever a command has it. */
export const ENGINE_HELP = `${ENGINES.map(({ name }) => name).join(" or ")}: the same numbers, not the same speed (default: ${ENGINES[0].name})`;

/**
 * The engine that --engine names.
 *
 * @param name as given
 * @returns its name; undefined where none is given
 * @throws InputError for an unknown name
 */
export const engineFrom = (name: string | undefined): EngineName | undefined =>
  name === undefined ? undefined : (engineNamed(name).name as EngineName);
