(* c22-decomposition: under gradient descent the weights move along the signal and the training noise alone, and each coefficient one way. *)
From Coq Require Import Reals Lra Lia.
Require Import Adamcheck.classes Adamcheck.network.
Open Scope R_scope.

Section Descent.
(* d coordinates, n examples, the signal mu, and for each example its noise xi i and its label y i. *)
Variables d n : nat.
Variable mu : nat -> R.
Variable xi : nat -> nat -> R.
Variable y : nat -> class.
(* Whatever the output for a class is, and whatever the slope of the activation, where it never falls. *)
Variable F : weights -> nat -> class -> R.
Variable slope : R -> R.
Variables eta scale : R.
Variable W0 : weights.

Definition pull (W : weights) (j : class) (i : nat) : R := eta * scale / INR n * residual (F W i) (y i) j.
Definition on_signal (W : weights) (j : class) (r i : nat) : R := slope (inner d (W j r) (fun k => sign_of (y i) * mu k)).
Definition on_noise (W : weights) (j : class) (r i : nat) : R := slope (inner d (W j r) (xi i)).

(* The weights after t steps: w - eta times the mean gradient; scale is that of the output. *)
Fixpoint descent (t : nat) : weights :=
  match t with
  | O => W0
  | S t' => fun j r k => descent t' j r k
      + sum n (fun i => pull (descent t') j i
          * (on_signal (descent t') j r i * (sign_of (y i) * mu k) + on_noise (descent t') j r i * xi i k))
  end.

(* The coefficients after t steps. *)
Fixpoint gamma (t : nat) (j : class) (r : nat) : R :=
  match t with
  | O => 0
  | S t' => gamma t' j r
      + sum n (fun i => sign_of j * sign_of (y i) * pull (descent t') j i * on_signal (descent t') j r i * inner d mu mu)
  end.
Fixpoint rho (t : nat) (j : class) (r i : nat) : R :=
  match t with
  | O => 0
  | S t' => rho t' j r i + pull (descent t') j i * on_noise (descent t') j r i * inner d (xi i) (xi i)
  end.

End Descent.

Lemma sum_nonneg : forall n f, (forall i, (1 <= i <= n)%nat -> 0 <= f i) -> 0 <= sum n f.
Proof. induction n as [| n IH]; intros f H; simpl; [lra |]. assert (0 <= sum n f) by (apply IH; intros; apply H; lia). assert (0 <= f (S n)) by (apply H; lia). lra. Qed.

Theorem decomposition :
  forall (d n : nat) (mu : nat -> R) (xi : nat -> nat -> R) (y : nat -> class) (F : weights -> nat -> class -> R) (slope : R -> R)
    (eta scale : R) (W0 : weights) (t : nat) (j : class) (r k : nat),
  inner d mu mu <> 0 -> (forall i, (1 <= i <= n)%nat -> inner d (xi i) (xi i) <> 0) ->
  descent d n mu xi y F slope eta scale W0 t j r k
  = W0 j r k + sign_of j * gamma d n mu xi y F slope eta scale W0 t j r * mu k / inner d mu mu
    + sum n (fun i => rho d n mu xi y F slope eta scale W0 t j r i * xi i k / inner d (xi i) (xi i)).
Proof.
  intros d n mu xi y F slope eta scale W0 t j r k Hmu Hxi. induction t as [| t IH].
  - simpl. rewrite (sum_ext n _ (fun _ => 0)) by (intros i Hi; unfold Rdiv; ring). rewrite sum_zero. unfold Rdiv. ring.
  - simpl. rewrite IH. set (W := descent d n mu xi y F slope eta scale W0 t).
    assert (Hj : sign_of j * sign_of j = 1) by (destruct j; simpl; ring).
    rewrite (sum_ext n (fun i => pull n y F eta scale W j i * _)
      (fun i => pull n y F eta scale W j i * on_signal d mu y slope W j r i * sign_of (y i) * mu k
        + pull n y F eta scale W j i * on_noise d xi slope W j r i * xi i k)) by (intros; ring).
    rewrite sum_plus.
    rewrite (sum_ext n (fun i => (rho d n mu xi y F slope eta scale W0 t j r i + _) * xi i k / _)
      (fun i => rho d n mu xi y F slope eta scale W0 t j r i * xi i k / inner d (xi i) (xi i)
        + pull n y F eta scale W j i * on_noise d xi slope W j r i * xi i k)) by (intros i Hi; field; auto).
    rewrite sum_plus.
    rewrite (sum_ext n (fun i => sign_of j * sign_of (y i) * _ * _ * _)
      (fun i => sign_of j * inner d mu mu * (pull n y F eta scale W j i * on_signal d mu y slope W j r i * sign_of (y i)))) by (intros; ring).
    rewrite (sum_ext n (fun i => pull n y F eta scale W j i * on_signal d mu y slope W j r i * sign_of (y i) * mu k)
      (fun i => mu k * (pull n y F eta scale W j i * on_signal d mu y slope W j r i * sign_of (y i)))) by (intros; ring).
    rewrite !sum_times.
    set (A := sum n (fun i => pull n y F eta scale W j i * on_signal d mu y slope W j r i * sign_of (y i))).
    replace (sign_of j * (gamma d n mu xi y F slope eta scale W0 t j r + sign_of j * inner d mu mu * A) * mu k / inner d mu mu)
      with (sign_of j * gamma d n mu xi y F slope eta scale W0 t j r * mu k / inner d mu mu + sign_of j * sign_of j * (mu k * A))
      by (field; trivial).
    rewrite Hj. ring.
Qed.

Lemma inner_nonneg : forall d w, 0 <= inner d w w.
Proof. intros d w. apply sum_nonneg. intros. nra. Qed.

(* The residual has the sign of its class. *)
Lemma towards : forall F y j, 0 <= sign_of j * sign_of y * residual F y j.
Proof.
  intros F y j. unfold residual. pose proof (softmax_sum F). pose proof (softmax_pos F plus). pose proof (softmax_pos F minus).
  destruct y, j; simpl; lra.
Qed.

Lemma rate_nonneg : forall n eta scale, 0 <= eta -> 0 <= scale -> (1 <= n)%nat -> 0 <= eta * scale / INR n.
Proof. intros n eta scale H1 H2 Hn. apply Rmult_le_pos; [nra | apply Rlt_le, Rinv_0_lt_compat, lt_0_INR; lia]. Qed.

Theorem signal_one_way :
  forall (d n : nat) (mu : nat -> R) (xi : nat -> nat -> R) (y : nat -> class) (F : weights -> nat -> class -> R) (slope : R -> R)
    (eta scale : R) (W0 : weights) (t : nat) (j : class) (r : nat),
  (forall z, 0 <= slope z) -> 0 <= eta -> 0 <= scale ->
  gamma d n mu xi y F slope eta scale W0 t j r <= gamma d n mu xi y F slope eta scale W0 (S t) j r.
Proof.
  intros d n mu xi y F slope eta scale W0 t j r Hslope Heta Hscale. simpl.
  rewrite <- (Rplus_0_r (gamma d n mu xi y F slope eta scale W0 t j r)) at 1. apply Rplus_le_compat_l, sum_nonneg. intros i Hi.
  set (W := descent d n mu xi y F slope eta scale W0 t). unfold pull.
  replace (sign_of j * sign_of (y i) * (eta * scale / INR n * residual (F W i) (y i) j) * on_signal d mu y slope W j r i * inner d mu mu)
    with (eta * scale / INR n * (sign_of j * sign_of (y i) * residual (F W i) (y i) j) * on_signal d mu y slope W j r i * inner d mu mu) by ring.
  apply Rmult_le_pos; [apply Rmult_le_pos; [apply Rmult_le_pos |] |].
  - apply rate_nonneg; trivial. lia.
  - apply towards.
  - apply Hslope.
  - apply inner_nonneg.
Qed.

Theorem noise_one_way :
  forall (d n : nat) (mu : nat -> R) (xi : nat -> nat -> R) (y : nat -> class) (F : weights -> nat -> class -> R) (slope : R -> R)
    (eta scale : R) (W0 : weights) (t : nat) (j : class) (r i : nat),
  (forall z, 0 <= slope z) -> 0 <= eta -> 0 <= scale -> (1 <= n)%nat ->
  (y i = j -> rho d n mu xi y F slope eta scale W0 t j r i <= rho d n mu xi y F slope eta scale W0 (S t) j r i) /\
  (y i <> j -> rho d n mu xi y F slope eta scale W0 (S t) j r i <= rho d n mu xi y F slope eta scale W0 t j r i).
Proof.
  intros d n mu xi y F slope eta scale W0 t j r i Hslope Heta Hscale Hn. simpl.
  set (W := descent d n mu xi y F slope eta scale W0 t). unfold pull.
  assert (Hrate := rate_nonneg n eta scale Heta Hscale Hn).
  assert (Hs : 0 <= on_noise d xi slope W j r i * inner d (xi i) (xi i)) by (apply Rmult_le_pos; [apply Hslope | apply inner_nonneg]).
  assert (Ht := towards (F W i) (y i) j).
  assert (Hall : 0 <= sign_of j * sign_of (y i) * (eta * scale / INR n * residual (F W i) (y i) j * on_noise d xi slope W j r i * inner d (xi i) (xi i))).
  { replace (sign_of j * sign_of (y i) * (eta * scale / INR n * residual (F W i) (y i) j * on_noise d xi slope W j r i * inner d (xi i) (xi i)))
      with (eta * scale / INR n * (sign_of j * sign_of (y i) * residual (F W i) (y i) j) * (on_noise d xi slope W j r i * inner d (xi i) (xi i))) by ring.
    apply Rmult_le_pos; [apply Rmult_le_pos |]; trivial. }
  split; intros Hy; destruct (y i), j; simpl in Hall; congruence || lra.
Qed.

Print Assumptions decomposition.
Print Assumptions signal_one_way.
Print Assumptions noise_one_way.
