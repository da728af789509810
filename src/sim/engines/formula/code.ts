import { type Bytes, double, signed, unsigned } from "./binary.ts";

// The instructions that a formula's kernel is made of. Source of the numbers: WebAssembly Core Specification 2.0, 5.4.

export const I32 = 0x7f;
export const I64 = 0x7e;
export const F64 = 0x7c;
export const V128 = 0x7b;

export const END: Bytes = [0x0b];
export const ELSE: Bytes = [0x05];
export const IF: Bytes = [0x04, 0x40];
export const LOOP: Bytes = [0x03, 0x40];
/** Goes on with the loop around, from inside an `IF` in it. */
export const AGAIN: Bytes = [0x0c, 1];

export const get = (local: number): Bytes => [0x20, ...unsigned(local)];
export const set = (local: number): Bytes => [0x21, ...unsigned(local)];
export const getGlobal = (place: number): Bytes => [0x23, ...unsigned(place)];
export const setGlobal = (place: number): Bytes => [0x24, ...unsigned(place)];
export const call = (place: number): Bytes => [0x10, ...unsigned(place)];

export const i32 = {
  of: (value: number): Bytes => [0x41, ...signed(value)],
  add: [0x6a],
  sub: [0x6b],
  mul: [0x6c],
  less: [0x49],
  atMost: [0x4d],
} satisfies Record<string, Bytes | ((value: number) => Bytes)>;

export const i64 = {
  of: (value: number): Bytes => [0x42, ...signed(value)],
  sub: [0x7d],
  and: [0x83],
  shiftRight: [0x87],
  isLess: [0x53],
  isMore: [0x55],
  toI32: [0xa7],
} satisfies Record<string, Bytes | ((value: number) => Bytes)>;

export const f64 = {
  of: (value: number): Bytes => [0x44, ...double(value)],
  mul: [0xa2],
  add: [0xa0],
  toI64: [0xb0],
} satisfies Record<string, Bytes | ((value: number) => Bytes)>;

const simd = (code: number): Bytes => [0xfd, ...unsigned(code)];

export const v128 = {
  load: (offset: number): Bytes => [...simd(0), 0, ...unsigned(offset)],
  store: (offset: number): Bytes => [...simd(11), 0, ...unsigned(offset)],
  /** The same double in both lanes. */
  of: (value: number): Bytes => [...simd(12), ...double(value), ...double(value)],
  and: simd(78),
  andNot: simd(79),
  or: simd(80),
  select: simd(82),
} satisfies Record<string, Bytes | ((value: number) => Bytes)>;

export const f64x2 = {
  splat: simd(20),
  equal: simd(71),
  differ: simd(72),
  less: simd(73),
  abs: simd(236),
  neg: simd(237),
  sqrt: simd(239),
  add: simd(240),
  sub: simd(241),
  mul: simd(242),
  div: simd(243),
  min: simd(244),
  max: simd(245),
} satisfies Record<string, Bytes>;
