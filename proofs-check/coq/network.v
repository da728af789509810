(* The papers' network, its loss and its slopes, in weights w_{j,r}[k]: j a class, r = 1, ..., m, k = 1, ..., d. *)
From Coq Require Import Reals Lra Lia Arith.
Require Import Adamcheck.classes.
Open Scope R_scope.

(* f 1 + ... + f n *)
Fixpoint sum (n : nat) (f : nat -> R) : R := match n with O => 0 | S n' => sum n' f + f n end.

Definition inner (d : nat) (w x : nat -> R) : R := sum d (fun k => w k * x k).
(* The feature is the first coordinate. *)
Definition feature (k : nat) : R := if Nat.eqb k 1 then 1 else 0.

(* An example: its class, and its noise patch xi; the other patch is y v. *)
Record example := { label : class; noise : nat -> R }.
Definition signal (e : example) (k : nat) : R := sign_of (label e) * feature k.

Definition weights := class -> nat -> nat -> R.
Definition activation (q : nat) (z : R) : R := Rmax z 0 ^ q.
Definition output (d m q : nat) (W : weights) (e : example) (j : class) : R :=
  sum m (fun r => activation q (inner d (W j r) (signal e)) + activation q (inner d (W j r) (noise e))).
Definition loss (d m q : nat) (W : weights) (e : example) : R := - ln (softmax (output d m q W e) (label e)).

(* The weights with w in the place of w_{j,r}[k]. *)
Definition same (j j' : class) : bool := match j, j' with plus, plus | minus, minus => true | _, _ => false end.
Definition put (W : weights) (j : class) (r k : nat) (w : R) : weights :=
  fun j' r' k' => if (same j j' && Nat.eqb r r' && Nat.eqb k k')%bool then w else W j' r' k'.
