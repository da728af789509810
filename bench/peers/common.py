"""The problem that bench/run.mjs wrote: raw arrays beside problem.json, and how a peer reports."""
import json
import sys
import time

import numpy as np


def load(folder):
    p = json.load(open(f"{folder}/problem.json"))
    p["X"] = np.fromfile(f"{folder}/noise.f64").reshape(p["n"], p["d"])
    p["y"] = np.fromfile(f"{folder}/labels.f64")
    p["W"] = np.fromfile(f"{folder}/weights.f64").reshape(2 * p["m"], p["d"])  # class +1 first
    p["batches"] = np.fromfile(f"{folder}/batches.i32", dtype=np.int32).reshape(-1, p["b"])
    return p


def run(step, p):
    """Times chunks of steps over the same batches in the same order; returns microseconds a step, one number a chunk."""
    size = max(1, len(p["batches"]) // p["chunks"])
    times = []
    for first in range(0, len(p["batches"]), size):
        chunk = p["batches"][first : first + size]
        begun = time.perf_counter()
        for batch in chunk:
            step(batch)
        times.append((time.perf_counter() - begun) / len(chunk) * 1e6)
    return times


def report(times, weights):
    json.dump({"microseconds": times, "sumOfSquares": float((np.asarray(weights, dtype=np.float64) ** 2).sum())}, sys.stdout)
