// A trainer that does what its first argument says; what it answers to a run is in the file that its second names, or made up.
import { appendFileSync, readFileSync } from "node:fs";

const [, , fault = "fine", file] = process.argv;
const { ask, run, stop } = JSON.parse(readFileSync(0, "utf8"));
const print = (value) => console.log(JSON.stringify(value));

if (ask === "describe") {
  const metrics = [{ name: "depth", about: "how deep", unit: "none" }];
  print(fault === "no-version" ? { name: "fake" } : { name: "fake", version: "1", metrics });
} else {
  const moment = (epoch) => ({ epoch, step: epoch, trainLoss: 1, trainError: 0.5, testError: run.seed / 100 });
  const fine = { history: [moment(0), moment(run.epochs)] };
  const faults = {
    fine: () => print(fine),
    file: () => process.stdout.write(readFileSync(file)),
    asked: () => print({ history: [{ ...moment(run.epochs), metrics: { depth: Object.keys(stop).length } }] }),
    chatty: () => {
      console.log("loading\n{}");
      print(fine);
      console.error("done");
    },
    exit: () => {
      console.error("first\nTraceback\n  line 3\n\u001b[31mMemoryError: too much");
      process.exit(3);
    },
    text: () => console.log("accuracy 0.9"),
    nan: () => console.log('{"history": [{"epoch": 0, "trainLoss": NaN}]}'),
    nothing: () => {},
    missing: () => print({ history: [{ epoch: run.epochs, step: 1, trainLoss: 1, trainError: 0 }] }),
    unnamed: () => print({ history: [{ ...moment(run.epochs), metrics: { width: 1 } }] }),
    short: () => print({ history: [moment(0)] }),
    turned: () => print({ history: [moment(run.epochs), moment(0)] }),
    beyond: () => print({ history: [{ ...moment(run.epochs), testError: 1.5 }] }),
    endless: () => {
      const more = () => process.stdout.write("x".repeat(1 << 16), more);
      more();
    },
    hang: () => {
      if (file) appendFileSync(file, `${process.pid}\n`);
      setInterval(() => {}, 1000);
    },
    killed: () => process.kill(process.pid, "SIGKILL"),
    once: () => {
      const before = readFileSync(file, "utf8");
      appendFileSync(file, "x");
      if (before === "") process.exit(1);
      print(fine);
    },
  };
  faults[fault]();
}
