import type { Claim } from "./claim.ts";
import { adamAsSign } from "./claims/adamAsSign.ts";
import { adamDescent } from "./claims/adamDescent.ts";
import { adamLargeFlip } from "./claims/adamLargeFlip.ts";
import { adamLargeStage1 } from "./claims/adamLargeStage1.ts";
import { adamMiniGeneralizes } from "./claims/adamMiniGeneralizes.ts";
import { adamMiniStage1 } from "./claims/adamMiniStage1.ts";
import { adamMiniStage2 } from "./claims/adamMiniStage2.ts";
import { adamwAsSign } from "./claims/adamwAsSign.ts";
import { adamwDescent } from "./claims/adamwDescent.ts";
import { adamwLargeFails } from "./claims/adamwLargeFails.ts";
import { adamwLargeFlip } from "./claims/adamwLargeFlip.ts";
import { adamwLargeStage1 } from "./claims/adamwLargeStage1.ts";
import { adamwLargeStage2 } from "./claims/adamwLargeStage2.ts";
import { adamwMiniGeneralizes } from "./claims/adamwMiniGeneralizes.ts";
import { adamwMiniStage1 } from "./claims/adamwMiniStage1.ts";
import { adamwMiniStage2 } from "./claims/adamwMiniStage2.ts";
import { bsy25BatchOne } from "./claims/bsy25BatchOne.ts";
import { c19Eps } from "./claims/c19Eps.ts";
import { c22Decomposition } from "./claims/c22Decomposition.ts";
import { c22NoiseFirst } from "./claims/c22NoiseFirst.ts";
import { c22SignalFirst } from "./claims/c22SignalFirst.ts";
import { c22Thm43 } from "./claims/c22Thm43.ts";
import { c22Thm44 } from "./claims/c22Thm44.ts";
import { c22Transition } from "./claims/c22Transition.ts";
import { convexSame } from "./claims/convexSame.ts";
import { cor43 } from "./claims/cor43.ts";
import { cor46 } from "./claims/cor46.ts";
import { cs26Beta2 } from "./claims/cs26Beta2.ts";
import { disjointSupports } from "./claims/disjointSupports.ts";
import { gdGeneralizes } from "./claims/gdGeneralizes.ts";
import { gdNoise } from "./claims/gdNoise.ts";
import { gdSignal } from "./claims/gdSignal.ts";
import { gradient } from "./claims/gradient.ts";
import { gv26Homogeneous } from "./claims/gv26Homogeneous.ts";
import { initScale } from "./claims/initScale.ts";
import { k23Active } from "./claims/k23Active.ts";
import { k23Balance } from "./claims/k23Balance.ts";
import { k23Ratio } from "./claims/k23Ratio.ts";
import { k23Thm32 } from "./claims/k23Thm32.ts";
import { k23Transition } from "./claims/k23Transition.ts";
import { mlpa22SquareRoot } from "./claims/mlpa22SquareRoot.ts";
import { mlswg25HalfLife } from "./claims/mlswg25HalfLife.ts";
import { momentRatio } from "./claims/momentRatio.ts";
import { relations } from "./claims/relations.ts";
import { residualSign } from "./claims/residualSign.ts";
import { shngs18L2 } from "./claims/shngs18L2.ts";
import { thm41 } from "./claims/thm41.ts";
import { thm42 } from "./claims/thm42.ts";
import { thm44 } from "./claims/thm44.ts";
import { thm45 } from "./claims/thm45.ts";
import { wa24Timescale } from "./claims/wa24Timescale.ts";
import { wrssr17Worse } from "./claims/wrssr17Worse.ts";
import { xl24Box } from "./claims/xl24Box.ts";
import { xml24Basis } from "./claims/xml24Basis.ts";
import { zm24Rotation } from "./claims/zm24Rotation.ts";
import { zzc24Linf } from "./claims/zzc24Linf.ts";

/** Every claim of the papers, docs/theory.md 4 says each in words. Adding one is one line here. */
export const CLAIMS: readonly Claim[] = [
  relations(),
  initScale(),
  disjointSupports(),
  gradient(),
  residualSign(),
  momentRatio(),
  adamAsSign(),
  adamwAsSign(),
  adamLargeStage1(),
  adamLargeFlip(),
  adamMiniStage1(),
  adamMiniStage2(),
  adamDescent(),
  adamMiniGeneralizes(),
  thm41(),
  thm42(),
  cor43(),
  adamwLargeStage1(),
  adamwLargeFlip(),
  adamwLargeStage2(),
  adamwLargeFails(),
  thm44(),
  adamwMiniStage1(),
  adamwMiniStage2(),
  adamwMiniGeneralizes(),
  thm45(),
  cor46(),
  adamwDescent(),
  gdSignal(),
  gdNoise(),
  gdGeneralizes(),
  convexSame(),
  c22Decomposition(),
  c22SignalFirst(),
  c22NoiseFirst(),
  c22Thm43(),
  c22Thm44(),
  c22Transition(),
  k23Active(),
  k23Balance(),
  k23Ratio(),
  k23Thm32(),
  k23Transition(),
  xl24Box(),
  zzc24Linf(),
  shngs18L2(),
  mlpa22SquareRoot(),
  wa24Timescale(),
  mlswg25HalfLife(),
  cs26Beta2(),
  bsy25BatchOne(),
  gv26Homogeneous(),
  c19Eps(),
  zm24Rotation(),
  xml24Basis(),
  wrssr17Worse(),
];
