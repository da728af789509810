import { ENGINES } from "../sim/engines/registry.ts";

/** Help of the option --engine, wherever a command has it. */
export const ENGINE_HELP = `${ENGINES.map(({ name }) => name).join(" or ")}: the same numbers, not the same speed (default: ${ENGINES[0].name})`;
