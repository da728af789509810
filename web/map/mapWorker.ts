import { expose } from "comlink";
import { define } from "../choice/own.ts";
import { newMapper } from "./mapper.ts";

/** A worker of its own: no training waits for the map. */
const worker = { ...newMapper(), define };

/** What a page sees of it. */
export type MapWorker = typeof worker;

expose(worker);
