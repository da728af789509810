import { trainAll } from "./trainAll.mjs";

globalThis.postMessage(trainAll());
