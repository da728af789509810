(* gradient: what is said of the derivative of an example's loss, or of a batch's, in one weight is so, for every weight; by derivation rules. *)
From Coq Require Import Reals Lra Lia Arith Bool List.
From Coquelicot Require Import Coquelicot.
Require Import Adamcheck.classes Adamcheck.network.
Open Scope R_scope.

(* sigma' and the slope of the papers' formulas. *)
Definition slope (q : nat) (z : R) : R := INR q * Rmax z 0 ^ (q - 1).

Lemma activation_derives : forall q z, (2 <= q)%nat -> is_derive (activation q) z (slope q z).
Proof.
  intros q z Hq. destruct (Rtotal_order z 0) as [Hz | [Hz | Hz]].
  - assert (Hs : slope q z = 0). { unfold slope. rewrite Rmax_right by lra. rewrite pow_i by lia. ring. }
    rewrite Hs. apply is_derive_ext_loc with (fun _ => 0); [| exact (is_derive_const (K := R_AbsRing) (V := R_NormedModule) 0 z)].
    apply (filter_imp (fun t => t < 0)); [| exact (open_lt 0 z Hz)]. intros t Ht.
    unfold activation. rewrite Rmax_right by lra. now rewrite pow_i by lia.
  - subst z. apply is_derive_Reals. intros eps Heps.
    assert (Hd : 0 < Rmin eps 1) by (apply Rmin_glb_lt; lra). exists (mkposreal _ Hd). intros h Hh Hlt. simpl in Hlt.
    assert (Hh0 := Rabs_pos_lt h Hh). assert (H1 := Rmin_l eps 1). assert (H2 := Rmin_r eps 1).
    unfold activation, slope. rewrite Rplus_0_l, (Rmax_left 0 0) by lra. rewrite !pow_i by lia.
    rewrite Rmult_0_r, !Rminus_0_r. unfold Rdiv. rewrite Rabs_mult, Rabs_inv.
    apply Rmult_lt_reg_r with (Rabs h); trivial. rewrite Rmult_assoc, Rinv_l, Rmult_1_r by lra.
    rewrite <- RPow_abs.
    assert (Hm : Rabs (Rmax h 0) <= Rabs h) by (unfold Rmax; destruct (Rle_dec h 0); [rewrite Rabs_R0; lra | lra]).
    apply Rle_lt_trans with (Rabs h ^ q); [apply pow_incr; split; [apply Rabs_pos | trivial] |].
    apply Rle_lt_trans with (Rabs h ^ 2).
    + destruct q as [| [| q]]; try lia. simpl.
      assert (Rabs h ^ q <= 1) by (rewrite <- (pow1 q); apply pow_incr; lra).
      assert (0 <= Rabs h ^ q) by (apply pow_le; lra). nra.
    + nra.
  - assert (Hs : slope q z = INR q * z ^ pred q). { unfold slope. rewrite Rmax_left by lra. now rewrite Nat.sub_1_r. }
    rewrite Hs. apply is_derive_ext_loc with (fun t => t ^ q).
    + apply (filter_imp (fun t => 0 < t)); [| exact (open_gt 0 z Hz)]. intros t Ht.
      unfold activation. now rewrite Rmax_left by lra.
    + apply is_derive_Reals. apply derivable_pt_lim_pow.
Qed.

(* One weight moves one term of a sum. *)
Lemma sum_moved : forall n f g k, (1 <= k <= n)%nat -> (forall k', k' <> k -> f k' = g k') -> sum n f = sum n g + (f k - g k).
Proof.
  induction n as [| n IH]; intros f g k Hk H; [lia |]. simpl.
  destruct (Nat.eq_dec k (S n)) as [-> | Hne].
  - rewrite (sum_ext n f g) by (intros k' Hk'; apply H; lia). ring.
  - rewrite (IH f g k), (H (S n)); trivial; [ring | lia | lia].
Qed.

Lemma same_refl : forall j, same j j = true.
Proof. now destruct j. Qed.

Lemma put_there : forall W j r k w, put W j r k w j r k = w.
Proof. intros. unfold put. now rewrite same_refl, !Nat.eqb_refl. Qed.

Lemma put_elsewhere : forall W j r k w j' r' k', (same j j' && Nat.eqb r r' && Nat.eqb k k')%bool = false -> put W j r k w j' r' k' = W j' r' k'.
Proof. intros. unfold put. now rewrite H. Qed.

Lemma inner_moved : forall d W j r k w x, (1 <= k <= d)%nat ->
  inner d (put W j r k w j r) x = inner d (W j r) x + (w - W j r k) * x k.
