import { noisePatchesOf } from "../setting/model.ts";
import type { Setting } from "../setting/setting.ts";
import { type ExamplePurpose, entriesOf, joinRows } from "./entries.ts";
import { drawOwn, type OwnData, ownFeatures } from "./own.ts";
import { seenLabel } from "./patch.ts";

/** (1/n) sum_i y_i x_i1, of length 1; zero where that is zero. */
function meanDirection(d: number, signed: readonly { readonly y: number; readonly first: readonly number[] }[]) {
  const mean = new Array<number>(d).fill(0);
  for (const { y, first } of signed)
    for (let k = 0; k < d; k++) mean[k] = (mean[k] as number) + y * (first[k] as number);
  const length = Math.sqrt(mean.reduce((sum, x) => sum + x * x, 0));
  return length === 0 ? mean : mean.map((x) => x / length);
}

/**
 * Examples of a user's own, stored.
 *
 * Every example shows a direction of its own, its signal patch, at strength 1; its other patches are noise patches. Of one vector (`patches` 1)
 * the vector is the noise patch, and no signal is beside it. The first directions are the features; without any, one: the mean of y x_1 over
 * the training examples. Labels are flipped as `flip` says.
 *
 * @param data of which
 * @param setting its d, patches, flip; all of it is given to `draw`
 * @param seed integer in [0, 2^53)
 * @param purpose "trainExample" or "testExample"
 * @param count how many; example i does not depend on it
 * @returns `Examples`; zeros are not stored
 * @throws InputError as `drawOwn` and `ownFeatures`
 * Source: ours; docs/theory.md 1.8.
 */
export function drawOwnExamples(data: OwnData, setting: Setting, seed: number, purpose: ExamplePurpose, count: number) {
  const given = ownFeatures(data, setting);
  const drawn = Array.from({ length: count }, (_, i) => drawOwn(data, setting, seed, purpose, i));
  const truths = Int8Array.from(drawn, ({ label }) => label);
  const labels = truths.map((y, i) => seenLabel(setting, seed, purpose, i, y));
  const signed = drawn.map(({ label, patches }) => ({ y: label, first: patches[0] as readonly number[] }));
  const learnt = given ?? (purpose === "trainExample" ? [meanDirection(setting.d, signed)] : []);
  const unpatched = setting.patches === 1;
  const shown = unpatched ? [[]] : signed.map(({ first }) => first);
  const noise = drawn.flatMap(({ patches }) => (unpatched ? patches : patches.slice(1)));
  if (noise.length !== count * noisePatchesOf(setting)) throw new Error("every example must have as many patches");
  return {
    ...{ count, labels },
    ...(labels.some((y, i) => y !== truths[i]) && { truths }),
    shown: {
      features: new Int32Array(count).map((_, i) => learnt.length + (unpatched ? 0 : i)),
      strengths: new Float64Array(count).fill(unpatched ? 0 : 1),
      directions: joinRows([...learnt, ...shown].map(entriesOf)),
      learnt: learnt.length,
    },
    ...joinRows(noise.map(entriesOf)),
  };
}
