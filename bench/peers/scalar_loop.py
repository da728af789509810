"""The recurrence `scalar` of AdamW in NumPy, float64: visited examples only. Usage: scalar_loop.py FOLDER"""
import json
import sys
import time

import numpy as np

folder = sys.argv[1]
p = json.load(open(f"{folder}/problem.json"))
n, m, q, b = p["n"], p["m"], p["q"], p["b"]
read = lambda name: np.fromfile(f"{folder}/{name}.f64")
initial, u = read("initial").reshape(n, 2 * m), read("signal")
y, feature, norm = read("labels"), read("feature"), read("norms")
batches = np.fromfile(f"{folder}/batches.i32", dtype=np.int32).reshape(-1, b)
lr, (b1, b2) = p["lr"], p["betas"]
rho, ratio = 1 - lr * p["weightDecay"], b1 / np.sqrt(b2)
c, mom, sec = (np.zeros((n, 2 * m)) for _ in range(3))
u_mom, u_sec = np.zeros(2 * m), np.zeros(2 * m)
up_to, sizes = np.zeros(n, dtype=np.int64), np.zeros(len(batches) + 1)
side = np.repeat([-1.0, 1.0], m)


def drifts(first, away):
    """sum_k rho^(away-k) ratio^k eta(first + k), one a distinct pair"""
    k = np.arange(1, away + 1)
    return float((rho ** (away - k) * ratio**k * sizes[first + k]).sum())


def quotient(a, root):
    return np.divide(a, root, out=np.zeros_like(a), where=root != 0)


def moved(w, mom, sec, g, rate, scale):
    mom = b1 * mom + (1 - b1) * g
    sec = b2 * sec + (1 - b2) * (g * g)
    return rho * w - quotient(rate * mom, np.sqrt(sec) * scale), mom, sec


def step(t, batch):
    global u, u_mom, u_sec
    away = t - 1 - up_to[batch]
    drift = {k: drifts(t - 1 - k, k) for k in set(away.tolist()) if k}
    drift = np.array([drift.get(k, 0.0) for k in away.tolist()])[:, None]
    k = away[:, None]
    ci, mi, si = c[batch], mom[batch], sec[batch]
    ci = rho**k * ci - quotient(drift * mi, np.sqrt(si))
    mi, si = b1**k * mi, b2**k * si
    label = y[batch][:, None]
    x = rho ** (t - 1) * initial[batch] + norm[batch][:, None] * ci + feature[batch][:, None] * u
    s, z = np.maximum(label * u, 0), np.maximum(x, 0)
    F = s**q + z**q
    pull = 1 / (1 + np.exp(label * (F[:, :m].sum(1) - F[:, m:].sum(1))[:, None])) / b
    a = pull * label * side
    g = a * q * z ** (q - 1)
    slope = (a * label * q * s ** (q - 1) + feature[batch][:, None] * g).sum(0)
    rate, scale = lr / (1 - b1**t), 1 / np.sqrt(1 - b2**t)
    sizes[t] = rate / scale
    c[batch], mom[batch], sec[batch] = moved(ci, mi, si, g, rate, scale)
    up_to[batch] = t
    u, u_mom, u_sec = moved(u, u_mom, u_sec, slope, rate, scale)


times = []
per = len(batches) // p["chunks"]
for chunk in range(p["chunks"]):
    begun = time.process_time()
    for t in range(chunk * per, (chunk + 1) * per):
        step(t + 1, batches[t])
    times.append((time.process_time() - begun) / per * 1e6)
json.dump({"microseconds": times, "sumOfSquares": float((u**2).sum())}, sys.stdout)
