"""Writes gradients.json and trajectories.json: what PyTorch computes for the networks, losses and
optimizers of this project, to be compared with the project's own code. See README.md in this folder.

    /usr/bin/python3 test/oracle/generate.py            (--report also prints one line per case)

Conventions: classes in the order +1, -1; coordinate 0 is the feature v = e_1; an example is the two
patches (y v, xi) with xi[0] = -alpha y. The forward pass is dense and every gradient is autograd's.
All arithmetic is float64 on one thread, and every random draw follows torch.manual_seed."""
import json, os, platform, sys
import numpy as np
import torch
import torch.nn.functional as Fn

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)
HERE = os.path.dirname(os.path.abspath(__file__))
VERSIONS = {"python": platform.python_version(), "torch": torch.__version__, "numpy": np.__version__}
TIE = 1e-9         # the closest a discontinuity may be to where it would switch, relative to its terms
STEPS, BATCH = 200, 3


class NearTie(Exception):
    """A start on which a rounding error could change the sign of an update."""


def plain(tensor):
    """Nested lists for JSON, with -0.0 written as 0.0."""
    return (tensor.detach() + 0.0).tolist()


# ---- data, network, loss ----------------------------------------------------------------------
def draw(setting, supports, seed):
    """Labels [n] (both classes present), noise patches [n,d] and weights [2,m,d]."""
    torch.manual_seed(seed)
    n, d, s, m = (setting[k] for k in ("n", "d", "s", "m"))
    y = 1.0 - 2.0 * (torch.arange(n) % 2)[torch.randperm(n)]
    xi = torch.zeros(n, d)
    if supports == "disjoint":  # one permutation of the coordinates 1..d-1, cut into n pieces
        places = (1 + torch.randperm(d - 1))[: n * s].reshape(n, s)
    else:                       # independent supports; n s > d - 1 makes them overlap
        places = torch.stack([(1 + torch.randperm(d - 1))[:s] for _ in range(n)])
    assert (n * s <= d - 1) == (supports == "disjoint")
    xi.scatter_(1, places, setting["sigmaP"] * torch.randn(n, s))
    xi[:, 0] = -setting["alpha"] * y
    return y, xi, setting["sigma0"] * torch.randn(2, m, d)


def patches(y, xi):
    first = torch.zeros_like(xi)
    first[:, 0] = y
    return torch.stack([first, xi], dim=1)                    # [n, 2, d]


def logits(network, q, W, X):
    """F [b, class]. W is [2,m,d], or [b,2,2,m,d]: a copy of the weights per example and patch."""
    z = torch.einsum("jrk,bpk->bpjr" if W.dim() == 3 else "bpjrk,bpk->bpjr", W, X)
    return (z if network == "linear" else z.clamp(min=0) ** q).sum(dim=(1, 3))


def mean_loss(network, q, W, X, y):
    """Mean of -log softmax(F)_y, written for two classes as -logsigmoid(F_y - F_{-y}): the same number,
    but its autograd keeps the relative accuracy of 1 - softmax_y when that is tiny (log_softmax's
    backward forms 1 - p by subtraction). `gradient_case` checks the two against each other."""
    F = logits(network, q, W, X)
    return -Fn.logsigmoid(y * (F[:, 0] - F[:, 1])).mean()


def autograd(network, q, W, X, y, loss=mean_loss):
    W = W.detach().clone().requires_grad_(True)
    value = loss(network, q, W, X, y)
    return value.item(), torch.autograd.grad(value, W)[0]


# ---- gradients.json ---------------------------------------------------------------------------
def reference_loss(network, q, W, X, y):
    return Fn.nll_loss(Fn.log_softmax(logits(network, q, W, X), dim=1), (y < 0).long())


def gradient_case(name, network, setting, start, batch):
    (y, xi, W), q = start, setting["q"]
    X, yb = patches(y, xi)[batch], y[batch]
    loss, g = autograd(network, q, W, X, yb)
    loss2, g2 = autograd(network, q, W, X, yb, reference_loss)
    assert abs(loss - loss2) <= 1e-14 * max(1, abs(loss)) and (g - g2).abs().max() <= 1e-13 * max(1, g.abs().max()), name
    h = 1e-5 * max(1.0, W.abs().max().item())                 # central differences, every coordinate
    for at in np.ndindex(*W.shape):
        E = torch.zeros_like(W)
        E[at] = h
        slope = (mean_loss(network, q, W + E, X, yb) - mean_loss(network, q, W - E, X, yb)).item() / (2 * h)
        assert abs(slope - g[at].item()) <= 1e-7 * max(1.0, g.abs().max().item()), (name, at)
    return {"name": name, "network": network, "setting": setting,
            "start": {"labels": [int(v) for v in y], "noisePatches": plain(xi), "weights": plain(W)},
            "batch": batch, "loss": loss, "gradient": plain(g)}


