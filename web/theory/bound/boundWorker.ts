import { expose } from "comlink";
import { boundText } from "./boundText.ts";

/** A worker of its own, so that a bound that takes long stops nothing else. */
expose({ boundText });
