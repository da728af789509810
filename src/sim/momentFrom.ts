import type { Parts } from "../setting/parts.ts";
import type { FreshNoise, Moment, PerClass } from "./trajectory.ts";

function perClass<T extends number | null>(parts: Parts, value: unknown, place: string, missing: boolean): PerClass<T> {
  const both = parts.object(value, place);
  const one = (j: "+1" | "-1") => (missing && both[j] === null ? null : parts.number(both[j], `${place}["${j}"]`)) as T;
  return { "+1": one("+1"), "-1": one("-1") };
}

/**
 * A recorded moment, checked.
 *
 * @param parts readers, with what the whole must be
 * @param value parsed JSON
 * @param place where it stands, for errors
 * @returns the moment
 * @throws InputError
 * Source: ours.
 */
export function momentFrom(parts: Parts, value: unknown, place: string): Moment {
  const moment = parts.object(value, place);
  const noise = parts.object(moment.noiseMemorization, `${place}.noiseMemorization`);
  const fresh = moment.freshNoise === undefined ? undefined : parts.object(moment.freshNoise, `${place}.freshNoise`);
  const quantile = (name: keyof FreshNoise) =>
    perClass<number>(parts, fresh?.[name], `${place}.freshNoise.${name}`, false);
  const metrics = moment.metrics === undefined ? undefined : parts.object(moment.metrics, `${place}.metrics`);
  const named = Object.entries(metrics ?? {}).filter(
    (entry): entry is [string, number] => typeof entry[1] === "number",
  );
  const number = (name: string) => parts.number(moment[name], `${place}.${name}`);
  return {
    ...{ epoch: number("epoch"), step: number("step") },
    ...{ trainLoss: number("trainLoss"), trainError: number("trainError"), testError: number("testError") },
    featureLearning: perClass<number>(parts, moment.featureLearning, `${place}.featureLearning`, false),
    noiseMemorization: {
      min: perClass(parts, noise.min, `${place}.noiseMemorization.min`, true),
      max: perClass(parts, noise.max, `${place}.noiseMemorization.max`, true),
    },
    ...(metrics && { metrics: Object.fromEntries(named) }),
    ...(fresh && { freshNoise: { low: quantile("low"), median: quantile("median"), high: quantile("high") } }),
  };
}
