import { philox4x32 } from "./philox.ts";

/** What a stream is for. A number, once given, is never given again: it is part of every result. */
export const PURPOSES = {
  trainExample: 1,
  testExample: 2,
  initialWeights: 3,
  shuffle: 4,
  disjointSupports: 5,
  farWeights: 6,
  testRemainder: 7,
  trainFlip: 8,
  testFlip: 9,
  trainAlong: 10,
  testAlong: 11,
  testProducts: 12,
  trainFeature: 13,
  testFeature: 14,
  rotation: 15,
  stepFlip: 16,
  trainOwn: 17,
  testOwn: 18,
  trainImages: 19,
  testImages: 20,
} as const;
export type Purpose = keyof typeof PURPOSES;

/**
 * A stream of 32-bit words: the Philox words of one (seed, purpose, index).
 *
 *   key     = (seed mod 2^32, seed div 2^32)
 *   counter = (block, purpose, index mod 2^32, index div 2^32)      block = 0, 1, 2, ...; four words a block
 */
export interface Stream {
  readonly key: Uint32Array;
  readonly counter: Uint32Array;
  readonly words: Uint32Array;
  used: number;
}

/**
 * Opens the stream of (seed, purpose, index) at its first word; any two streams are independent.
 *
 * @param seed an integer in [0, 2^53)
 * @param purpose what the numbers are for
 * @param index which of that purpose: the example, neuron or epoch; an integer in [0, 2^53)
 * @returns the stream; it repeats after 2^34 words
 * Source: ours; Philox is keyed so that example i or epoch e is drawn without drawing those before it.
 * @example
 * nextWord(openStream(7, "shuffle", 3)) === nextWord(openStream(7, "shuffle", 3)) // => true
 */
export function openStream(seed: number, purpose: Purpose, index: number): Stream {
  const high = (x: number) => Math.floor(x / 4294967296);
  return {
    key: Uint32Array.of(seed >>> 0, high(seed)),
    counter: Uint32Array.of(0, PURPOSES[purpose], index >>> 0, high(index)),
    words: new Uint32Array(4),
    used: 4,
  };
}

/**
 * Moves a stream to any of its words: what is drawn next is what `openStream` would give after that many words.
 *
 * block = word div 4, of which word mod 4 words are used
 *
 * @param stream moved, forwards or back, at the cost of one block at most
 * @param word an integer in [0, 2^34)
 * @returns the stream
 * Source: ours.
 * @example
 * nextWord(seekWord(openStream(7, "shuffle", 3), 0)) === nextWord(openStream(7, "shuffle", 3)) // => true
 */
export function seekWord(stream: Stream, word: number): Stream {
  const { counter } = stream;
  // The counter is that of the next block. A stream that is there already keeps its block.
  if (((counter[0] as number) - 1) * 4 + stream.used === word) return stream;
  counter[0] = Math.floor(word / 4);
  stream.used = 4;
  for (let over = word % 4; over > 0; over--) nextWord(stream);
  return stream;
}

/**
 * The next unsigned 32-bit word of a stream.
 *
 * @param stream advanced by one word
 * @returns an integer in [0, 2^32)
 */
export function nextWord(stream: Stream): number {
  if (stream.used === 4) {
    philox4x32(stream.counter, stream.key, stream.words);
    stream.counter[0]++;
    stream.used = 0;
  }
  return stream.words[stream.used++] as number;
}
