import { compileBinary, instantiate, type WasmMemory, type WasmModule } from "../../../numeric/webAssembly.ts";
import type { Program } from "../../../optimizers/formula/program.ts";
import { parametersIn } from "../../../optimizers/parameters.ts";
import { optimizerNamed } from "../../../optimizers/registry.ts";
import { lanesIn } from "../../../setting/network.ts";
import type { Problem } from "../../engine.ts";
import type { Arena } from "../arena.ts";
import { configure, type Kernel, type Setup } from "../kernel.ts";
import { type ADDRESSES, type DOUBLES, moduleOf, type ParameterCell, parameterCell, parametersOf } from "./module.ts";

/** An update by formulas as code, and the numbers that the code is given. */
export interface FormulaCode {
  readonly module: WasmModule;
  readonly setup: Readonly<Record<(typeof DOUBLES)[number] | (typeof ADDRESSES)[number] | ParameterCell, number>>;
}

/** What a formula's module exports. */
type FormulaKernel = { readonly [name in keyof FormulaCode["setup"]]: { value: number } } & {
  readonly begin: unknown;
  readonly update: unknown;
};

/** What a kernel needs to call an update by formulas. */
type Callers = Pick<Kernel, "table" | "formulaBegin" | "formulaRows">;

/** Compiled once a process. */
const modules = { own: new WeakMap<Program, WasmModule>(), shared: new WeakMap<Program, WasmModule>() };

function compiled(program: Program, shared: boolean): WasmModule {
  const known = modules[shared ? "shared" : "own"];
  const module = known.get(program) ?? compileBinary(moduleOf(program, shared));
  known.set(program, module);
  return module;
}

/** Where the memories of one kernel begin may be no thread's neighbour. */
const ALIGNMENT = 128;

/**
 * Lays out what an optimizer by formulas remembers.
 *
 * @param problem its optimizer is looked at
 * @param forward the row's size and the address of the weights
 * @param arena where to
 * @param shared whether the memory is that of several threads
 * @returns its code; undefined where the optimizer has no formulas that the kernel would need
 */
export function layOutFormula(
  { network, optimizer, weights }: Problem,
  forward: Pick<Setup, "row" | "weights">,
  arena: Arena,
  shared: boolean,
): FormulaCode | undefined {
  const { own } = optimizerNamed(optimizer.name);
  if (own?.program === undefined) return undefined;
  const d = weights.length / lanesIn(network);
  const stride = Math.ceil((forward.row * d) / ALIGNMENT) * ALIGNMENT;
  const { lr: eta, weightDecay: lambda, betas: [b1, b2] = [0, 0], eps = 0 } = optimizer;
  const addresses = { weights: forward.weights, memories: arena.reserve(stride * own.memory.length), stride };
  const given = parametersIn(optimizer);
  const parameters = parametersOf(own.program).map((name) => [parameterCell(name), given[name] as number] as const);
  const setup = { eta, lambda, b1, b2, eps, ...Object.fromEntries(parameters), ...addresses };
  return { module: compiled(own.program, shared), setup };
}

/**
 * Makes a kernel call an update by formulas.
 *
 * @param kernel whose rule is 3
 * @param memory of the kernel
 * @param code what `layOutFormula` gave, in this thread or another one
 * @returns the update's own kernel
 */
export function attachFormula(kernel: Callers, memory: WasmMemory, { module, setup }: FormulaCode): FormulaKernel {
  const formula = instantiate(module, memory) as FormulaKernel;
  configure(formula, setup);
  const first = kernel.table.grow(2);
  kernel.table.set(first, formula.begin);
  kernel.table.set(first + 1, formula.update);
  configure(kernel, { formulaBegin: first, formulaRows: first + 1 });
  return formula;
}
