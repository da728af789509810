"""Writes neighbours.json: 200 steps of the optimizers that none of the papers has. See README.md in this folder.

    /usr/bin/python3 test/oracle/neighbours.py

torch.optim where PyTorch 1.13 has the optimizer (momentum, nesterov, rmsprop, adagrad, amsgrad, and the base that clipping and SAM stand on); the
others from the pseudo-code of their papers. PyTorch 1.11 to 1.13 multiply NAdam's last product by mu_t twice (repaired in 2.0, pull request 92699):
`nadam` is as it should be, `nadam of PyTorch 1.13` is torch.optim.NAdam. Data, network and loss are those of generate.py. Where a step has a sign in it, every
argument of a sign stays further than 1e-9 of its terms from 0, or the next seed is taken."""
import json, os
import torch
from generate import BATCH, HERE, NearTie, STEPS, TIE, VERSIONS, autograd, draw, mean_loss, patches, plain

LR = {"cnn": dict(plain=0.1, adaptive=0.005, sign=0.003, unit=0.02, matrix=0.01), "linear": dict(plain=0.05, adaptive=0.01, sign=0.005, unit=0.02, matrix=0.01)}


def entries(network):
    lr = LR[network]
    one = lambda name, lr, decay, **more: dict(name=name, lr=lr, weightDecay=decay, convention="pytorch", **more)
    adam = dict(betas=[0.9, 0.99], eps=1e-8)
    return {
        "momentum": one("momentum", lr["plain"], 0.01, momentum=0.8),
        "nesterov": one("nesterov", lr["plain"], 0.01, momentum=0.8),
        "signum": one("signum", lr["sign"], 0.05, betas=[0.9, 0.0]),
        "lion": one("lion", lr["sign"], 0.05, betas=[0.9, 0.99]),
        "rmsprop": one("rmsprop", lr["adaptive"], 0.01, betas=[0.0, 0.95], eps=1e-6),
        "adagrad": one("adagrad", 4 * lr["adaptive"], 0.01, eps=1e-8),
        "amsgrad": one("amsgrad", lr["adaptive"], 0.05, **adam),
        "nadam": one("nadam", lr["adaptive"], 0.01, **adam),
        "nadam of PyTorch 1.13": one("nadam", lr["adaptive"], 0.01, **adam),
        "clipped-sgd": one("clipped-sgd", lr["plain"], 0.01, maxNorm=0.3),
        "clipped-adam": one("clipped-adam", lr["adaptive"], 0.01, maxNorm=0.3, **adam),
        "clipped-adamw": one("clipped-adamw", lr["adaptive"], 0.05, maxNorm=0.3, **adam),
        "normalized-sgd": one("normalized-sgd", lr["unit"], 0.01),
        "sam": one("sam", lr["plain"], 0.01, rho=0.1),
        "sam-adam": one("sam-adam", lr["adaptive"], 0.01, rho=0.1, **adam),
        "sam-adamw": one("sam-adamw", lr["adaptive"], 0.05, rho=0.1, **adam),
        "muon": one("muon", lr["matrix"], 0.05, momentum=0.9, eps=1e-7),
    }


def torch_optimizer(name, o, W):
    """PyTorch's own, also as the base of a transformed gradient."""
    lr, wd, b = o["lr"], o["weightDecay"], tuple(o.get("betas", ()))
    plain_sgd = lambda **more: torch.optim.SGD([W], lr=lr, weight_decay=wd, foreach=False, **more)
    adaptive = lambda kind, **more: kind([W], lr=lr, weight_decay=wd, betas=b, eps=o["eps"], foreach=False, **more)
    makers = {
        "momentum": lambda: plain_sgd(momentum=o["momentum"]),
        "nesterov": lambda: plain_sgd(momentum=o["momentum"], nesterov=True),
        "rmsprop": lambda: torch.optim.RMSprop([W], lr=lr, weight_decay=wd, alpha=b[1], eps=o["eps"], foreach=False),
        "adagrad": lambda: torch.optim.Adagrad([W], lr=lr, weight_decay=wd, eps=o["eps"], foreach=False),
        "amsgrad": lambda: adaptive(torch.optim.AdamW, amsgrad=True),
        "nadam of PyTorch 1.13": lambda: adaptive(torch.optim.NAdam),
        "sgd": plain_sgd,
        "adam": lambda: adaptive(torch.optim.Adam),
        "adamw": lambda: adaptive(torch.optim.AdamW),
    }
    return makers[name]() if name in makers else None


BASES = {"clipped-sgd": "sgd", "clipped-adam": "adam", "clipped-adamw": "adamw", "sam": "sgd", "sam-adam": "adam", "sam-adamw": "adamw",
         "normalized-sgd": "sgd"}


def transformed(o, W, g, gradient_at):
    """What the base steps along. Clipping: Pascanu et al. 2013, Algorithm 1. SAM: Foret et al. 2021, Algorithm 1, p = 2."""
    size = g.norm()
    if "maxNorm" in o:
        return g * o["maxNorm"] / size if size > o["maxNorm"] else g
    if "rho" in o:
        return gradient_at(W + o["rho"] * g / size) if size > 0 else g
    return g / size if size > 0 else g                          # normalized gradient descent


