# Reads the runs of a sweep in pandas: after node resume-a-sweep.mjs, or npx adamcheck export FOLDER --out sweep-runs.csv
# python3 read-a-sweep.py
import pandas as pd

runs = pd.read_csv("sweep-runs.csv", float_precision="round_trip")
print(f"{len(runs)} runs, {len(runs.columns)} columns")
table = runs.pivot_table(index="weightDecay", columns="batchSize", values="testError", aggfunc="median")
print("median test error, weight decay against batch size:")
print(table.to_string())
