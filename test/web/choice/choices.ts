import { fc } from "@fast-check/vitest";
import { PRESETS } from "../../../src/setting/presets.ts";
import { SUPPORTS } from "../../../src/setting/setting.ts";
import { BESIDE, type Choice, optimizerNames, runOf, standardOf, TIMES } from "../../../web/choice/state.ts";

const size = fc.double({ min: 0, max: 1e9, noNaN: true, noDefaultInfinity: true });

function trains(choice: Choice): boolean {
  try {
    runOf(choice);
    return true;
  } catch {
    return false;
  }
}

/** Choices that can be trained. */
export const choices: fc.Arbitrary<Choice> = fc
  .constantFrom(...Object.keys(PRESETS))
  .chain((preset) =>
    fc.record({
      preset: fc.constant(preset),
      optimizer: fc.constantFrom(...optimizerNames()),
      batchSize: fc.integer({ min: 1, max: PRESETS[preset]?.setting.n ?? 1 }),
      weightDecay: size,
      lr: size.map((value) => value + 5e-324),
      alpha: size,
      sigma0: size,
      s: fc.oneof(fc.constant(standardOf(preset).s), fc.integer({ min: 1, max: PRESETS[preset]?.setting.s ?? 1 })),
      supports: fc.constantFrom(...SUPPORTS),
      epochs: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
      seed: fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }),
      beside: fc.constantFrom(...BESIDE),
      time: fc.constantFrom(...TIMES),
    }),
  )
  .filter(trains);
