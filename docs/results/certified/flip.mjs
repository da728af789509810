// Starts of thm-4.1's own setting, certified: minutes to hours each.
//   node docs/results/certified/flip.mjs LENGTH DIGITS [STARTS] > FILE        (LENGTH in 1/eta)
import { loadStudy } from "./load.mjs";

const { AT, flip } = await loadStudy("test/certified/flipStudy.ts");
const [times, digits, starts = 1] = process.argv.slice(2).map(Number);
console.log(`At ${AT}, ${times}/eta steps, ${digits} digits after the point.`);
let first = 1;
for (let start = 0; start < starts; start++) {
  const begun = performance.now();
  let last;
  for (const look of flip(times, digits, first)) {
    last = look;
    if (process.env.SHOW) console.error(JSON.stringify(look));
  }
  console.log(JSON.stringify({ ...last, seconds: Math.round((performance.now() - begun) / 1000) }));
  first = last.index + 1;
}
