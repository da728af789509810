/** Compiled code. */
export type WasmModule = object;

/** A memory that is no instance's own. */
export interface WasmMemory {
  readonly buffer: ArrayBufferLike;
  grow(pages: number): number;
}

// Spelled out because the type library of Node does not know WebAssembly, and that of browsers is not part of this build.
const { WebAssembly } = globalThis as unknown as {
  WebAssembly: {
    Module: new (binary: Uint8Array) => WasmModule;
    Instance: new (module: WasmModule, imports?: object) => { readonly exports: unknown };
    Memory: new (limits: { initial: number; maximum: number; shared: true }) => WasmMemory;
  };
};

/** Functions by number, which code can call. */
export interface WasmTable {
  /** Makes room for more; the number of the first of them. */
  grow(count: number): number;
  set(place: number, exported: unknown): void;
}

/**
 * Compiles code.
 *
 * @param binary the bytes
 * @returns the module
 * Source: ours. Synchronous, since our kernels are small.
 */
export const compileBinary = (binary: Uint8Array): WasmModule => new WebAssembly.Module(binary);

/**
 * Code that is compiled with the first use, once a process.
 *
 * @param hexadecimals the binary, two digits a byte
 * @returns gives the module
 * Source: ours. Neither Node nor the DOM is needed.
 */
export function compiledOnce(hexadecimals: string): () => WasmModule {
  let module: WasmModule | undefined;
  return () => {
    module ??= compileBinary(
      Uint8Array.from({ length: hexadecimals.length / 2 }, (_, k) =>
        Number.parseInt(hexadecimals.slice(2 * k, 2 * k + 2), 16),
      ),
    );
    return module;
  };
}

/**
 * A new instance of compiled code.
 *
 * @param module what `compile` gave, in this thread or another one
 * @param memory if the module imports one
 * @param host functions that the module calls, if it does
 * @returns its exports
 */
export function instantiate(module: WasmModule, memory?: WasmMemory, host?: object): unknown {
  return new WebAssembly.Instance(module, { ...(memory && { env: { memory } }), ...(host && { host }) }).exports;
}

/** A memory that several threads can use, as large as WebAssembly allows once it is grown. */
export function newSharedMemory(): WasmMemory {
  return new WebAssembly.Memory({ initial: 1, maximum: 65536, shared: true });
}
