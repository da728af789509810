import { expose } from "comlink";
import { define } from "../choice/own.ts";
import { theoryOf } from "./theoryOf.ts";

/** A worker of its own: the symbols take a library, and no training waits for them. */
expose({ theoryOf, define });
