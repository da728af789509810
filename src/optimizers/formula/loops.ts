import type { Binary, Unary } from "./tree.ts";

type Lanes = Float64Array;

/** An operation on the first n numbers: of a, or of a and b. */
export type Loop = (n: number, out: Lanes, a: Lanes, b: Lanes) => void;

/**
 * The operations of `DOUBLES` on many numbers, and the flush to zero below b. Each has a loop of its own, so that the compiler sees
 * which operation it is.
 */
export const LOOPS: Readonly<Record<Unary | Binary | "flush", Loop>> = {
  add(n, out, a, b) {
    for (let k = 0; k < n; k++) out[k] = (a[k] as number) + (b[k] as number);
  },
  sub(n, out, a, b) {
    for (let k = 0; k < n; k++) out[k] = (a[k] as number) - (b[k] as number);
  },
  mul(n, out, a, b) {
    for (let k = 0; k < n; k++) out[k] = (a[k] as number) * (b[k] as number);
  },
  div(n, out, a, b) {
    for (let k = 0; k < n; k++) out[k] = (a[k] as number) / (b[k] as number);
  },
  ratio(n, out, a, b) {
    for (let k = 0; k < n; k++) out[k] = b[k] === 0 ? 0 : (a[k] as number) / (b[k] as number);
  },
  min(n, out, a, b) {
    for (let k = 0; k < n; k++) out[k] = Math.min(a[k] as number, b[k] as number);
  },
  max(n, out, a, b) {
    for (let k = 0; k < n; k++) out[k] = Math.max(a[k] as number, b[k] as number);
  },
  neg(n, out, a) {
    for (let k = 0; k < n; k++) out[k] = -(a[k] as number);
  },
  abs(n, out, a) {
    for (let k = 0; k < n; k++) out[k] = Math.abs(a[k] as number);
  },
  sign(n, out, a) {
    for (let k = 0; k < n; k++) out[k] = Math.sign(a[k] as number);
  },
  sqrt(n, out, a) {
    for (let k = 0; k < n; k++) out[k] = Math.sqrt(a[k] as number);
  },
  flush(n, out, a, b) {
    for (let k = 0; k < n; k++) out[k] = Math.abs(a[k] as number) < (b[k] as number) ? 0 : (a[k] as number);
  },
};
