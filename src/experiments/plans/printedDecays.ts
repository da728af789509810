/** lambda of [T25] Fig. 2, 8 and 10; its plots have AdamW's times 1/25. */
export const PRINTED_DECAYS = {
  adam: [1e-1, 5e-2, 1e-2, 5e-3, 1e-3, 5e-4, 1e-4, 5e-5, 1e-5, 5e-6, 1e-6, 5e-7],
  adamw: [5e-1, 1e-1, 5e-2, 1e-2, 5e-3, 1e-3, 5e-4, 1e-4],
} as const;
