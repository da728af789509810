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
export const cutIntoBatches = (order: Int32Array, batchSize: number): Batches =>
  cutEpochs(order, order.length, () => batchSize);

/**
 * Cuts the orders of several epochs into batches, each epoch by itself: the batches of `cutIntoBatches`, one epoch after the other.
 *
 * @param orders indices of examples, n of every epoch
 * @param n examples of an epoch, >= 1
 * @param sizeOf b of an epoch, from 0 on, in [1, n]
 * @returns the batches
 * Source: ours.
 * @example
 * [...cutEpochs(Int32Array.of(2, 0, 1, 1, 0, 2), 3, () => 2).offsets] // => [0, 2, 3, 5, 6]
 */
export function cutEpochs(orders: Int32Array, n: number, sizeOf: (epoch: number) => number): Batches {
  const epochs = orders.length / n;
  let steps = 0;
  for (let epoch = 0; epoch < epochs; epoch++) steps += Math.ceil(n / sizeOf(epoch));
  const offsets = new Int32Array(steps + 1);
  let batch = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    const size = sizeOf(epoch);
    for (let end = size; end < n + size; end += size) offsets[++batch] = epoch * n + Math.min(end, n);
  }
  return { indices: orders, offsets };
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
