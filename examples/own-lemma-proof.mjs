// A lemma of your own with a proof: an argument over the whole domain, here by the exact order algebra, for every exponent that is left open.
// node own-lemma-proof.mjs
import { check, defineClaim, order, proof } from "adamcheck";

const statement = "sigma0^(q-2)*sigmaP/n = o(min(B^2/n, 1))";

const claim = defineClaim({
  id: "windows-apart",
  statement:
    "the weight decays of Theorems 4.1 and 4.2 lie below those of Theorems 4.4 and 4.5, whatever D, q and the batch size are",
  kind: "rate",
  checks: [
    proof({
      name: "order algebra",
      about: `${statement}, over all D > 4, q >= 3 and B = n^beta`,
      prove() {
        const [{ verdict, reason, region }] = order(statement);
        return { verdict: verdict === "holds" ? "holds" : "contradicted", reason: `${region}: ${reason}` };
      },
    }),
  ],
});
const { claims } = await check([claim], { cases: 1 });
for (const { id, verdict, grade, reason } of claims) console.log(`${id}: ${verdict} (${grade}), ${reason}`);
