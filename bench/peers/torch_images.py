"""PyTorch, eager, one thread, on a table of patches: one matrix product, autograd, torch.optim. Usage: torch_images.py FOLDER float64|float32"""
import json
import sys
import time

import numpy as np
import torch

torch.set_num_threads(1)
folder, dtype = sys.argv[1], getattr(torch, sys.argv[2])
p = json.load(open(f"{folder}/problem.json"))
n, P, d, K, m, q, b = (p[name] for name in ("n", "patches", "d", "classes", "m", "q", "b"))
X = torch.tensor(np.fromfile(f"{folder}/x.f64").reshape(n, P, d), dtype=dtype)
y = torch.tensor(np.fromfile(f"{folder}/labels.i32", dtype=np.int32), dtype=torch.long)
# Ours are by coordinate.
W = torch.tensor(np.fromfile(f"{folder}/weights.f64").reshape(d, K * m).T.copy(), dtype=dtype, requires_grad=True)
batches = torch.tensor(np.fromfile(f"{folder}/batches.i32", dtype=np.int32).reshape(-1, b), dtype=torch.long)
optimizer = torch.optim.Adam([W], lr=p["lr"], weight_decay=p["weightDecay"], betas=tuple(p["betas"]), eps=p["eps"])


def step(batch):
    response = (X[batch].reshape(-1, d) @ W.T).clamp(min=0) ** q
    F = response.reshape(b, P, K, m).sum((1, 3))
    optimizer.zero_grad()
    torch.nn.functional.cross_entropy(F, y[batch]).backward()
    optimizer.step()


size = len(batches) // p["rounds"]
times = []
for first in range(0, len(batches), size):
    begun = time.process_time()
    for batch in batches[first : first + size]:
        step(batch)
    times.append((time.process_time() - begun) / size * 1e6)
json.dump({"microseconds": times, "sumOfSquares": float((W.detach().double() ** 2).sum())}, sys.stdout)
