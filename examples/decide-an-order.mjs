// Which of two quantities of the papers is smaller as n grows, and where? Exact arithmetic, no run.
// node decide-an-order.mjs
import { order } from "adamcheck";

// Corollary 4.6: the weight decay that Adam bears is of smaller order than what AdamW does. Once in general, once with the exponents set.
const statement = "sigma0^(q-2) = o(min(B^2/n, 1))";

for (const set of [{}, { D: 6, q: 3, beta: "1/4" }]) {
  const [{ left, right, verdict, region, reason }] = order(statement, { set });
  console.log(`${JSON.stringify(set)}: ${verdict} (${region})`);
  console.log(`  ${left}  against  ${right}: ${reason}`);
}

const [{ order: growth }] = order("s*sigmaP", { set: { D: 6 } });
console.log(`s sigmaP grows as ${growth}`);
