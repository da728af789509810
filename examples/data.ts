// Data of one's own: npx adamcheck simulate RUN.json --load data.ts, with "data": "correlated" in its setting.
// What draw is given and gives: docs/guides/your-own-model.md.
import { type Draw, defineData } from "adamcheck";

const alongFirst = (d: number, size: number) => Array.from({ length: d }, (_, k) => (k === 0 ? size : 0));

/** Noise off the signal, each coordinate 0.9 times the one before and something new: variance sigmaP^2. */
function correlatedNoise({ normal, setting: { d, sigmaP } }: Draw): number[] {
  const noise = [0, sigmaP * normal()];
  while (noise.length < d) noise.push(0.9 * (noise.at(-1) as number) + Math.sqrt(1 - 0.9 ** 2) * sigmaP * normal());
  return noise;
}

defineData({
  name: "correlated",
  draw(from) {
    const { d, mu = 1 } = from.setting;
    const label = from.uniform() < 0.5 ? -1 : 1;
    return { label, patches: [alongFirst(d, label * mu), correlatedNoise(from)] };
  },
  features: ({ d }) => [alongFirst(d, 1)],
});

// One vector around one of two centres a class, with "patches": 1: class +1 at +-mu e_1, class -1 at +-mu e_2.
defineData({
  name: "clusters",
  draw({ uniform, normal, setting: { d, mu = 1, sigmaP } }) {
    const label = uniform() < 0.5 ? -1 : 1;
    const side = uniform() < 0.5 ? -mu : mu;
    const centre = label === 1 ? 0 : 1;
    return { label, patches: [Array.from({ length: d }, (_, k) => (k === centre ? side : 0) + sigmaP * normal())] };
  },
  features: ({ d }) => [0, 1].map((at) => Array.from({ length: d }, (_, k) => (k === at ? 1 : 0))),
});
