(* moment-ratio: Adam's normalized step is bounded whatever the gradients, with and without bias correction, and no smaller bound holds. *)
From Coq Require Import Reals Lra Lia.
Open Scope R_scope.

(* Moments after t gradients g 0, ..., g (t - 1), from 0. *)
Fixpoint mom (b1 : R) (g : nat -> R) (t : nat) : R :=
  match t with O => 0 | S t' => b1 * mom b1 g t' + (1 - b1) * g t' end.
Fixpoint sec (b2 : R) (g : nat -> R) (t : nat) : R :=
  match t with O => 0 | S t' => b2 * sec b2 g t' + (1 - b2) * g t' ^ 2 end.

Section Ratio.
Variables b1 b2 : R.
Hypothesis b1_range : 0 <= b1 < 1.
Hypothesis b2_range : 0 < b2 < 1.
Hypothesis memory : b1 ^ 2 < b2.

Definition C : R := (1 - b1) / sqrt (1 - b2) / sqrt (1 - b1 ^ 2 / b2).

Let x : R := b1 ^ 2 / b2.
Let c : R := (1 - b1) ^ 2 / (1 - b2).

(* 1 + x + ... + x^(t-1). *)
Fixpoint geometric (t : nat) : R := match t with O => 0 | S t' => 1 + x * geometric t' end.

Lemma x_range : 0 <= x < 1.
Proof.
  unfold x. split.
  - apply Rmult_le_pos; [nra | apply Rlt_le, Rinv_0_lt_compat; lra].
  - apply Rmult_lt_reg_r with b2; [lra |]. unfold Rdiv. rewrite Rmult_assoc, Rinv_l; lra.
Qed.

Lemma xb2 : x * b2 = b1 ^ 2.
Proof. unfold x. field. lra. Qed.

Lemma c_pos : 0 < c.
Proof. unfold c. apply Rdiv_lt_0_compat; nra. Qed.

Lemma cb2 : c * (1 - b2) = (1 - b1) ^ 2.
Proof. unfold c. field. lra. Qed.

Lemma geometric_closed : forall t, geometric t * (1 - x) = 1 - x ^ t.
Proof. induction t as [| t IH]; simpl; [ring |]. rewrite Rmult_plus_distr_r, Rmult_assoc, IH. ring. Qed.

Lemma power_range : forall t, 0 <= x ^ t <= 1.
Proof.
  destruct x_range as [H0 H1]. induction t as [| t IH]; simpl; [lra |]. split; nra.
Qed.

Lemma geometric_nonneg : forall t, 0 <= geometric t.
Proof. destruct x_range. induction t; simpl; [lra | nra]. Qed.

Lemma C_pos : 0 < C.
Proof.
  destruct x_range. unfold C. fold x.
  repeat apply Rdiv_lt_0_compat; try apply sqrt_lt_R0; lra.
Qed.

Lemma C_square : C ^ 2 * (1 - x) = c.
Proof.
  destruct x_range. unfold C, c. fold x. unfold Rdiv. rewrite !Rpow_mult_distr, !pow_inv.
  rewrite !pow2_sqrt by lra. field. lra.
Qed.

(* c (1 + x + ... + x^(t-1)) = C^2 (1 - x^t). *)
Lemma level : forall t, c * geometric t = C ^ 2 * (1 - x ^ t).
Proof. intros t. rewrite <- C_square, <- geometric_closed. ring. Qed.

Lemma sec_nonneg : forall g t, 0 <= sec b2 g t.
Proof. intros g. induction t; simpl; [lra | nra]. Qed.

(* Cauchy and Schwarz, one step at a time. *)
Lemma step : forall K m v g, 0 <= K -> 0 <= v -> m ^ 2 <= c * K * v ->
  (b1 * m + (1 - b1) * g) ^ 2 <= c * (1 + x * K) * (b2 * v + (1 - b2) * g ^ 2).
Proof.
  intros K m v g HK Hv H. pose proof c_pos as Hc. pose proof xb2 as Hx. pose proof cb2 as Hcb. destruct x_range.
  assert (Hexpand : c * (1 + x * K) * (b2 * v + (1 - b2) * g ^ 2)
    = c * b2 * v + (1 - b1) ^ 2 * g ^ 2 + b1 ^ 2 * (c * K * v) + (1 - b1) ^ 2 * x * K * g ^ 2).
  { rewrite <- Hcb, <- Hx. ring. }
  rewrite Hexpand.
  assert (Hm : b1 ^ 2 * m ^ 2 <= b1 ^ 2 * (c * K * v)) by (apply Rmult_le_compat_l; nra).
  replace ((b1 * m + (1 - b1) * g) ^ 2) with (b1 ^ 2 * m ^ 2 + 2 * (b1 * m) * ((1 - b1) * g) + (1 - b1) ^ 2 * g ^ 2) by ring.
  enough (2 * (b1 * m) * ((1 - b1) * g) <= c * b2 * v + (1 - b1) ^ 2 * x * K * g ^ 2) by lra.
  destruct HK as [HK | HK].
  - apply Rmult_le_reg_r with (K * b2); [nra |].
    apply Rle_trans with (b2 ^ 2 * m ^ 2 + (1 - b1) ^ 2 * b1 ^ 2 * K ^ 2 * g ^ 2).
    + pose proof (pow2_ge_0 (b2 * m - (1 - b1) * b1 * K * g)). nra.
    + apply Rle_trans with (b2 ^ 2 * (c * K * v) + (1 - b1) ^ 2 * b1 ^ 2 * K ^ 2 * g ^ 2).
      * assert (b2 ^ 2 * m ^ 2 <= b2 ^ 2 * (c * K * v)) by (apply Rmult_le_compat_l; nra). lra.
      * rewrite <- Hx. apply Req_le. ring.
  - subst K. assert (m = 0) by nra. subst m.
    assert (0 <= c * b2 * v) by (apply Rmult_le_pos; [apply Rmult_le_pos |]; lra). lra.
Qed.

Lemma square : forall g t, mom b1 g t ^ 2 <= c * geometric t * sec b2 g t.
Proof.
  intros g. induction t as [| t IH]; [simpl; lra |].
  change (mom b1 g (S t)) with (b1 * mom b1 g t + (1 - b1) * g t).
  change (sec b2 g (S t)) with (b2 * sec b2 g t + (1 - b2) * g t ^ 2).
  change (geometric (S t)) with (1 + x * geometric t).
  apply step; trivial. apply geometric_nonneg. apply sec_nonneg.
Qed.

Lemma root : forall m v K, 0 <= K -> 0 <= v -> m ^ 2 <= K ^ 2 * v -> Rabs m <= K * sqrt v.
Proof.
  intros m v K HK Hv H. apply Rsqr_incr_0_var; [| apply Rmult_le_pos; [trivial | apply sqrt_pos]].
  rewrite <- Rsqr_abs. unfold Rsqr. pose proof (sqrt_sqrt v Hv). nra.
Qed.

Lemma bounded : forall (g : nat -> R) (t : nat), Rabs (mom b1 g t) <= C * sqrt (sec b2 g t).
Proof.
  intros g t. pose proof C_pos. apply root; [lra | apply sec_nonneg |].
  eapply Rle_trans; [apply square |]. rewrite level. pose proof (power_range t). pose proof (sec_nonneg g t).
  apply Rmult_le_compat_r; trivial. pose proof (pow2_ge_0 C). nra.
Qed.

Lemma power_below : forall b t, 0 <= b < 1 -> (1 <= t)%nat -> 0 <= b ^ t < 1.
Proof.
  intros b t Hb Ht. split; [apply pow_le; lra |].
  destruct t as [| t]; [lia |]. simpl.
  assert (b ^ t <= 1). { rewrite <- (pow1 t). apply pow_incr. lra. }
  assert (0 <= b ^ t) by (apply pow_le; lra). nra.
Qed.

Lemma bounded_corrected : forall (g : nat -> R) (t : nat), (1 <= t)%nat ->
  Rabs (mom b1 g t / (1 - b1 ^ t)) <= C * sqrt (sec b2 g t / (1 - b2 ^ t)).
Proof.
  intros g t Ht. pose proof C_pos.
  pose proof (power_below b1 t b1_range Ht) as H1.
  assert (H2 : 0 <= b2 ^ t < 1) by (apply power_below; trivial; lra).
  assert (Hsec := sec_nonneg g t).
  assert (Hv : 0 <= sec b2 g t / (1 - b2 ^ t)) by (apply Rmult_le_pos; [trivial | apply Rlt_le, Rinv_0_lt_compat; lra]).
  apply root; [lra | trivial |].
  assert (Hxt : x ^ t * b2 ^ t = b1 ^ t * b1 ^ t).
  { rewrite <- !Rpow_mult_distr. f_equal. rewrite xb2. ring. }
  assert (Hx := power_range t).
  assert (Hsum : 2 * b1 ^ t <= x ^ t + b2 ^ t).
  { apply Rsqr_incr_0_var; [unfold Rsqr | lra]. pose proof (pow2_ge_0 (x ^ t - b2 ^ t)). nra. }
  assert (Hk : (1 - x ^ t) * (1 - b2 ^ t) <= (1 - b1 ^ t) ^ 2) by nra.
  assert (Hsq := square g t). rewrite level in Hsq.
  assert (Hd1 : 0 < (1 - b1 ^ t) ^ 2) by nra.
  unfold Rdiv at 1. rewrite Rpow_mult_distr, pow_inv.
  apply Rmult_le_reg_r with ((1 - b1 ^ t) ^ 2 * (1 - b2 ^ t)); [nra |].
  replace (mom b1 g t ^ 2 * / (1 - b1 ^ t) ^ 2 * ((1 - b1 ^ t) ^ 2 * (1 - b2 ^ t))) with (mom b1 g t ^ 2 * (1 - b2 ^ t))
    by (field; nra).
  replace (C ^ 2 * (sec b2 g t / (1 - b2 ^ t)) * ((1 - b1 ^ t) ^ 2 * (1 - b2 ^ t))) with (C ^ 2 * sec b2 g t * (1 - b1 ^ t) ^ 2)
    by (field; lra).
  apply Rle_trans with (C ^ 2 * (1 - x ^ t) * sec b2 g t * (1 - b2 ^ t)).
  - apply Rmult_le_compat_r; lra.
  - replace (C ^ 2 * (1 - x ^ t) * sec b2 g t * (1 - b2 ^ t)) with (C ^ 2 * sec b2 g t * ((1 - x ^ t) * (1 - b2 ^ t))) by ring.
    apply Rmult_le_compat_l; [| trivial]. apply Rmult_le_pos; [apply pow2_ge_0 | trivial].
Qed.

(* g_{T - tau} proportional to (b1/b2)^tau, tau from 1 to T, attains the bound at T. *)
Definition extremal (T : nat) (i : nat) : R := (b1 / b2) ^ (T - 1 - i).

Lemma attained : forall T t, (t <= T)%nat ->
  mom b1 (extremal T) t = (1 - b1) * (b1 / b2) ^ (T - t) * geometric t /\
  sec b2 (extremal T) t = (1 - b2) * ((b1 / b2) ^ (T - t)) ^ 2 * geometric t.
Proof.
  intros T t. induction t as [| t IH]; intros Ht; [simpl; split; ring |].
  destruct IH as [Hm Hv]; [lia |].
  change (mom b1 (extremal T) (S t)) with (b1 * mom b1 (extremal T) t + (1 - b1) * extremal T t).
  change (sec b2 (extremal T) (S t)) with (b2 * sec b2 (extremal T) t + (1 - b2) * extremal T t ^ 2).
  change (geometric (S t)) with (1 + x * geometric t).
  rewrite Hm, Hv. unfold extremal.
  replace (T - 1 - t)%nat with (T - S t)%nat by lia.
  replace (T - t)%nat with (S (T - S t)) by lia.
  change ((b1 / b2) ^ S (T - S t)) with (b1 / b2 * (b1 / b2) ^ (T - S t)).
  generalize ((b1 / b2) ^ (T - S t)) (geometric t). intros p K. unfold x. split; field; lra.
Qed.

Lemma attained_at : forall t, (1 <= t)%nat ->
  0 < sec b2 (extremal t) t /\
  (Rabs (mom b1 (extremal t) t) / sqrt (sec b2 (extremal t) t)) ^ 2 = C ^ 2 * (1 - x ^ t).
Proof.
  intros t Ht. destruct (attained t t (le_n t)) as [Hm Hv]. rewrite Nat.sub_diag in Hm, Hv. simpl pow in Hm, Hv.
  assert (Hg : 0 < geometric t).
  { destruct t as [| t]; [lia |]. simpl. pose proof (geometric_nonneg t). destruct x_range. nra. }
  assert (Hsec : 0 < sec b2 (extremal t) t) by (rewrite Hv; nra).
  split; trivial.
  unfold Rdiv. rewrite Rpow_mult_distr, pow_inv.
  rewrite pow2_sqrt by lra. rewrite pow2_abs, <- level, Hm, Hv. unfold c. field. lra.
Qed.

Lemma least : is_lub (fun r => exists (g : nat -> R) (t : nat), 0 < sec b2 g t /\ r = Rabs (mom b1 g t) / sqrt (sec b2 g t)) C.
Proof.
  split.
  - intros r (g & t & Hsec & ->). assert (Hs := sqrt_lt_R0 _ Hsec).
    apply Rmult_le_reg_r with (sqrt (sec b2 g t)); trivial.
    unfold Rdiv. rewrite Rmult_assoc, Rinv_l, Rmult_1_r by lra. apply bounded.
  - intros M HM. apply Rnot_lt_le. intros Hlt. pose proof C_pos as HC.
    assert (Hreach : forall t, (1 <= t)%nat -> C ^ 2 * (1 - x ^ t) <= M ^ 2 /\ 0 <= M).
    { intros t Ht. destruct (attained_at t Ht) as [Hsec Hsq].
      assert (Hr : Rabs (mom b1 (extremal t) t) / sqrt (sec b2 (extremal t) t) <= M) by (apply HM; eauto).
      assert (0 <= Rabs (mom b1 (extremal t) t) / sqrt (sec b2 (extremal t) t)).
      { apply Rmult_le_pos; [apply Rabs_pos | apply Rlt_le, Rinv_0_lt_compat, sqrt_lt_R0; trivial]. }
      rewrite <- Hsq. split; [apply pow_incr; lra | lra]. }
    destruct (Hreach 1%nat (le_n 1)) as [_ HM0].
    assert (Hgap : 0 < (C ^ 2 - M ^ 2) / C ^ 2) by (apply Rdiv_lt_0_compat; nra).
    destruct x_range as [Hx0 Hx1].
    destruct (pow_lt_1_zero x ltac:(rewrite Rabs_pos_eq; lra) _ Hgap) as [N HN].
    specialize (HN (S N) ltac:(lia)). rewrite Rabs_pos_eq in HN by apply power_range.
    destruct (Hreach (S N) ltac:(lia)) as [H _].
    assert (C ^ 2 * x ^ S N < C ^ 2 - M ^ 2).
    { replace (C ^ 2 - M ^ 2) with (C ^ 2 * ((C ^ 2 - M ^ 2) / C ^ 2)) by (field; lra). apply Rmult_lt_compat_l; nra. }
    lra.
Qed.

End Ratio.

Theorem bound :
  forall b1 b2 : R, 0 <= b1 < 1 -> 0 < b2 < 1 -> b1 ^ 2 < b2 -> forall (g : nat -> R) (t : nat),
  Rabs (mom b1 g t) <= (1 - b1) / sqrt (1 - b2) / sqrt (1 - b1 ^ 2 / b2) * sqrt (sec b2 g t).
Proof. exact bounded. Qed.

Theorem correction :
  forall b1 b2 : R, 0 <= b1 < 1 -> 0 < b2 < 1 -> b1 ^ 2 < b2 -> forall (g : nat -> R) (t : nat), (1 <= t)%nat ->
  Rabs (mom b1 g t / (1 - b1 ^ t)) <= (1 - b1) / sqrt (1 - b2) / sqrt (1 - b1 ^ 2 / b2) * sqrt (sec b2 g t / (1 - b2 ^ t)).
Proof. exact bounded_corrected. Qed.

Theorem supremum :
  forall b1 b2 : R, 0 <= b1 < 1 -> 0 < b2 < 1 -> b1 ^ 2 < b2 ->
  is_lub (fun r => exists (g : nat -> R) (t : nat), 0 < sec b2 g t /\ r = Rabs (mom b1 g t) / sqrt (sec b2 g t))
    ((1 - b1) / sqrt (1 - b2) / sqrt (1 - b1 ^ 2 / b2)).
Proof. exact least. Qed.

Print Assumptions bound.
Print Assumptions correction.
Print Assumptions supremum.
