/**
 * A sequence of batches, one after the other in one array, as an engine takes them in a single call.
 *
 *   batch k = indices[offsets[k]] .. indices[offsets[k+1] - 1]
 */
export interface Batches {
  readonly indices: Int32Array;
  readonly offsets: Int32Array;
}

/**
 * Cuts an order of examples into batches; a last short batch is kept, as PyTorch's DataLoader does by default.
 *
 * @param order indices of examples, n of them
 * @param batchSize b in [1, n]
 * @returns ceil(n/b) batches
 * Source: [T25] section 3 (one epoch = n/b steps); torch.utils.data.DataLoader, drop_last=False.
 * @example
 * [...cutIntoBatches(Int32Array.of(2, 0, 1), 2).offsets] // => [0, 2, 3]
 */
export function cutIntoBatches(order: Int32Array, batchSize: number): Batches {
  const count = Math.ceil(order.length / batchSize);
  const offsets = Int32Array.from({ length: count + 1 }, (_, k) => Math.min(k * batchSize, order.length));
  return { indices: order, offsets };
}

/**
 * Joins batches that were spelled out.
 *
 * @param batches arrays of indices, none empty
 * @returns the same batches in one array
 * @example
 * [...joinBatches([[0, 1], [2]]).indices] // => [0, 1, 2]
 */
export function joinBatches(batches: readonly (readonly number[])[]): Batches {
  const offsets = new Int32Array(batches.length + 1);
  batches.forEach((batch, k) => {
    offsets[k + 1] = (offsets[k] as number) + batch.length;
  });
  return { indices: Int32Array.from(batches.flat()), offsets };
}