def gradients():
    cases, n, some, seed = [], 5, [0, 2, 3], 100
    for supports, d, s in (("disjoint", 24, 4), ("overlapping", 12, 7)):
        base = dict(n=n, d=d, s=s, sigmaP=1.0, alpha=0.3, m=3, q=3, sigma0=0.5)
        runs = [("cnn", f"q{q} ", {**base, "q": q}) for q in (3, 4, 5)] + [("linear", "", {**base, "m": 1})]
        for network, label, setting in runs:
            seed += 1
            start = draw(setting, supports, seed)
            for which, batch in (("part", some), ("all", list(range(n)))):
                if network == "cnn" or (supports == "disjoint") == (which == "part"):
                    cases.append(gradient_case(f"{network} {label}{supports} {which}", network, setting, start, batch))
    big, seed = dict(n=n, d=12, s=7, sigmaP=1.0, alpha=0.3, m=3, q=3, sigma0=2.0), 200
    while True:  # saturated softmax: first seed with margins beyond 30 both ways, none beyond 150, and one near 40
        start = y, xi, W = draw(big, "overlapping", seed)
        F = logits("cnn", 3, W, patches(y, xi))
        margin = y * (F[:, 0] - F[:, 1])
        if margin.max() > 30 and margin.min() < -30 and margin.abs().max() < 150 and (30 < margin[margin > 0].min() < 50):
            break
        seed += 1
    print(f"saturated gradient case: seed {seed}, margins {[round(v, 1) for v in margin.tolist()]}")
    cases.append(gradient_case("cnn q3 overlapping saturated", "cnn", big, start, list(range(n))))
    # the examples with margin > 0 only: loss and gradient far below 1 (relative accuracy of the residual)
    cases.append(gradient_case("cnn q3 overlapping saturated right", "cnn", big, start,
                               [i for i in range(n) if margin[i] > 0]))
    return {"versions": VERSIONS, "cases": cases}


# ---- trajectories.json ------------------------------------------------------------------------
def check_ties(network, q, W, X, y, coupled):
    """Raises NearTie if the sign of a gradient coordinate (plus lambda w when coupled > 0) could be decided
    by rounding. Every argument is compared with the sum of the sizes of its terms, one per example
    and patch; and z = 0 counts, since sgn(sigma'(z)) jumps there although sigma' does not."""
    if network == "cnn":
        z = torch.einsum("jrk,bpk->bpjr", W, X).abs()
        if (z / (W.abs().max() * X.abs().sum(2))[:, :, None, None]).min() < TIE:
            raise NearTie("preactivation")
    parts = autograd(network, q, W.expand(len(X), 2, *W.shape), X, y)[1]
    size = parts.abs().sum((0, 1)) + coupled * W.abs().max()
    argument = (parts.sum((0, 1)) + coupled * W).abs()
    if (argument[size > 0] / size[size > 0]).min() < TIE:
        raise NearTie("sign")


def train(network, q, W, X, y, batches, o, check):
    """200 steps of optimizer `o`; torch.optim where it has the optimizer, else docs/theory.md 1.5 by hand."""
    W, lr, wd, name = W.clone(), o["lr"], o["weightDecay"], o["name"]
    opt = None
    if o["convention"] == "pytorch" and not name.startswith("sign"):
        W.requires_grad_(True)
        cls = {"sgd": torch.optim.SGD, "adam": torch.optim.Adam, "adamw": torch.optim.AdamW}[name]
        more = {} if name == "sgd" else {"betas": tuple(o["betas"]), "eps": o["eps"]}
        opt = cls([W], lr=lr, weight_decay=wd, foreach=False, **more)
    mom, sec = torch.zeros_like(W), torch.zeros_like(W)
    for batch in batches:
        Xb, yb = X[batch], y[batch]
        if opt:
            opt.zero_grad()
            mean_loss(network, q, W, Xb, yb).backward()
            opt.step()
            continue
        g = autograd(network, q, W, Xb, yb)[1]
        if check and (name.startswith("sign") or o["eps"] == 0):
            check_ties(network, q, W, Xb, yb, wd if name == "signsgd" else 0.0)
        if name in ("adam", "signsgd"):                       # coupled decay
            g, keep = g + wd * W, 1.0
        else:                                                 # decoupled decay: adamw, signsgdw
            keep = 1.0 - lr * wd
        if name.startswith("sign"):
            W = keep * W - lr * torch.sign(g)
        else:                                                 # paper convention: no bias correction
            b1, b2 = o["betas"]
            mom, sec = b1 * mom + (1 - b1) * g, b2 * sec + (1 - b2) * g * g
            root = torch.sqrt(sec) + o["eps"]
            assert ((mom == 0) | (root > 1e-100)).all()
            W = keep * W - lr * torch.where(root > 0, mom / root, torch.zeros_like(mom))  # 0/0 = 0
    return W.detach()


