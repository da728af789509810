import { join } from "node:path";
import { isOrigin } from "../../optimizers/origin.ts";
import { isObject } from "../../setting/isObject.ts";
import { ENGINES } from "../../sim/engines/registry.ts";
import { canonical } from "../canonical.ts";
import type { Version } from "../job.ts";
import { unpackedText } from "../packed.ts";
import { writeAside } from "../writeAside.ts";

const TRAINERS = "trainers.json";

const isText = (value: unknown) => typeof value === "string";

const isTrainer = (value: unknown): value is Version =>
  isObject(value) &&
  [value.name, value.version].every(isText) &&
  isObject(value.outside) &&
  [value.outside.command, value.outside.files].every(Array.isArray) &&
  (value.outside.command as unknown[]).every(isText) &&
  (value.outside.files as unknown[]).every(isOrigin);

/** The trainers of users' own that runs of a sweep's folder may come from; none where it does not say. */
export function trainersIn(folder: string): Version[] {
  try {
    const read: unknown = JSON.parse(unpackedText(join(folder, TRAINERS)));
    return Array.isArray(read) ? read.filter(isTrainer) : [];
  } catch {
    return [];
  }
}

/** Notes trainers beside the runs that come from them; those that are noted already keep their place. */
export function keepTrainers(folder: string, trainers: readonly Version[]): void {
  const kept = trainersIn(folder);
  const all = new Map([...kept, ...trainers].map((trainer) => [canonical(trainer), trainer]));
  if (all.size > kept.length) writeAside(join(folder, TRAINERS), `${JSON.stringify([...all.values()], null, 1)}\n`);
}

/** All that runs of a folder may come from: our engines, then trainers. */
export const enginesIn = (folder: string): Version[] => [...ENGINES, ...trainersIn(folder)];
