// Above which weight decay does learning change? As an order in n, and as a number for the papers' own experiment.
// node thresholds-table.mjs
import { thresholds } from "adamcheck";

const rows = await thresholds({ preset: "paper", D: 6, batchSize: [2, 200] });
console.table(
  rows.map(({ optimizer, threshold, batchSize, order, explicit }) => ({
    optimizer,
    threshold,
    "batch size": batchSize,
    "order in n": order,
    "half of all starts": explicit.median?.toPrecision(3),
  })),
);
