import { itemOf, type PaperPart } from "./item.ts";

const t25 = itemOf("T25");

const IMAGES =
  "on MNIST with the papers' own network (ten classes, four patches, n = 1024) and ten seeds; VGG16, ResNet18 and CIFAR-10 are for `sweep --trainer` (examples/torch-vgg) on a machine that has them";
const study = (name: string) => `docs/results/studies/${name}.md`;
const UNPRINTED = "with q = 3 and PyTorch's bias correction, which the paper does not print for it";
const plan = (name: string) => `src/experiments/plans/${name}.ts`;
const target = (name: string) => `src/experiments/targets/${name}.ts`;
const KEPT = "docs/results/t25-synthetic/report.md";

/** [T25] section 4's figures and appendix D. */
export const T25_EXPERIMENTS: PaperPart = {
  title: "[T25] Appendix D: experiments",
  items: [
    t25("Section D.1", "settings of Figures 1 and 2", {
      how: "a reading",
      files: ["docs/notes/images.md", "src/studies/named/imagesBase.ts"],
      note: IMAGES,
    }),
    t25("Figure 1", "test error against batch size", {
      how: "a reading",
      files: [study("images-batch"), study("images-between"), plan("batchSize"), "docs/results/plans/batch-size.md"],
      note: "as Section D.1; plan batch-size is its twin on synthetic data",
    }),
    t25("Figure 2", "test error against weight decay", {
      how: "a reading",
      files: [study("images-decay"), plan("weightDecay"), "docs/results/plans/weight-decay.md"],
      note: "as Section D.1; plan weight-decay is its twin on synthetic data, with other values of lambda; the paper draws AdamW's lambda times 1/25, we do not",
    }),
    t25("Section D.2", "the synthetic setting and its metrics", {
      how: "a reading",
      files: ["src/setting/presets.ts", target("synthetic"), "src/sim/metrics.ts"],
      note: "preset `paper`; q = 3, as it is not printed",
    }),
    t25("Table 1", "training and test error of Adam, B = 100 and 2", {
      how: "a reading",
      files: [target("table1"), KEPT],
      note: UNPRINTED,
    }),
    t25("Table 2", "training and test error of AdamW, B = 100 and 2", {
      how: "a reading",
      files: [target("table2"), KEPT],
      note: UNPRINTED,
    }),
    t25("Figure 3", "feature learning and noise memorization of Adam", {
      how: "a reading",
      files: [target("fig3"), "src/report/figures/papers/papers.ts", KEPT],
      note: "the least memorized example at both batch sizes, where the paper draws the most memorized one at B = 2",
    }),
    t25("Figure 4", "feature learning and noise memorization of AdamW", {
      how: "a reading",
      files: [target("fig4"), "src/report/figures/papers/papers.ts", KEPT],
      note: "the least memorized example at both batch sizes; for B = 2 the paper does not say which it draws",
    }),
    t25("Figure 5", "Adam at lambda = 0.05", {
      how: "a reading",
      files: [target("fig5"), KEPT],
      note: "`fails to train` is read as a final loss within 1% of ln 2",
    }),
    t25("Figure 6", "AdamW at lambda = 0.5", {
      how: "a reading",
      files: [target("fig6"), KEPT],
      note: "`consistent with` Table 2 is read as its values",
    }),
    t25("Section D.3", "error bars over seeds and over momentum parameters, and ImageNet", {
      how: "a reading",
      files: ["docs/results/images/README.md"],
      note: "as Section D.1; ImageNet-1K is not here",
    }),
    t25("Figure 7", "Figure 1 over seeds 0 to 4", {
      how: "a reading",
      files: ["docs/results/images/README.md", study("images-batch"), plan("batchSize")],
      note: "as Section D.1; figures have standard deviations as printed, tables medians with exact intervals",
    }),
    t25("Figure 8", "Figure 2 over seeds 0 to 4", {
      how: "a reading",
      files: ["docs/results/images/README.md", study("images-decay"), plan("weightDecay")],
      note: "as Figure 7",
    }),
    t25("Figure 9", "Figure 1 over 9 pairs (beta1, beta2)", {
      how: "a reading",
      files: [study("images-betas"), plan("printedBetas"), plan("betasBatch")],
      note: "as Section D.1, at two batch sizes; plan betas-batch has the 9 pairs on synthetic data, over divisors of n = 200",
    }),
    t25("Figure 10", "Figure 2 over 9 pairs (beta1, beta2)", {
      how: "not yet",
      files: [plan("printedBetas"), plan("betasDecay")],
      note: `on images lambda was varied at (0.9, 0.99) alone; plan betas-decay has the 9 pairs and the printed lambda on synthetic data, at b = 2`,
    }),
    t25("Figure 11", "ResNet-50 on ImageNet-1K: error against batch size", {
      how: "not yet",
      note: "ImageNet-1K and ResNet-50 are not here",
    }),
    t25("Figure 12", "ResNet-50 on ImageNet-1K: error against weight decay", {
      how: "not yet",
      note: "ImageNet-1K and ResNet-50 are not here",
    }),
  ],
};
