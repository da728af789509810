(* The papers' network, its loss and its slopes, in weights w_{j,r}[k]: j a class, r = 1, ..., m, k = 1, ..., d. *)
From Coq Require Import Reals Lra Lia Arith.
Require Import Adamcheck.classes.
Open Scope R_scope.

(* f 1 + ... + f n *)
Fixpoint sum (n : nat) (f : nat -> R) : R := match n with O => 0 | S n' => sum n' f + f n end.

Lemma sum_ext : forall n f g, (forall k, (1 <= k <= n)%nat -> f k = g k) -> sum n f = sum n g.
Proof.
  induction n as [| n IH]; intros f g H; [trivial |]. simpl. rewrite (IH f g), (H (S n)); trivial; [lia |].
  intros k Hk. apply H. lia.
Qed.

Lemma sum_plus : forall n f g, sum n (fun k => f k + g k) = sum n f + sum n g.
Proof. induction n as [| n IH]; intros f g; simpl; [ring | rewrite IH; ring]. Qed.

Lemma sum_minus : forall n f g, sum n f - sum n g = sum n (fun k => f k - g k).
Proof. induction n as [| n IH]; intros f g; simpl; [ring | rewrite <- IH; ring]. Qed.

Lemma sum_times : forall n c f, sum n (fun k => c * f k) = c * sum n f.
Proof. induction n as [| n IH]; intros c f; simpl; [ring | rewrite IH; ring]. Qed.

Lemma sum_zero : forall n, sum n (fun _ => 0) = 0.
Proof. induction n as [| n IH]; simpl; [trivial | rewrite IH; ring]. Qed.

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
