"""PyTorch, eager, one thread: einsum forward, autograd, torch.optim. Usage: torch_loop.py FOLDER [float32]"""
import sys

import torch
from common import load, report, run

torch.set_num_threads(1)
p = load(sys.argv[1])
dtype = torch.float32 if "float32" in sys.argv else torch.float64
m, q = p["m"], p["q"]
X = torch.tensor(p["X"], dtype=dtype)
y = torch.tensor(p["y"], dtype=dtype)
V = torch.zeros_like(X)
V[:, 0] = y
W = torch.tensor(p["W"], dtype=dtype, requires_grad=True)
kind = {"adam": torch.optim.Adam, "adamw": torch.optim.AdamW}[p["optimizer"]]
optimizer = kind([W], lr=p["lr"], weight_decay=p["weightDecay"], betas=tuple(p["betas"]), eps=p["eps"])


def step(batch):
    patches = torch.stack((V[batch], X[batch]), 1)
    response = torch.einsum("bpd,rd->bpr", patches, W).clamp(min=0) ** q
    F = response.sum(1).reshape(len(batch), 2, m).sum(2)
    loss = torch.nn.functional.cross_entropy(F, (y[batch] < 0).long())
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()


report(run(step, p), W.detach().numpy())
