import type { From } from "../bounds/from/answer.ts";

/** "n >= 93.3545 and B >= 2". */
const boundsText = ({ bounds }: From): string =>
  Object.entries(bounds)
    .map(([name, { at, side }]) => `${name} ${side === "from" ? ">=" : "<="} ${at}`)
    .join(" and ");

/** What a unit of the last digit changes. */
function sharpness({ bounds, sharp }: From): string[] {
  const names = Object.entries(bounds).filter(([, { at }]) => at !== "1");
  const left = names.filter(([name]) => !sharp.includes(name)).map(([name]) => name);
  return [
    ...(sharp.length > 0
      ? [`least of ${sharp.join(" and ")}: with a bound one unit of the last digit weaker it is not so`]
      : []),
    ...(left.length > 0 ? [`whether it does a little beyond the bound of ${left.join(" or ")} is not decided`] : []),
  ];
}

function lines(found: From): string[] {
  if (found.verdict === "not decided") return [`not decided: ${found.statement}`, `because: ${found.reason}`];
  const whole = found.whole === undefined ? "" : ` (whole n: from ${found.whole} on)`;
  return [
    `${found.verdict}: ${found.statement}, for every ${boundsText(found)}${whole}`,
    ...sharpness(found),
    `because: ${found.reason}`,
    `confirmed in decimals at ${found.rechecked} points`,
  ];
}

/**
 * From where on inequalities hold, for people: the answer in one line, how sharp it is, why.
 *
 * @param found what `orderFrom` returned
 * @returns text
 */
export const fromText = (found: readonly From[]): string =>
  `${found.map((one) => lines(one).join("\n")).join("\n\n")}\n`;
