(* Signs, two classes, softmax over two outputs, residuals. *)
From Coq Require Import Reals Lra.
Open Scope R_scope.

Definition sgn (z : R) : R :=
  if Rlt_dec 0 z then 1 else if Rlt_dec z 0 then -1 else 0.

Lemma sgn_pos : forall z, 0 < z -> sgn z = 1.
Proof. intros z H. unfold sgn. destruct (Rlt_dec 0 z); [trivial | lra]. Qed.

Lemma sgn_neg : forall z, z < 0 -> sgn z = -1.
Proof. intros z H. unfold sgn. destruct (Rlt_dec 0 z); [lra |]. destruct (Rlt_dec z 0); [trivial | lra]. Qed.

Inductive class : Set := plus | minus.
Definition sign_of (j : class) : R := match j with plus => 1 | minus => -1 end.
Definition indicator (y j : class) : R :=
  match y, j with plus, plus => 1 | minus, minus => 1 | _, _ => 0 end.

(* F j is the network's output for class j. *)
Definition softmax (F : class -> R) (j : class) : R := exp (F j) / (exp (F plus) + exp (F minus)).
Definition residual (F : class -> R) (y j : class) : R := indicator y j - softmax F j.

Lemma softmax_sum : forall F, softmax F plus + softmax F minus = 1.
Proof. intros F. unfold softmax. pose proof (exp_pos (F plus)). pose proof (exp_pos (F minus)). field. lra. Qed.

Lemma softmax_pos : forall F j, 0 < softmax F j.
Proof.
  intros F j. unfold softmax. pose proof (exp_pos (F plus)). pose proof (exp_pos (F minus)).
  apply Rdiv_lt_0_compat; [apply exp_pos | lra].
Qed.