Proof.
  intros d W j r k w x Hk. unfold inner.
  rewrite (sum_moved d _ (fun k' => W j r k' * x k') k); trivial.
  - rewrite put_there. ring.
  - intros k' Hk'. rewrite put_elsewhere; trivial.
    rewrite same_refl, Nat.eqb_refl. simpl. apply Nat.eqb_neq. auto.
Qed.

Lemma output_moved : forall d m q W j r k w e, (1 <= k <= d)%nat -> (1 <= r <= m)%nat ->
  output d m q (put W j r k w) e j = output d m q W e j
    + ((activation q (inner d (W j r) (signal e) + (w - W j r k) * signal e k) + activation q (inner d (W j r) (noise e) + (w - W j r k) * noise e k))
       - (activation q (inner d (W j r) (signal e)) + activation q (inner d (W j r) (noise e)))).
Proof.
  intros d m q W j r k w e Hk Hr. unfold output.
  rewrite (sum_moved m _ (fun r' => activation q (inner d (W j r') (signal e)) + activation q (inner d (W j r') (noise e))) r); trivial.
  - now rewrite !inner_moved by trivial.
  - intros r' Hr'. f_equal; f_equal; unfold inner; apply sum_ext; intros k' _; rewrite put_elsewhere; trivial;
      rewrite same_refl; apply andb_false_iff; left; simpl; apply Nat.eqb_neq; auto.
Qed.

Lemma output_unmoved : forall d m q W j r k w e j', same j j' = false ->
  output d m q (put W j r k w) e j' = output d m q W e j'.
Proof.
  intros d m q W j r k w e j' Hj. unfold output. apply sum_ext. intros r' _.
  f_equal; f_equal; unfold inner; apply sum_ext; intros k' _; rewrite put_elsewhere; trivial; now rewrite Hj.
Qed.

Lemma line_derives : forall q a p w0, (2 <= q)%nat -> is_derive (fun w => activation q (a + (w - w0) * p)) w0 (slope q a * p).
Proof.
  intros q a p w0 Hq. rewrite Rmult_comm.
  apply (is_derive_comp (activation q) (fun w => a + (w - w0) * p) w0 (slope q a) p).
  - replace (a + (w0 - w0) * p) with a by ring. now apply activation_derives.
  - auto_derive; trivial. ring.
Qed.

Lemma output_derives : forall d m q W j r k e, (2 <= q)%nat -> (1 <= k <= d)%nat -> (1 <= r <= m)%nat ->
  is_derive (fun w => output d m q (put W j r k w) e j) (W j r k)
    (slope q (inner d (W j r) (signal e)) * signal e k + slope q (inner d (W j r) (noise e)) * noise e k).
Proof.
  intros d m q W j r k e Hq Hk Hr.
  eapply is_derive_ext; [intros w; symmetry; now apply output_moved |].
  evar_last.
  - apply @is_derive_plus; [apply @is_derive_const |].
    apply @is_derive_minus; [apply @is_derive_plus; now apply line_derives | apply @is_derive_const].
  - unfold Hierarchy.minus, Hierarchy.plus, opp, zero; simpl. ring.
Qed.

(* How the loss of an example of class y depends on the output for class j, that of the other class being o. *)
Definition loss_of (y j : class) (o t : R) : R := - ln (exp (if same y j then t else o) / (exp t + exp o)).

Lemma loss_of_derives : forall y j o t, is_derive (loss_of y j o) t (- (indicator y j - exp t / (exp t + exp o))).
Proof.
  intros y j o t. assert (H1 := exp_pos t). assert (H2 := exp_pos o). unfold loss_of.
  assert (Hq : forall a, 0 < exp a / (exp t + exp o)) by (intros a; apply Rdiv_lt_0_compat; [apply exp_pos | lra]).
  destruct y, j; simpl; auto_derive; first [split; [lra | split; [apply Hq | trivial]] | field; lra].
Qed.

(* The output for the class that is not j. *)
Definition other (j : class) : class := match j with plus => minus | minus => plus end.

Lemma loss_split : forall d m q W e j, loss d m q W e = loss_of (label e) j (output d m q W e (other j)) (output d m q W e j).
Proof.
  intros d m q W e j. unfold loss, loss_of, softmax.
  destruct (label e), j; simpl; trivial; now rewrite (Rplus_comm (exp (output d m q W e minus))).
Qed.

Lemma residual_split : forall F y j, residual F y j = indicator y j - exp (F j) / (exp (F j) + exp (F (other j))).
Proof. intros F y j. unfold residual, softmax. destruct j; simpl; trivial. now rewrite Rplus_comm. Qed.

Lemma put_back : forall W j r k j' r' k', put W j r k (W j r k) j' r' k' = W j' r' k'.
Proof.
  intros. unfold put. destruct (same j j' && Nat.eqb r r' && Nat.eqb k k')%bool eqn:H; trivial.
  apply andb_true_iff in H as [H Hk]. apply andb_true_iff in H as [Hj Hr].
  apply Nat.eqb_eq in Hr, Hk. subst. now destruct j, j'.
Qed.

Lemma output_back : forall d m q W j r k e j', output d m q (put W j r k (W j r k)) e j' = output d m q W e j'.
Proof.
  intros. unfold output, inner. apply sum_ext. intros r' _.
  f_equal; f_equal; apply sum_ext; intros k' _; now rewrite put_back.
Qed.

Theorem of_loss :
  forall (d m q : nat) (W : weights) (e : example) (j : class) (r k : nat),
  (3 <= q)%nat -> (1 <= r <= m)%nat -> (1 <= k <= d)%nat ->
  is_derive (fun w => loss d m q (put W j r k w) e) (W j r k)
    (- residual (output d m q W e) (label e) j * (slope q (inner d (W j r) (signal e)) * signal e k + slope q (inner d (W j r) (noise e)) * noise e k)).
Proof.
  intros d m q W e j r k Hq Hr Hk.
  eapply is_derive_ext.
  - intros w. symmetry. rewrite (loss_split d m q _ e j), (output_unmoved _ _ _ _ _ _ _ _ _ (other j)); [reflexivity |].
    now destruct j.
  - evar_last.
    + apply (is_derive_comp (loss_of (label e) j (output d m q W e (other j))) (fun w => output d m q (put W j r k w) e j)).
      * apply loss_of_derives.
      * apply output_derives; trivial; lia.
    + rewrite residual_split, output_back. unfold scal; simpl; unfold mult; simpl. ring.
Qed.

(* A batch is a list of examples, which may repeat and whose supports may overlap. *)
Fixpoint total (f : example -> R) (batch : list example) : R :=
  match batch with nil => 0 | cons e rest => f e + total f rest end.
Definition batch_loss (d m q : nat) (W : weights) (batch : list example) : R :=
  total (loss d m q W) batch / INR (length batch).

Lemma total_derives : forall (f : R -> example -> R) (g : example -> R) w0 batch,
  (forall e, In e batch -> is_derive (fun w => f w e) w0 (g e)) -> is_derive (fun w => total (f w) batch) w0 (total g batch).
Proof.
  intros f g w0 batch. induction batch as [| e batch IH]; intros H; simpl.
  - exact (is_derive_const (K := R_AbsRing) (V := R_NormedModule) 0 w0).
  - apply @is_derive_plus; [apply H; now left | apply IH; intros; apply H; now right].
Qed.

Lemma total_ext : forall f g batch, (forall e, In e batch -> f e = g e) -> total f batch = total g batch.
Proof.
  intros f g batch. induction batch as [| e batch IH]; intros H; simpl; trivial.
  rewrite (H e) by now left. rewrite IH; trivial. intros. apply H. now right.
Qed.

Lemma total_times : forall c f batch, total (fun e => c * f e) batch = c * total f batch.
Proof. intros c f batch. induction batch as [| e batch IH]; simpl; [ring | rewrite IH; ring]. Qed.

Lemma of_batch : forall d m q W j r k batch (g : example -> R),
  (3 <= q)%nat -> (1 <= r <= m)%nat -> (1 <= k <= d)%nat ->
  (forall e, In e batch ->
    residual (output d m q W e) (label e) j * (slope q (inner d (W j r) (signal e)) * signal e k + slope q (inner d (W j r) (noise e)) * noise e k) = g e) ->
  is_derive (fun w => batch_loss d m q (put W j r k w) batch) (W j r k) (- (1 / INR (length batch)) * total g batch).
Proof.
  intros d m q W j r k batch g Hq Hr Hk H. unfold batch_loss, Rdiv.
  apply is_derive_ext with (fun w => / INR (length batch) * total (loss d m q (put W j r k w)) batch); [intros w; apply Rmult_comm |].
  evar_last.
  - apply is_derive_scal. apply (total_derives (fun w => loss d m q (put W j r k w)) (fun e => - 1 * g e)).
    intros e He. rewrite <- (H e He). evar_last; [apply of_loss; trivial |]. simpl. ring.
  - rewrite total_times. simpl. ring.
Qed.

Lemma signal_inner : forall d w e, (1 <= d)%nat -> inner d w (signal e) = sign_of (label e) * w 1%nat.
Proof.
  intros d w e Hd. unfold inner.
  rewrite (sum_moved d (fun k => w k * signal e k) (fun _ => 0) 1%nat); [| lia |].
  - rewrite sum_zero. unfold signal, feature. simpl. ring.
  - intros k Hk. apply Nat.eqb_neq in Hk. unfold signal, feature. rewrite Hk. ring.
Qed.

Theorem on_feature :
  forall (d m q : nat) (W : weights) (batch : list example) (alpha : R) (j : class) (r : nat),
  (3 <= q)%nat -> (1 <= r <= m)%nat -> (1 <= d)%nat -> (forall e, In e batch -> noise e 1%nat = - alpha * sign_of (label e)) ->
  is_derive (fun w => batch_loss d m q (put W j r 1 w) batch) (W j r 1%nat)
    (- (1 / INR (length batch)) * total (fun e => sign_of (label e) * residual (output d m q W e) (label e) j
      * (slope q (sign_of (label e) * W j r 1%nat) - alpha * slope q (inner d (W j r) (noise e)))) batch).
Proof.
  intros d m q W batch alpha j r Hq Hr Hd Hxi. apply of_batch; trivial; [lia |].
  intros e He. rewrite (signal_inner d) by trivial. rewrite (Hxi e He). unfold signal, feature. simpl. ring.
Qed.

Theorem on_support :
  forall (d m q : nat) (W : weights) (batch : list example) (j : class) (r k : nat),
  (3 <= q)%nat -> (1 <= r <= m)%nat -> (1 < k <= d)%nat ->
  is_derive (fun w => batch_loss d m q (put W j r k w) batch) (W j r k)
    (- (1 / INR (length batch)) * total (fun e => residual (output d m q W e) (label e) j * slope q (inner d (W j r) (noise e)) * noise e k) batch).
Proof.
  intros d m q W batch j r k Hq Hr Hk. apply of_batch; trivial; [lia |].
  intros e He. unfold signal, feature. assert (Hk1 : Nat.eqb k 1 = false) by (apply Nat.eqb_neq; lia). rewrite Hk1. ring.
Qed.

(* |W|^2 *)
Definition squares (d m : nat) (W : weights) : R :=
  sum m (fun r => sum d (fun k => W plus r k ^ 2)) + sum m (fun r => sum d (fun k => W minus r k ^ 2)).

Lemma squares_of_class : forall d m W j r k w, (1 <= r <= m)%nat -> (1 <= k <= d)%nat ->
  sum m (fun r' => sum d (fun k' => put W j r k w j r' k' ^ 2)) = sum m (fun r' => sum d (fun k' => W j r' k' ^ 2)) + (w ^ 2 - W j r k ^ 2).
Proof.
  intros d m W j r k w Hr Hk.
  rewrite (sum_moved m _ (fun r' => sum d (fun k' => W j r' k' ^ 2)) r); trivial.
  - rewrite (sum_moved d (fun k' => put W j r k w j r k' ^ 2) (fun k' => W j r k' ^ 2) k); trivial.
    + rewrite put_there. ring.
    + intros k' Hk'. rewrite put_elsewhere; trivial. rewrite same_refl, Nat.eqb_refl. simpl. apply Nat.eqb_neq. auto.
  - intros r' Hr'. apply sum_ext. intros k' _. rewrite put_elsewhere; trivial.
    rewrite same_refl. apply andb_false_iff. left. simpl. apply Nat.eqb_neq. auto.
Qed.

Lemma squares_of_other : forall d m W j r k w j', same j j' = false ->
  sum m (fun r' => sum d (fun k' => put W j r k w j' r' k' ^ 2)) = sum m (fun r' => sum d (fun k' => W j' r' k' ^ 2)).
Proof. intros d m W j r k w j' Hj. do 2 (apply sum_ext; intros ? _). rewrite put_elsewhere; trivial. now rewrite Hj. Qed.

Theorem of_decay :
  forall (d m : nat) (W : weights) (lambda : R) (j : class) (r k : nat),
  (1 <= r <= m)%nat -> (1 <= k <= d)%nat ->
  is_derive (fun w => lambda / 2 * squares d m (put W j r k w)) (W j r k) (lambda * W j r k).
Proof.
  intros d m W lambda j r k Hr Hk.
  apply is_derive_ext with (fun w => lambda / 2 * (squares d m W + (w ^ 2 - W j r k ^ 2))).
  - intros w. f_equal. unfold squares. destruct j.
    + rewrite squares_of_class, (squares_of_other _ _ _ plus) by trivial. ring.
    + rewrite (squares_of_other _ _ _ minus), squares_of_class by trivial. ring.
  - auto_derive; trivial. field.
Qed.

Print Assumptions of_loss.
Print Assumptions on_feature.
Print Assumptions on_support.
Print Assumptions of_decay.
