#!/usr/bin/env python3
"""VGG on CIFAR-10 by PyTorch, as a trainer of `adamcheck sweep PLAN --trainer "python3 train.py --data cifar-10-batches-bin"`.

Reads one question (JSON) from standard input and prints one answer (JSON) on its last line: docs/guides/your-own-network.md.
"""
import argparse
import json
import math
import os
import sys

VERSION = "1"
SIDE, COLOURS, CLASSES = 32, 3, 10
RECORD = 1 + COLOURS * SIDE * SIDE
TRAIN_FILES = [f"data_batch_{k}.bin" for k in range(1, 6)]
TEST_FILES = ["test_batch.bin"]
# Channels of each convolution; "M" halves the side (Simonyan and Zisserman 2015, configuration D).
VGG16 = [64, 64, "M", 128, 128, "M", 256, 256, 256, "M", 512, 512, 512, "M", 512, 512, 512, "M"]
SMALL = [8, "M", 16, "M", 16, "M", 16, "M", 16, "M"]
MODELS = {"vgg16": VGG16, "small": SMALL}
JUDGED_AT_A_TIME = 500


def options():
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", help="folder of CIFAR-10's binary version")
    parser.add_argument("--model", choices=list(MODELS), default="vgg16")
    parser.add_argument("--no-batch-norm", action="store_true")
    parser.add_argument("--device", help="such as cuda or cpu; cuda where there is one unless given")
    parser.add_argument("--threads", type=int, help="of the CPU")
    return parser.parse_args()


def describe(asked):
    metrics = [{"name": "testLoss", "about": "mean loss of the test set", "unit": "nats"}]
    return {"name": f"torch-{asked.model}", "version": VERSION, "metrics": metrics}


def examples(folder, names, torch):
    """Images in [-1, 1], [count, 3, 32, 32], and labels, [count]."""
    parts = []
    for name in names:
        path = os.path.join(folder, name)
        with open(path, "rb") as file:
            data = file.read()
        if len(data) == 0 or len(data) % RECORD != 0:
            raise ValueError(f"{path} must have records of {RECORD} bytes, but has {len(data)} bytes")
        parts.append(torch.frombuffer(bytearray(data), dtype=torch.uint8).reshape(-1, RECORD))
    records = torch.cat(parts)
    if int(records[:, 0].max()) >= CLASSES:
        raise ValueError(f"labels in {folder} must be below {CLASSES}")
    images = records[:, 1:].reshape(-1, COLOURS, SIDE, SIDE).float().div_(127.5).sub_(1)
    return images, records[:, 0].long()


def network(name, batch_norm, torch):
    nn = torch.nn
    layers, channels = [], COLOURS
    for width in MODELS[name]:
        if width == "M":
            layers.append(nn.MaxPool2d(2))
            continue
        layers.append(nn.Conv2d(channels, width, 3, padding=1))
        layers += [nn.BatchNorm2d(width)] if batch_norm else []
        layers.append(nn.ReLU(inplace=True))
        channels = width
    return nn.Sequential(*layers, nn.Flatten(), nn.Linear(channels, CLASSES))


def optimizer(of, model, torch):
    rates = {"lr": of["lr"], "weight_decay": of["weightDecay"]}
    if of["convention"] != "pytorch":
        raise ValueError(f"optimizer.convention must be pytorch, but is {of['convention']}")
    if of["name"] == "sgd":
        return torch.optim.SGD(model.parameters(), **rates)
    if of["name"] in ("adam", "adamw"):
        kind = torch.optim.Adam if of["name"] == "adam" else torch.optim.AdamW
        return kind(model.parameters(), betas=tuple(of["betas"]), eps=of["eps"], **rates)
    raise ValueError(f"optimizer.name must be sgd, adam or adamw, but is {of['name']}")


def judged(model, images, labels, torch):
    """Mean loss and share wrong; no output is wrong by being no number alone: the loss says so."""
    loss, wrong = 0.0, 0
    model.eval()
    with torch.no_grad():
        for at in range(0, len(labels), JUDGED_AT_A_TIME):
            y = labels[at : at + JUDGED_AT_A_TIME]
            outputs = model(images[at : at + JUDGED_AT_A_TIME])
            loss += float(torch.nn.functional.cross_entropy(outputs, y, reduction="sum"))
            wrong += int((outputs.argmax(1) != y).sum())
    model.train()
    return loss / len(labels), wrong / len(labels)


def train(asked, run):
    import torch

    if asked.threads:
        torch.set_num_threads(asked.threads)
    device = asked.device or ("cuda" if torch.cuda.is_available() else "cpu")
    if asked.data is None:
        raise ValueError("--data must name the folder of CIFAR-10's binary version")
    images, labels = (part.to(device) for part in examples(asked.data, TRAIN_FILES, torch))
    fresh, truths = (part.to(device) for part in examples(asked.data, TEST_FILES, torch))
    n = run["setting"].get("n", len(labels))
    if n > len(labels):
        raise ValueError(f"setting.n must be at most the {len(labels)} training images, but is {n}")
    torch.manual_seed(run["seed"])
    # The first n of the files, as they are: seeds draw weights and orders.
    images, labels = images[:n], labels[:n]
    model = network(asked.model, not asked.no_batch_norm, torch).to(device)
    steps = optimizer(run["optimizer"], model, torch)
    history, step = [], 0

    def record(epoch):
        """Whether all is finite; the moment is kept then."""
        loss, error = judged(model, images, labels, torch)
        test_loss, test_error = judged(model, fresh, truths, torch)
        if not (math.isfinite(loss) and math.isfinite(test_loss)):
            return False
        metrics = {"testLoss": test_loss}
        moment = {"epoch": epoch, "step": step, "trainLoss": loss, "trainError": error, "testError": test_error}
        history.append({**moment, "metrics": metrics})
        return True

    record(0)
    for epoch in range(1, run["epochs"] + 1):
        order = torch.randperm(n).to(device)
        for at in range(0, n, run["batchSize"]):
            batch = order[at : at + run["batchSize"]]
            steps.zero_grad(set_to_none=True)
            loss = torch.nn.functional.cross_entropy(model(images[batch]), labels[batch])
            loss.backward()
            steps.step()
            step += 1
        if epoch % run["recordEvery"] == 0 or epoch == run["epochs"]:
            if not record(epoch):
                return {"history": history, "diverged": {"step": step, "epoch": epoch, "metric": "loss"}}
    return {"history": history}


if __name__ == "__main__":
    question = json.load(sys.stdin)
    asked = options()
    answer = describe(asked) if question["ask"] == "describe" else train(asked, question["run"])
    print(json.dumps(answer, allow_nan=False))
