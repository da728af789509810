/* The recurrence `scalar` of AdamW in plain C, float64: visited examples only. cc -O3 -march=native -ffp-contract=off -fno-math-errno scalar_loop.c -lm; usage: scalar_loop FOLDER n m q b steps chunks lr decay b1 b2 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static void *readFile(const char *folder, const char *name, size_t bytes) {
  char path[4096];
  snprintf(path, sizeof path, "%s/%s", folder, name);
  FILE *file = fopen(path, "rb");
  void *data = malloc(bytes);
  if (!file || !data || fread(data, 1, bytes, file) != bytes) exit(1);
  fclose(file);
  return data;
}

static double power(double z, long q) {
  double p = 1;
  for (; q > 0; q >>= 1, z *= z)
    if (q & 1) p *= z;
  return p;
}

static double positive(double z) { return z > 0 ? z : 0; }

static double cpuMicroseconds(void) {
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return t.tv_sec * 1e6 + t.tv_nsec * 1e-3;
}

static double lr, decay, b1, b2, rate, scale;

/* One step of AdamW with eps = 0 on the lanes of one pair. */
static void move(double *restrict w, double *restrict mom, double *restrict sec, const double *restrict g, int width) {
  for (int r = 0; r < width; r++) {
    mom[r] = b1 * mom[r] + (1 - b1) * g[r];
    sec[r] = b2 * sec[r] + (1 - b2) * (g[r] * g[r]);
    double root = sqrt(sec[r]) * scale, moved = rate * mom[r] / root;
    w[r] = (1 - lr * decay) * w[r] - (root == 0 ? 0 : moved);
  }
}

/* Lanes that had no gradient for some steps: their moments only decay, so that one sum of steps serves all. */
static void coast(double *restrict c, double *restrict mom, double *restrict sec, double shrink, double drift, double keep1,
                  double keep2, int width) {
  for (int r = 0; r < width; r++) {
    double root = sqrt(sec[r]), moved = drift * mom[r] / root;
    c[r] = shrink * c[r] - (root == 0 ? 0 : moved);
    mom[r] *= keep1;
    sec[r] *= keep2;
  }
}

int main(int argc, char **argv) {
  if (argc < 12) return 2;
  const char *folder = argv[1];
  int n = atoi(argv[2]), m = atoi(argv[3]), q = atoi(argv[4]), b = atoi(argv[5]), steps = atoi(argv[6]), chunks = atoi(argv[7]);
  lr = atof(argv[8]), decay = atof(argv[9]), b1 = atof(argv[10]), b2 = atof(argv[11]);
  int width = 2 * m, per = steps / chunks;
  size_t lanes = (size_t)n * width;
  double *initial = readFile(folder, "initial.f64", lanes * sizeof(double)), *u = readFile(folder, "signal.f64", width * sizeof(double));
  double *y = readFile(folder, "labels.f64", n * sizeof(double)), *feature = readFile(folder, "feature.f64", n * sizeof(double));
  double *norm = readFile(folder, "norms.f64", n * sizeof(double));
  int *batches = readFile(folder, "batches.i32", (size_t)steps * b * sizeof(int)), *upTo = calloc(n, sizeof *upTo);
  double *c = calloc(lanes, sizeof *c), *mom = calloc(lanes, sizeof *mom), *sec = calloc(lanes, sizeof *sec);
  double *uMom = calloc(width, sizeof *u), *uSec = calloc(width, sizeof *u), *slope = calloc(width, sizeof *u);
  double *x = calloc((size_t)b * width, sizeof *x), *sizes = calloc(steps + 2, sizeof *sizes), *given = calloc(width, sizeof *u);
  double rho = 1 - lr * decay, ratio = b1 / sqrt(b2);
  double begun = cpuMicroseconds();
  printf("{\"microseconds\":[");
  for (int t = 1; t <= steps; t++) {
    double decayed = power(rho, t - 1);
    double shrink = 1, drift = 0, keep1 = 1, keep2 = 1;
    int count = 0;
    memset(slope, 0, width * sizeof *slope);
    for (int e = 0; e < b; e++) {
      int i = batches[(size_t)(t - 1) * b + e], away = t - 1 - upTo[i];
      double *restrict xi = x + (size_t)e * width, *ci = c + (size_t)i * width;
      const double *first = initial + (size_t)i * width;
      if (away > 0) {
        if (away != count) {
          count = away;
          shrink = power(rho, away), keep1 = power(b1, away), keep2 = power(b2, away), drift = 0;
          double part = 1;
          for (int k = 1; k <= away; k++) {
            part *= ratio;
            drift = rho * drift + part * sizes[t - 1 - away + k];
          }
        }
        coast(ci, mom + (size_t)i * width, sec + (size_t)i * width, shrink, drift, keep1, keep2, width);
      }
      for (int r = 0; r < width; r++) xi[r] = decayed * first[r] + norm[i] * ci[r] + feature[i] * u[r];
      if (q == 3)
        for (int r = 0; r < width; r++) {
          double s = positive(y[i] * u[r]), z = positive(xi[r]);
          given[r] = s * (s * s) + z * (z * z);
        }
      else
        for (int r = 0; r < width; r++) given[r] = power(positive(y[i] * u[r]), q) + power(positive(xi[r]), q);
      double F[2] = {0, 0};
      for (int r = 0; r < m; r++) F[0] += given[r], F[1] += given[m + r];
      double pull = 1 / (1 + exp(y[i] * (F[0] - F[1]))) / b;
      for (int r = 0; r < width; r++) {
        double a = (r < m ? -pull : pull) * y[i], s = positive(y[i] * u[r]), z = positive(xi[r]);
        double ds = q == 3 ? 3 * (s * s) : q * power(s, q - 1), dz = q == 3 ? 3 * (z * z) : q * power(z, q - 1);
        xi[r] = a * dz;
        slope[r] = slope[r] + a * y[i] * ds + feature[i] * xi[r];
      }
    }
    rate = lr / (1 - power(b1, t)), scale = 1 / sqrt(1 - power(b2, t));
    sizes[t] = rate / scale;
    for (int e = 0; e < b; e++) {
      int i = batches[(size_t)(t - 1) * b + e];
      size_t at = (size_t)i * width;
      move(c + at, mom + at, sec + at, x + (size_t)e * width, width);
      upTo[i] = t;
    }
    move(u, uMom, uSec, slope, width);
    if (t % per == 0) {
      double end = cpuMicroseconds();
      printf("%s%.3f", t == per ? "" : ",", (end - begun) / per);
      begun = cpuMicroseconds();
    }
  }
  double sum = 0;
  for (int r = 0; r < width; r++) sum += u[r] * u[r];
  printf("],\"sumOfSquares\":%.17g}\n", sum);
  return 0;
}
