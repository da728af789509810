// The kernel of a training that two threads share: the same code, compiled with shared memory and with their meetings in it.
export * from "./index";
export { awaited, published, reach } from "./meet";
