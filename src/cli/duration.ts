import { InputError, show } from "../setting/inputError.ts";

const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600 };

/**
 * A time as people write it: 30s, 10m, 2h; seconds where no unit is given.
 *
 * @param option its name, for errors
 * @param text as given
 * @returns seconds, > 0
 * @throws InputError for anything else
 * @example
 * durationFrom("--budget", "1.5m") // => 90
 */
export function durationFrom(option: string, text: string): number {
  const [, number, unit = "s"] = /^(\d+(?:\.\d+)?)([smh])?$/.exec(text.trim()) ?? [];
  const seconds = Number(number) * (SECONDS[unit] as number);
  if (!(seconds > 0 && seconds <= 1e6)) {
    throw new InputError(`${option} must be a time such as 30s, 10m or 2h, but is ${show(text)}; correct it`);
  }
  return seconds;
}
