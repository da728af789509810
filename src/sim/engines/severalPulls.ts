import type { WasmMemory } from "../../numeric/webAssembly.ts";
import { softmaxPulls } from "../losses/softmax.ts";
import { sideOf } from "../side.ts";

/** What is looked at of a kernel. */
type Several = { readonly memory: WasmMemory } & {
  readonly [name in "several" | "neurons" | "outputsSize"]: { readonly value: number };
};

/**
 * What a kernel asks for where there are K >= 3 classes: softmax is written once, here by the host's.
 *
 * @param kernelOf the kernel, once it is there
 * @returns a function of where the first of an example's outputs is, its label, 1/b, and where the pull of every lane goes
 * Source: ours.
 */
export function severalPulls(kernelOf: () => Several) {
  let [outputs, pulls] = [new Float64Array(0), new Float64Array(0)];
  let numbers: Float64Array = new Float64Array(0);
  return (address: number, y: number, share: number, into: number): void => {
    const { memory, several, neurons, outputsSize } = kernelOf();
    const [K, m] = [several.value, neurons.value];
    // Memory that has grown has a new buffer.
    if (numbers.buffer !== memory.buffer) numbers = new Float64Array(memory.buffer);
    if (outputs.length !== K) [outputs, pulls] = [new Float64Array(K), new Float64Array(K)];
    for (let c = 0; c < K; c++) outputs[c] = numbers[((address >>> 0) + c * outputsSize.value) / 8] as number;
    softmaxPulls(outputs, sideOf(y), share, pulls);
    const first = (into >>> 0) / 8;
    for (let c = 0; c < K; c++) numbers.fill(pulls[c] as number, first + c * m, first + (c + 1) * m);
  };
}
