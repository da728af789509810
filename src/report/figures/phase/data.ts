import type { Diagram } from "../../../experiments/phase/diagram.ts";
import { InputError } from "../../../setting/inputError.ts";
import { partsOf } from "../../../setting/parts.ts";
import { commandFor, type Source } from "../figure.ts";

export interface PhaseData {
  readonly diagram: Diagram;
  /** What does not vary. */
  readonly about: string;
  readonly command: string;
}

/** What phase diagrams are made from. */
export const PHASE_FOLDER = 'a folder of "phase --out", or a file of "phase --format json"';

/** What a diagram must have so that it can be drawn. */
function diagramOf(value: unknown): Diagram {
  const parts = partsOf(PHASE_FOLDER);
  const diagram = parts.object(value, "the whole");
  for (const name of ["x", "y"] as const) {
    const axis = parts.object(diagram[name], name);
    parts.text(axis.name, `${name}.name`);
    for (const [k, each] of parts.list(axis.values, `${name}.values`, 2).entries())
      parts.number(each, `${name}.values[${k}]`);
  }
  for (const name of ["seeds", "nodes", "boundary", "filled", "thresholds", "published"])
    parts.list(diagram[name], name);
  if (diagram.fates !== undefined) parts.list(diagram.fates, "fates");
  for (const name of ["event", "grid"]) parts.object(diagram[name], name);
  return diagram as unknown as Diagram;
}

/**
 * The diagram behind a source.
 *
 * @param source that `--from` names
 * @returns diagram, what does not vary in it, and the command
 * @throws InputError where it is something else
 */
export function phaseFrom(source: Source): PhaseData {
  const command = commandFor("phase", source);
  const folder = source.diagram();
  if (folder) return { ...folder, command };
  const value = source.json();
  if (value === undefined)
    throw new InputError(`from must name ${PHASE_FOLDER}, but ${source.path} is neither; check the path`);
  const diagram = diagramOf(value);
  if (source.event !== undefined && source.event !== diagram.event.name) {
    throw new InputError(
      `event must be that of the file, ${diagram.event.name}, but is ${source.event}; give the folder of the diagram or leave it out`,
    );
  }
  const { about } = diagram as { about?: unknown };
  return { diagram, about: typeof about === "string" ? about : "", command };
}
