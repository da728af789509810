import { checked } from "../../proofs-check/report/html/checked.ts";
import type { Kind } from "../report/html/kind.ts";
import { comparison } from "../report/html/kinds/comparison.ts";
import { diagram } from "../report/html/kinds/diagram.ts";
import { reproduction } from "../report/html/kinds/reproduction.ts";
import { sweep } from "../report/html/kinds/sweep.ts";
import { training } from "../report/html/kinds/training.ts";

/** What `report` can be about, in the order of its sections. Adding one is one entry here. */
export const KINDS: readonly Kind[] = [reproduction, checked, sweep, training, comparison, diagram];
