// Writes summary.md from the kept runs: node docs/results/neighbours/summary.mjs
import { writeFileSync } from "node:fs";
import { textOf } from "../lines.mjs";

const at = (name) => new URL(name, import.meta.url);

/** The rows of a table that `adamcheck export` wrote; no cell of these has a comma in quotes before `reason`. */
function rowsOf(name) {
  const [head, ...lines] = textOf(at(name)).split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  const names = head.split(",");
  return lines.map((line) => Object.fromEntries(line.split(",").map((cell, k) => [names[k], cell])));
}

const median = (values) => {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.ceil((sorted.length - 1) / 2)]) / 2;
};
const GRADIENTS = (name) => (name.startsWith("sam") ? 2 : 1);

function line(name, rows) {
  const of = (column) => rows.map((row) => Number(row[column]));
  const least = rows.map((row) => Math.min(Number(row.featureLearningPlus), Number(row.featureLearningMinus)));
  const most = rows.map((row) => Math.max(Number(row.featureLearningPlus), Number(row.featureLearningMinus)));
  const errors = of("testError");
  const fitted = rows.filter((row) => row.fittedEpoch !== "").map((row) => Number(row.fittedEpoch));
  const n = rows.length;
  return [
    ...[name, rows[0].lr, rows[0].weightDecay],
    `${errors.filter((error) => error <= 0.05).length}/${n}`,
    `${most.filter((feature) => feature < 0).length}/${n}`,
    median(errors).toFixed(3),
    median(least).toPrecision(2),
    fitted.length === n ? `${GRADIENTS(name) * median(fitted)}` : `${fitted.length}/${n} fit`,
  ];
}

function table(file, batchSize) {
  const rows = rowsOf(file).filter((row) => batchSize === undefined || row.batchSize === batchSize);
  const names = [...new Set(rows.map(({ optimizer }) => optimizer))];
  const lines = names.map((name) => line(name, rows.filter(({ optimizer }) => optimizer === name)));
  const head = ["optimizer", "lr", "lambda", "learn", "flip", "test error", "feature", "gradients"];
  return [head, head.map(() => "---"), ...lines].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** For `adamcheck figure ends`: a panel a batch size, a row an optimizer of ten seeds. */
function ends(panels) {
  const ten = (rows, name) => rows.filter(({ optimizer }) => optimizer === name).length === 10;
  const names = [...new Set(panels[0][1].map(({ optimizer }) => optimizer))].filter((name) => ten(panels[0][1], name));
  const rows = names.map((change) => ({
    change,
    values: panels.map(([, all]) => all.filter(({ optimizer }) => optimizer === change).map(({ testError }) => Number(testError))),
  }));
  return { measure: "test error", series: panels.map(([panel]) => ({ panel, name: panel })), rows };
}

const PAPER = rowsOf("paper.csv");
const paperOf = (b) => PAPER.filter(({ batchSize }) => batchSize === b);
writeFileSync(at("ends.json"), `${JSON.stringify(ends([["b = 40", rowsOf("b40.csv")], ["b = 2", rowsOf("b2.csv")]]))}\n`);
writeFileSync(at("paper-ends.json"), `${JSON.stringify(ends([["b = 100", paperOf("100")], ["b = 2", paperOf("2")]]))}\n`);
const text = `# Who learns, who flips, at which cost

Preset small (n = 40, d = 500), ten seeds, in the first two tables. *learn*: seeds that end with a test error of at most 0.05; *flip*: with the opposite of the feature
learnt in both classes; *test error*, *feature* (the lesser class's) are medians at the end; *gradients*: passes over the training set, a gradient an example each, until the training error is
first recorded as 0 (median).

## b = 2, 100 epochs

${table("b2.csv")}

## b = 40 (all examples), 800 epochs

${table("b40.csv")}

## Preset paper (n = 200, d = 1000), b = 100, 10000 epochs, the papers' own setting

Ten seeds; one of sam, normalized-sgd, muon, sam-adam (seed 1) and of the clipped (seed 2), which take the plain engine.

${table("paper.csv", "100")}

## Preset paper, b = 2, 200 epochs: as many steps as the 10000 epochs at b = 100

Ten seeds; one (seed 1) of sam, normalized-sgd, muon, sam-adam.

${table("paper.csv", "2")}

## Preset paper (n = 200, d = 1000), b = 100, 1000 epochs at ten times the papers' rate, three seeds

${table("p100.csv")}
`;
writeFileSync(at("summary.md"), text);
