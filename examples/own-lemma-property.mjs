// A lemma of your own, tested on random cases; what fails is shrunk to the smallest case. Here a true one, and one that is not.
// node own-lemma-property.mjs
import { check, defineClaim, fc, property } from "adamcheck";

const cases = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 1, maxLength: 9 });
const momentum = (list, b = 0.9) => list.reduce((mom, g) => b * mom + (1 - b) * g, 0);

function lemma(id, statement, holds) {
  const violation = (list) => (holds(list) ? undefined : `gradients ${list} give ${momentum(list)}`);
  const random = property({ name: "random", about: "up to 9 gradients, b1 = 0.9", cases, violation });
  return defineClaim({ id, statement, kind: "identity", checks: [random] });
}

const greatest = (list) => Math.max(...list.map(Math.abs));
const bounded = lemma("bounded", "|mom_t| <= max |g|", (list) => Math.abs(momentum(list)) <= greatest(list));
const signed = lemma("signed", "mom_t has the sign of g_t", (list) => momentum(list) * list.at(-1) >= 0);

const { claims } = await check([bounded, signed], { cases: 200 });
for (const { id, verdict, grade, reason } of claims) console.log(`${id}: ${verdict} (${grade}), ${reason}`);
