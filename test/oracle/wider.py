"""Writes wider.json: what PyTorch computes for models beyond the papers': signal strength, several patches or none, a feature of several
coordinates, several features and classes, a rotated basis, flipped labels, other activations and losses, output scale, biases, a trained second layer. See README.md in this folder.

    /usr/bin/python3 test/oracle/wider.py

F_j(x) = scale sum_r a_jr sum_p sigma(<w_jr, x_p> + b_jr), dense; every gradient is autograd's; every loss is written as its textbook has it, on two
outputs where it is of two outputs. All arithmetic is float64 on one thread. Each case moves on to the next seed until a change of the start by
1e-13 changes the weights after 200 steps by at most 1e-9: no step stands at a kink."""
import json, os, platform
import torch
import torch.nn.functional as Fn

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)
HERE = os.path.dirname(os.path.abspath(__file__))
STEPS, BATCH = 200, 3
BASE = dict(n=6, d=14, s=4, sigmaP=0.8, alpha=0.3, m=3, q=3, sigma0=0.5)

CASES = {
    "feature of three coordinates, stronger": (dict(mu=1.7, featureSupport=3), {}),
    "four patches": (dict(patches=4), {}),
    "one vector, leaky ReLU, hinge": (dict(patches=1, activation="leakyRelu", leak=0.2), dict(loss="hinge")),
    "ReLU, flipped labels, mean of the neurons": (dict(q=1, outputScale="1/m", flip=0.3), {}),
    "power 2.5, square loss": (dict(q=2.5), dict(loss="square")),
    "smoothed ReLU, exponential loss": (dict(activation="smoothedRelu", knee=0.4), dict(loss="exponential")),
    "odd power, squared hinge": (dict(activation="oddPower"), dict(loss="squaredHinge")),
    "biases, three patches": (dict(biases=True, patches=3), {}),
    "trained second layer": (dict(secondLayer="trained"), {}),
    "label smoothing": ({}, dict(labelSmoothing=0.2)),
    "three classes": (dict(classes=3), {}),
    "three classes, four patches, biases": (dict(classes=3, patches=4, biases=True, featureSupport=2, outputScale="1/m"), {}),
    "an exclusive or": (dict(xor=True, featureSupport=2, q=2), {}),
    "two features, the rarer one stronger": (dict(features=2, strengthRatio=2.0, mu=0.8), dict(loss="square")),
    "a rotated basis": (dict(basis="rotated"), {}),
    "all at once": (
        dict(mu=1.3, featureSupport=2, patches=3, flip=0.3, activation="smoothedRelu", knee=0.6, q=2, outputScale="1/m", biases=True,
             secondLayer="trained"), dict(loss="squaredHinge", labelSmoothing=0.1)),
}


def draw(setting, seed):
    torch.manual_seed(seed)
    n, d, s, m, k = setting["n"], setting["d"], setting["s"], setting["m"], setting.get("featureSupport", 1)
    count = max(1, setting.get("patches", 2) - 1)
    classes = setting.get("classes", 2)
    truth = 1.0 + torch.arange(n) % classes if classes > 2 else 1.0 - 2.0 * (torch.arange(n) % 2)
    shown, sign = features_of(setting, truth)
    width = k * (int(shown.max()) + 1 if classes == 2 else classes)
    seen = torch.where(torch.rand(n) < setting.get("flip", 0.0), -truth, truth)
    noise = torch.zeros(n, count, d)
    for i in range(n):
        for p in range(count):
            noise[i, p, width + torch.randperm(d - width)[:s]] = setting["sigmaP"] * torch.randn(s)
    signal = torch.zeros(n, 1, d)
    for i in range(n):
        own = slice(k * int(shown[i]), k * int(shown[i]) + k)
        noise[i, :, own] = -setting["alpha"] * sign[i] / k**0.5
        signal[i, 0, own] = setting.get("mu", 1.0) * setting.get("strengthRatio", 1.0) ** shown[i] * sign[i] / k**0.5
    start = {"w": setting["sigma0"] * torch.randn(classes, m, d)}
    if setting.get("basis") == "rotated":
        turn = torch.linalg.qr(torch.randn(d, d))[0]
        noise, signal = noise @ turn, signal @ turn
    if setting.get("biases"):
        start["b"] = torch.zeros(classes, m)
    if setting.get("secondLayer") == "trained":
        start["a"] = torch.ones(classes, m)
    return truth, seen, signal, noise, start


