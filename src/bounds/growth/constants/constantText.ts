import { Fraction } from "../../../algebra/mathjs.ts";
import { type Constant, type Generator, type Power, type Product, rationalOf } from "./constant.ts";

function letterText(letter: Generator): string {
  if (letter.kind === "prime") return `${letter.of}`;
  if (letter.kind === "pi" || letter.kind === "chain" || letter.kind === "named") return letter.key;
  if (letter.kind === "log") return `log(${letterText(letter.of)})`;
  if (letter.kind === "exp") return rationalOf(letter.of) ? "e" : `exp(${constantText(letter.of)})`;
  return `(${constantText(letter.of)})`;
}

function powerText({ of, to }: Power): string {
  if (to.compare(1) === 0) return letterText(of);
  if (to.compare(new Fraction("1/2")) === 0) return `sqrt(${letterText(of).replace(/^\((.*)\)$/, "$1")})`;
  const text = to.toFraction();
  return `${letterText(of)}^${/^\d+$/.test(text) ? text : `(${text})`}`;
}

function productText({ coefficient, powers }: Product): string {
  const size = coefficient.abs();
  const factors = powers.map(powerText).join(" ");
  if (factors === "") return size.toFraction();
  return size.compare(1) === 0 ? factors : `${size.toFraction()} ${factors}`;
}

/** A constant as people write it: "3/2", "-1/4 sqrt(2)", "log(2) + 1". */
export function constantText({ terms }: Constant): string {
  if (terms.length === 0) return "0";
  return [...terms.filter(({ powers }) => powers.length > 0), ...terms.filter(({ powers }) => powers.length === 0)]
    .map((term, k) => `${term.coefficient.s < 0n ? (k === 0 ? "-" : " - ") : k === 0 ? "" : " + "}${productText(term)}`)
    .join("");
}
