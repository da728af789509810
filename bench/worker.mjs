// One training of the wasm engine in a thread of its own.
import { parentPort, workerData } from "node:worker_threads";
import { wasm } from "../dist/src/sim/engines/wasm.js";
import { problem, timeEngine } from "./problem.mjs";

const { b, steps, name } = workerData;
parentPort.postMessage(timeEngine(wasm, problem({}, b, steps, name)));