def features_of(setting, truth):
    """Which feature every example shows, and with which sign."""
    if setting.get("classes", 2) > 2:
        return truth - 1, torch.ones(len(truth))
    if setting.get("xor"):
        return (truth < 0).double(), 1.0 - 2.0 * (torch.rand(len(truth)) < 0.5).double()
    return (torch.arange(len(truth)) // 2 % setting.get("features", 1)).double(), truth


def inputs(setting, signal, noise):
    return signal + noise if setting.get("patches") == 1 else torch.cat([signal, noise], dim=1)


def sigma(setting, z):
    q, name = setting["q"], setting.get("activation", "power")
    if name == "leakyRelu":
        return Fn.leaky_relu(z, setting["leak"])
    if name == "oddPower":
        return z.sign() * z.abs() ** q
    if name == "smoothedRelu":
        rho = setting["knee"]
        return torch.where(z <= rho, z.clamp(min=0) ** q / (q * rho ** (q - 1)), z - (1 - 1 / q) * rho)
    return torch.relu(z) if q == 1 else z.clamp(min=0) ** q


def outputs(setting, parameters, X):
    z = torch.einsum("jrk,bpk->bpjr", parameters["w"], X)
    if "b" in parameters:
        z = z + parameters["b"]
    inner = sigma(setting, z).sum(dim=1)
    F = ((parameters["a"] * inner) if "a" in parameters else inner).sum(dim=2)
    return F / setting["m"] if setting.get("outputScale") == "1/m" else F


def loss_of(keys, F, y):
    name, epsilon = keys.get("loss", "crossEntropy"), keys.get("labelSmoothing", 0.0)
    if name == "crossEntropy":
        side = (y < 0).long() if F.shape[1] == 2 else (y - 1).long()
        return Fn.cross_entropy(F, side, label_smoothing=epsilon)
    z = y * (F[:, 0] - F[:, 1])
    one = {"hinge": lambda z: torch.relu(1 - z), "squaredHinge": lambda z: torch.relu(1 - z) ** 2, "square": lambda z: (1 - z) ** 2,
           "exponential": lambda z: torch.exp(-z)}[name]
    return ((1 - epsilon / 2) * one(z) + epsilon / 2 * one(-z)).mean()


def train(setting, keys, start, X, seen, batches, optimizer):
    parameters = {name: value.clone().requires_grad_(True) for name, value in start.items()}
    o = optimizer(list(parameters.values()))
    for batch in batches:
        o.zero_grad()
        loss_of(keys, outputs(setting, parameters, X[batch]), seen[batch]).backward()
        o.step()
    return {name: value.detach() for name, value in parameters.items()}


OPTIMIZERS = {
    "sgd": (dict(name="sgd", lr=0.02, weightDecay=0.01), lambda p: torch.optim.SGD(p, lr=0.02, weight_decay=0.01)),
    "adam": (dict(name="adam", lr=0.002, weightDecay=0.01), lambda p: torch.optim.Adam(p, lr=0.002, weight_decay=0.01)),
    "adamw": (dict(name="adamw", lr=0.002, weightDecay=0.05), lambda p: torch.optim.AdamW(p, lr=0.002, weight_decay=0.05)),
}


def far(one, other):
    return max((one[name] - other[name]).abs().max().item() for name in one)


def case(name, own, keys):
    setting = {**BASE, **own}
    for seed in range(1, 100):
        truth, seen, signal, noise, start = draw(setting, seed)
        if setting.get("flip") and bool((truth == seen).all()):
            continue
        X = inputs(setting, signal, noise)
        batches = [sorted(torch.randperm(setting["n"])[:BATCH].tolist()) for _ in range(STEPS)]
        moved = {key: value + 1e-13 * torch.randn_like(value) for key, value in start.items()}
        ends = {key: train(setting, keys, start, X, seen, batches, make) for key, (_, make) in OPTIMIZERS.items()}
        if all(far(ends[key], train(setting, keys, moved, X, seen, batches, make)) <= 1e-9 for key, (_, make) in OPTIMIZERS.items()):
            break
    else:
        raise SystemExit(f"no seed for {name}")
    leaves = {key: value.clone().requires_grad_(True) for key, value in start.items()}
    batch = [0, 2, 3, 5]
    loss = loss_of(keys, outputs(setting, leaves, X[batch]), seen[batch])
    gradient = dict(zip(leaves, torch.autograd.grad(loss, list(leaves.values()))))
    plain = lambda values: {key: (value.detach() + 0.0).tolist() for key, value in values.items()}
    return {"name": name, "seed": seed, "setting": setting, "keys": keys, "labels": [int(y) for y in seen], "truths": [int(y) for y in truth],
            "signal": (signal[:, 0] + 0.0).tolist(), "noise": (noise + 0.0).tolist(), "start": plain(start), "batch": batch, "loss": loss.item(), "gradient": plain(gradient),
            "batches": batches, "ends": [{"optimizer": OPTIMIZERS[key][0], "weights": plain(end)} for key, end in ends.items()]}


if __name__ == "__main__":
    written = {"versions": {"python": platform.python_version(), "torch": torch.__version__},
               "cases": [case(name, *parts) for name, parts in CASES.items()]}
    with open(os.path.join(HERE, "wider.json"), "w") as file:
        file.write(json.dumps(written, separators=(",", ":")) + "\n")
    print([(one["name"], one["seed"], round(one["loss"], 3)) for one in written["cases"]])
