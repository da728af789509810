import type { Origin } from "../../optimizers/origin.ts";
import { shell } from "../../setting/shell.ts";

/** A file of a user's own that is loaded in this process. */
export interface Loaded extends Origin {
  /** As it was given. */
  readonly path: string;
  readonly absolute: string;
}

const all = new Map<string, Loaded>();
const asked = new Set<string>();

/** Told of every file that is loaded; the latest of a path counts. */
export const noteLoaded = (file: Loaded): void => void all.set(file.absolute, file);

/** Told of a file that was asked for by itself (--load), not for the claims in it. */
export const noteAsked = ({ absolute }: Loaded): void => void asked.add(absolute);

/** Forgets what was asked for: a new command begins. Optimizers that were defined stay known. */
export const forgetAsked = (): void => asked.clear();

/** Every file that this process has loaded. */
export const loadedFiles = (): readonly Loaded[] => [...all.values()];

/** Those that were asked for by themselves, in their order: threads load them, and printed commands name them. */
export const askedFiles = (): readonly Loaded[] => [...asked].map((absolute) => all.get(absolute) as Loaded);

/** What a command that is printed needs besides, so that it works as it stands: " --load FILE" for every file that was asked for. */
export const loadArguments = (): string =>
  askedFiles()
    .map(({ path }) => ` ${shell(["--load", path])}`)
    .join("");
