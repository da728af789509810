(* The papers' scaling family: every quantity as a function of n, for given exponents. *)
From Coq Require Import Reals Lra.
Require Import Adamcheck.orders.
Open Scope R_scope.

Record exponents : Type := { D : R; q : R; beta : R; l : R; powerEta : R; logSigmaP : R; logAlpha : R; logM : R }.

Definition d (e : exponents) (n : R) : R := Rpower n (D e).
Definition s (e : exponents) (n : R) : R := sqrt (d e n) / Rpower n 2.
Definition sigmaP (e : exponents) (n : R) : R := 1 / sqrt (s e n * Rpower (ln n) (logSigmaP e)).
Definition alpha (e : exponents) (n : R) : R := sigmaP e n * Rpower (ln n) (logAlpha e).
Definition sigma0 (e : exponents) (n : R) : R := Rpower (d e n) (- 1 / 4).
Definition m (e : exponents) (n : R) : R := Rpower (ln n) (logM e).
Definition eta (e : exponents) (n : R) : R := Rpower n (- powerEta e).
Definition B (e : exponents) (n : R) : R := Rpower n (beta e).
Definition lambda (e : exponents) (n : R) : R := Rpower n (- l e).
Definition eps (e : exponents) (n : R) : R := lambda e n * eta e n.

Definition family (e : exponents) : Prop :=
  4 < D e /\ 3 <= q e /\ 0 <= beta e <= 1 /\ 0 <= l e /\ powerEta e = 1 / 4 * D e * q e + 1 / 4 * D e - 1 /\
  logSigmaP e = 1 /\ logAlpha e = 1 /\ logM e = 1.
Definition smaller_steps (e : exponents) : Prop :=
  4 < D e /\ 3 <= q e /\ 0 <= beta e <= 1 /\ 0 <= l e /\ powerEta e = 1 / 4 * D e * q e + l e + 1 / 4 * D e - 1 /\
  logSigmaP e = 1 /\ logAlpha e = 1 /\ logM e = 1.

(* A relation between quantities becomes one between their exponents. *)
Ltac quantities := unfold eps, lambda, B, eta, sigma0, m, alpha, sigmaP, s, d.
Ltac exponents_of H := destruct H as (? & ? & ? & ? & ? & ? & ? & ?).
Ltac by_exponents := quantities; eapply little_o_between; [order | order |].
