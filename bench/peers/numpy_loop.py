"""NumPy, dense, float64, gradient by hand. Usage: numpy_loop.py FOLDER"""
import sys

import numpy as np
from common import load, report, run

p = load(sys.argv[1])
m, q, X, y, W = p["m"], p["q"], p["X"], p["y"], p["W"].copy()
lr, decay, (b1, b2), eps = p["lr"], p["weightDecay"], p["betas"], p["eps"]
coupled = p["optimizer"] == "adam"
mom, sec = np.zeros_like(W), np.zeros_like(W)
side = np.repeat([1.0, -1.0], m)
t = 0


def step(batch):
    global t
    t += 1
    x, label = X[batch], y[batch]
    signal = np.maximum(np.outer(label, W[:, 0]), 0)
    noise = np.maximum(x @ W.T, 0)
    F = signal**q + noise**q
    margin = label * (F[:, :m].sum(1) - F[:, m:].sum(1))
    pull = 1 / (1 + np.exp(margin)) / len(batch)
    coefficient = -(pull * label)[:, None] * side
    g = (coefficient * q * noise ** (q - 1)).T @ x
    g[:, 0] += (coefficient * q * signal ** (q - 1) * label[:, None]).sum(0)
    if coupled:
        g += decay * W
    mom[:] = b1 * mom + (1 - b1) * g
    sec[:] = b2 * sec + (1 - b2) * g * g
    move = lr / (1 - b1**t) * mom / (np.sqrt(sec) / np.sqrt(1 - b2**t) + eps)
    W[:] = W - move if coupled else (1 - lr * decay) * W - move


report(run(step, p), W)
