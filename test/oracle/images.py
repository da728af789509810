"""Writes images.json: what PyTorch computes on real images, the first 16 of MNIST (images/), cut by torch.nn.functional.unfold. See README.md in this folder.

    /usr/bin/python3 test/oracle/images.py

Network, losses, optimizers and the search for a seed are those of wider.py; images stay in the order of their file."""
import json, os, platform, struct
import torch
import torch.nn.functional as Fn
from wider import OPTIMIZERS, far, loss_of, outputs, train

HERE = os.path.dirname(os.path.abspath(__file__))
STEPS, BATCH = 200, 4

# setting, loss, data
CASES = {
    "ten classes, patches of 7": (dict(m=2, q=2, sigma0=0.2), {}, dict(patch=[7, 7], stride=[7, 7], normalize="unit")),
    "ten classes, standardized, overlapping patches of 10": (dict(m=1, q=1, sigma0=0.05), {}, dict(patch=[10, 10], stride=[9, 9], normalize="standard")),
    "two classes, biases, leaky ReLU, hinge": (
        dict(m=2, q=1, sigma0=0.1, activation="leakyRelu", leak=0.1, biases=True, secondLayer="trained"), dict(loss="hinge"),
        dict(only=[3, 1], patch=[14, 14], stride=[7, 14], normalize="length")),
    "two classes, whole images": (dict(m=2, q=2, sigma0=0.2), {}, dict(only=[1, 3], patch=[28, 28], stride=[28, 28], normalize="unit")),
}


def idx(name, dimensions):
    raw = open(os.path.join(HERE, "images", name), "rb").read()
    sizes = struct.unpack(f">{1 + dimensions}I", raw[: 4 + 4 * dimensions])[1:]
    return torch.tensor(list(raw[4 + 4 * dimensions :]), dtype=torch.float64).reshape(sizes)


def patches_of(images, data):
    if data["normalize"] == "unit":
        images = images / 255
    elif data["normalize"] == "length":
        images = images / images.flatten(1).norm(dim=1)[:, None, None]
    else:
        images = (images - images.mean()) / images.std(unbiased=False)
    return Fn.unfold(images[:, None], data["patch"], stride=data["stride"]).transpose(1, 2).contiguous()


def case(name, own, keys, data):
    images, labels = idx("images-idx3-ubyte", 3), idx("labels-idx1-ubyte", 1)
    only = data.get("only", list(range(10)))
    kept = [i for i, label in enumerate(labels) if int(label) in only]
    place = torch.tensor([only.index(int(labels[i])) for i in kept], dtype=torch.float64)
    K = len(only)
    y = 1 + place if K > 2 else 1 - 2 * place
    X = patches_of(images[kept], data)
    setting = {**own, "classes": K}
    for seed in range(1, 30):
        torch.manual_seed(seed)
        start = {"w": own["sigma0"] * torch.randn(K, own["m"], X.shape[2])}
        if own.get("biases"):
            start["b"], start["a"] = torch.zeros(K, own["m"]), torch.ones(K, own["m"])
        batches = [torch.randperm(len(kept))[:BATCH].tolist() for _ in range(STEPS)]
        moved = {key: value + 1e-13 * torch.randn_like(value) for key, value in start.items()}
        ends = {key: train(setting, keys, start, X, y, batches, make) for key, (_, make) in OPTIMIZERS.items()}
        if all(far(ends[key], train(setting, keys, moved, X, y, batches, make)) <= 1e-9 for key, (_, make) in OPTIMIZERS.items()):
            break
    else:
        raise SystemExit(f"no seed for {name}")
    leaves = {key: value.clone().requires_grad_(True) for key, value in start.items()}
    batch = [0, 2, 3, 5]
    loss = loss_of(keys, outputs(setting, leaves, X[batch]), y[batch])
    gradient = dict(zip(leaves, torch.autograd.grad(loss, list(leaves.values()))))
    plain = lambda values: {key: (value.detach() + 0.0).tolist() for key, value in values.items()}
    return {"name": name, "seed": seed, "setting": {**own, "n": len(kept)}, "keys": keys, "data": data, "kept": kept, "labels": [int(one) for one in y],
            "start": plain(start), "batch": batch, "loss": loss.item(), "gradient": plain(gradient), "batches": batches,
            "ends": [{"optimizer": OPTIMIZERS[key][0], "weights": plain(end)} for key, end in ends.items()]}


if __name__ == "__main__":
    written = {"versions": {"python": platform.python_version(), "torch": torch.__version__},
               "cases": [case(name, *parts) for name, parts in CASES.items()]}
    with open(os.path.join(HERE, "images.json"), "w") as file:
        file.write(json.dumps(written, separators=(",", ":")) + "\n")
    print([(one["name"], one["seed"], round(one["loss"], 3)) for one in written["cases"]])
