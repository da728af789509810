import type { Diagram } from "../../../experiments/phase/diagram.ts";
import { FATES } from "../../../experiments/sweep/fates.ts";
import { REGIONS } from "../palette.ts";
import type { Regions } from "./tiles.ts";

/** A named part of the plane. */
export interface Region {
  readonly name: string;
  readonly about: string;
  readonly colour: string;
}

/** What a diagram divides its plane into. */
export interface Division {
  readonly regions: readonly Region[];
  /** The region of each node of the full grid. */
  readonly of: Regions;
  /** Whether a border between two regions is the one that was followed, where half of the seeds show the event. */
  followed(a: string, b: string): boolean;
}

/** Events whose border is one between fates: the first named fate, or the last, against the others. */
const FOLLOWED: Readonly<Record<string, string>> = { generalizes: "learns", fits: "stuck" };

/** Where half of the seeds show the event, and where not. */
function byEvent({ event, filled }: Diagram): Division {
  const yes = event.name;
  const no = `not: ${event.name}`;
  const of = filled.map((column) => column.map((answer) => (answer === null ? null : answer ? yes : no)));
  return {
    regions: [
      { name: yes, about: event.about, colour: yes === "memorizes" ? REGIONS.memorizes : REGIONS.learns },
      { name: no, about: "in less than half of the seeds", colour: REGIONS.stuck },
    ],
    of,
    followed: () => true,
  };
}

/**
 * The regions of a diagram: what becomes of its runs, or yes and no where it asks for something else, or is from before that was kept.
 *
 * @param diagram any
 * @returns the regions, and which node is in which
 */
export function divisionOf(diagram: Diagram): Division {
  const { fates, event } = diagram;
  const followed = FOLLOWED[event.name];
  if (!fates || followed === undefined) return byEvent(diagram);
  return {
    regions: FATES.map(({ name, about }) => ({ name, about, colour: REGIONS[name] })),
    of: fates,
    followed: (a, b) => a === followed || b === followed,
  };
}
