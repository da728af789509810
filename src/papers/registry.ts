import { BSY25 } from "./bsy25/paper.ts";
import { C19 } from "./c19/paper.ts";
import { C22 } from "./c22/paper.ts";
import { CS26 } from "./cs26/paper.ts";
import { GV26 } from "./gv26/paper.ts";
import { K23 } from "./k23/paper.ts";
import { MLPA22 } from "./mlpa22/paper.ts";
import { MLSWG25 } from "./mlswg25/paper.ts";
import type { Paper } from "./paper.ts";
import { SHNGS18 } from "./shngs18/paper.ts";
import { T25 } from "./t25/paper.ts";
import { WA24 } from "./wa24/paper.ts";
import { WRSSR17 } from "./wrssr17/paper.ts";
import { XL24 } from "./xl24/paper.ts";
import { XML24 } from "./xml24/paper.ts";
import { Z21 } from "./z21/paper.ts";
import { ZM24 } from "./zm24/paper.ts";
import { ZZC24 } from "./zzc24/paper.ts";

/** Every paper. Adding one is a folder and one line here. */
export const PAPERS: readonly Paper[] = [
  ...[T25, Z21, C22, K23, XL24, ZZC24, SHNGS18],
  ...[MLPA22, WA24, MLSWG25, CS26],
  ...[BSY25, GV26, C19, ZM24, XML24, WRSSR17],
];
