import { expose } from "comlink";
import { define } from "../../choice/own.ts";
import { enclosedText } from "./enclosedText.ts";

/** A worker of its own, which is loaded when enclosures are asked for: nothing else on the page needs what they take. */
expose({ define, enclosedText });