def orthogonalized(G, eps):
    """Newton-Schulz as Muon's page has it: the quintic a x + b x^3 + c x^5, five times, here in float64."""
    a, b, c = 3.4445, -4.7750, 2.0315
    X = G / (G.norm() + eps)
    for _ in range(5):
        S = X @ X.T
        X = a * X + (b * S + c * (S @ S)) @ X
    return X


def sign(argument, terms, check):
    size = terms[0].abs() + terms[1].abs()
    if check and (argument.abs() < TIE * size).any():
        raise NearTie("sign")
    return torch.sign(argument)


def by_hand(o, W, g, state, t, check):
    """One step from the pseudo-code of the paper."""
    lr, wd, name = o["lr"], o["weightDecay"], o["name"]
    mom = state.setdefault("mom", torch.zeros_like(W))
    if name == "signum":                                        # Bernstein et al. 2018, Algorithm 2
        b = o["betas"][0]
        state["mom"] = b * mom + (1 - b) * g
        return (1 - lr * wd) * W - lr * sign(state["mom"], (mom, g), check)
    if name == "lion":                                          # Chen et al. 2023, Algorithm 2
        b1, b2 = o["betas"]
        step = sign(b1 * mom + (1 - b1) * g, (mom, g), check)
        state["mom"] = b2 * mom + (1 - b2) * g
        return (1 - lr * wd) * W - lr * step
    if name == "muon":                                          # Jordan et al. 2024, Nesterov momentum, a class's matrix at once
        state["mom"] = o["momentum"] * mom + g
        step = g + o["momentum"] * state["mom"]
        return (1 - lr * wd) * W - lr * torch.stack([orthogonalized(one, o["eps"]) for one in step])
    # Dozat 2016, Algorithm 2, with the schedule of torch.optim.NAdam
    (b1, b2), g = o["betas"], g + wd * W
    mu = lambda k: b1 * (1 - 0.5 * 0.96 ** (0.004 * k))
    state["product"] = state.get("product", 1.0) * mu(t)
    state["mom"] = b1 * mom + (1 - b1) * g
    state["sec"] = b2 * state.get("sec", torch.zeros_like(W)) + (1 - b2) * g * g
    ahead = mu(t + 1) * state["mom"] / (1 - state["product"] * mu(t + 1)) + (1 - mu(t)) * g / (1 - state["product"])
    return W - lr * ahead / ((state["sec"] / (1 - b2**t)).sqrt() + o["eps"])


def train(network, q, W, X, y, batches, case, o, check):
    W = W.clone()
    opt = torch_optimizer(BASES.get(case, case), o, W)
    state = {}
    for t, batch in enumerate(batches, 1):
        gradient_at = lambda V: autograd(network, q, V, X[batch], y[batch])[1]
        g = gradient_at(W)
        if opt:
            W.grad = transformed(o, W, g, gradient_at) if case in BASES else g
            opt.step()
        else:
            W = by_hand(o, W, g, state, t, check)
    return W


def trajectory(key, network, setting, supports, seed):
    y, xi, W0 = draw(setting, supports, seed)
    q, X, batches = setting["q"], patches(y, xi), []
    while len(batches) < STEPS:
        batches += [b.tolist() for b in torch.randperm(setting["n"]).split(BATCH)]
    batches = batches[:STEPS]
    nudged = W0 * (1 + 1e-15 * (2.0 * torch.randint(0, 2, W0.shape) - 1))
    before, cases = mean_loss(network, q, W0, X, y).item(), []
    for name, o in entries(network).items():
        W = train(network, q, W0, X, y, batches, name, o, True)
        V = train(network, q, nudged, X, y, batches, name, o, False)
        loss = mean_loss(network, q, W, X, y).item()
        sensitivity = ((V - W).abs().max() / W.abs().max()).item() / 1e-15
        print(f"{key:14s} {name:22s} loss {before:.4f} -> {loss:.3e}  sensitivity {sensitivity:.3g}")
        if not sensitivity < 1e5:
            raise NearTie("sensitivity")
        assert abs(loss - before) > 0.05 * before and loss < 10, (key, name)
        cases.append({"name": f"{key} {name}", "start": key, "optimizer": o, "weights": plain(W), "loss": loss, "sensitivity": sensitivity})
    return {"network": network, "setting": setting, "seed": seed, "batches": batches,
            "start": {"labels": [int(v) for v in y], "noisePatches": plain(xi), "weights": plain(W0)}}, cases


if __name__ == "__main__":
    shapes = {"disjoint": dict(n=7, d=30, s=4), "overlapping": dict(n=7, d=20, s=11)}
    starts, cases = {}, []
    for number, (network, supports) in enumerate([("cnn", "disjoint"), ("cnn", "overlapping"), ("linear", "overlapping")]):
        setting = dict(**shapes[supports], sigmaP=0.5, alpha=0.3, m=3 if network == "cnn" else 1, q=3, sigma0=0.3)
        key, seed = supports if network == "cnn" else "linear", 1000 * (number + 11)
        while True:
            try:
                starts[key], more = trajectory(key, network, setting, supports, seed)
                break
            except NearTie as tie:
                print(f"{key}: seed {seed} has a near-tie ({tie}), trying the next")
                seed += 1
        cases += more
    with open(os.path.join(HERE, "neighbours.json"), "w") as out:
        json.dump({"versions": VERSIONS, "starts": starts, "cases": cases}, out, separators=(",", ":"), allow_nan=False)
        out.write("\n")
