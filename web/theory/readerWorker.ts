import { expose } from "comlink";
import { readFormula } from "../choice/readFormula.ts";
import { boundText } from "./bound/boundText.ts";

/** A worker for what people type in, bounds and optimizers' formulas: large, and not asked by many. */
expose({ boundText, readFormula });