def optimizers(network, q):
    """The learning rates are chosen so that 200 steps change the loss clearly and without instability."""
    big = {3: 0.3, 4: 0.3, 5: 0.2}[q] if network == "cnn" else 0.2
    lr, sign = (0.005, 0.003) if network == "cnn" else (0.01, 0.005)
    ada = lambda name, decay, b2, eps, conv: dict(
        name=name, lr=lr, weightDecay=decay, betas=[0.9, b2], eps=eps, convention=conv)
    sgd = lambda name, lr, decay, conv: dict(name=name, lr=lr, weightDecay=decay, convention=conv)
    return {"sgd": sgd("sgd", big, 0.0, "pytorch"), "sgd decay": sgd("sgd", big, 0.02, "pytorch"),
            "adam": ada("adam", 0.0, 0.99, 1e-8, "pytorch"), "adam decay": ada("adam", 0.01, 0.99, 1e-8, "pytorch"),
            "adamw": ada("adamw", 0.1, 0.999, 1e-8, "pytorch"),
            "adam paper": ada("adam", 0.01, 0.99, 1e-6, "paper"), "adamw paper": ada("adamw", 0.1, 0.99, 1e-6, "paper"),
            "adamw paper eps0": ada("adamw", 0.1, 0.99, 0.0, "paper"),
            "signsgd": sgd("signsgd", sign, 0.01, "paper"), "signsgdw": sgd("signsgdw", sign, 0.1, "paper")}


def trajectory(key, network, setting, supports, seed, report):
    q = setting["q"]
    y, xi, W0 = draw(setting, supports, seed)
    X, batches = patches(y, xi), []
    while len(batches) < STEPS:  # fresh shuffle per epoch, the short last batch kept, as DataLoader does
        batches += [b.tolist() for b in torch.randperm(setting["n"]).split(BATCH)]
    batches = batches[:STEPS]
    nudged = W0 * (1 + 1e-15 * (2.0 * torch.randint(0, 2, W0.shape) - 1))
    start = {"network": network, "setting": setting, "seed": seed, "batches": batches,
             "start": {"labels": [int(v) for v in y], "noisePatches": plain(xi), "weights": plain(W0)}}
    before, cases = mean_loss(network, q, W0, X, y).item(), []
    for name, o in optimizers(network, q).items():
        W = train(network, q, W0, X, y, batches, o, check=True)
        V = train(network, q, nudged, X, y, batches, o, check=False)
        loss = mean_loss(network, q, W, X, y).item()
        sensitivity = ((V - W).abs().max() / W.abs().max()).item() / 1e-15
        if report:
            print(f"{key:16s} {name:17s} lr {o['lr']:<6} loss {before:.4f} -> {loss:.3e}  moved "
                  f"{(W - W0).abs().max():.3f} of {W0.abs().max():.3f}  sensitivity {sensitivity:.3g}")
        assert sensitivity < 1e5 and abs(loss - before) > 0.05 * before and loss < 10, (key, name)
        cases.append({"name": f"{key} {name}", "start": key, "optimizer": o, "weights": plain(W),
                      "loss": loss, "sensitivity": sensitivity})
    return start, cases


def trajectories(report):
    starts, cases = {}, []
    shapes = {"disjoint": dict(n=7, d=30, s=4), "overlapping": dict(n=7, d=20, s=11)}
    todo = [("cnn", q, supports) for q in (3, 4, 5) for supports in shapes] + [("linear", 3, "overlapping")]
    for number, (network, q, supports) in enumerate(todo):
        setting = dict(**shapes[supports], sigmaP=0.5, alpha=0.3, m=3 if network == "cnn" else 1, q=q, sigma0=0.3)
        key = f"q{q}-{supports}" if network == "cnn" else "linear"
        seed = 1000 * (number + 1)
        while True:
            try:
                starts[key], more = trajectory(key, network, setting, supports, seed, report)
                break
            except NearTie as tie:
                print(f"{key}: seed {seed} has a near-tie ({tie}), trying the next")
                seed += 1
        print(f"{key}: seed {seed}, largest sensitivity {max(c['sensitivity'] for c in more):.3g}")
        cases += more
    return {"versions": VERSIONS, "starts": starts, "cases": cases}


if __name__ == "__main__":
    for file, content in (("gradients.json", gradients()), ("trajectories.json", trajectories("--report" in sys.argv))):
        with open(os.path.join(HERE, file), "w") as out:
            json.dump(content, out, separators=(",", ":"), allow_nan=False)
            out.write("\n")
        print(file, os.path.getsize(os.path.join(HERE, file)), "bytes")
