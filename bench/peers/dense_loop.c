/* Plain dense C, float64: what a user would write. cc -O3 -march=native -ffp-contract=off -fno-math-errno dense_loop.c -lm; usage: dense_loop FOLDER n d m q b steps chunks lr decay b1 b2 eps coupled */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static double *readDoubles(const char *folder, const char *name, size_t count) {
  char path[4096];
  snprintf(path, sizeof path, "%s/%s", folder, name);
  FILE *file = fopen(path, "rb");
  double *data = malloc(count * sizeof *data);
  if (!file || !data || fread(data, sizeof *data, count, file) != count) exit(1);
  fclose(file);
  return data;
}

static double power(double z, int q) {
  double p = 1;
  while (q-- > 0) p *= z;
  return p;
}

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e6 + t.tv_nsec * 1e-3;
}

int main(int argc, char **argv) {
  if (argc < 15) return 2;
  const char *folder = argv[1];
  int n = atoi(argv[2]), d = atoi(argv[3]), m = atoi(argv[4]), q = atoi(argv[5]), b = atoi(argv[6]);
  int steps = atoi(argv[7]), chunks = atoi(argv[8]), coupled = atoi(argv[14]), width = 2 * m;
  double lr = atof(argv[9]), decay = atof(argv[10]), b1 = atof(argv[11]), b2 = atof(argv[12]), eps = atof(argv[13]);
  double *X = readDoubles(folder, "noise.f64", (size_t)n * d), *y = readDoubles(folder, "labels.f64", n);
  double *W = readDoubles(folder, "weights.f64", (size_t)width * d);
  int *batches = malloc((size_t)steps * b * sizeof *batches);
  char path[4096];
  snprintf(path, sizeof path, "%s/batches.i32", folder);
  FILE *file = fopen(path, "rb");
  if (!file || fread(batches, sizeof *batches, (size_t)steps * b, file) != (size_t)steps * b) return 1;
  size_t size = (size_t)width * d;
  double *g = calloc(size, sizeof *g), *mom = calloc(size, sizeof *mom), *sec = calloc(size, sizeof *sec), *x = calloc(width, sizeof *x);
  int per = steps / chunks > 0 ? steps / chunks : 1;
  double begun = now();
  printf("{\"microseconds\":[");
  for (int t = 1; t <= steps; t++) {
    memset(g, 0, size * sizeof *g);
    for (int e = 0; e < b; e++) {
      int i = batches[(size_t)(t - 1) * b + e];
      const double *xi = X + (size_t)i * d;
      double F[2] = {0, 0};
      for (int r = 0; r < width; r++) {
        const double *w = W + (size_t)r * d;
        double sum = 0;
        for (int k = 0; k < d; k++) sum += w[k] * xi[k];
        x[r] = sum;
        F[r >= m] += power(fmax(y[i] * w[0], 0), q) + power(fmax(sum, 0), q);
      }
      double pull = 1 / (1 + exp(y[i] * (F[0] - F[1]))) / b;
      for (int r = 0; r < width; r++) {
        double c = -pull * y[i] * (r < m ? 1 : -1), a = c * q * power(fmax(x[r], 0), q - 1);
        double *into = g + (size_t)r * d;
        into[0] += c * q * power(fmax(y[i] * W[(size_t)r * d], 0), q - 1) * y[i];
        for (int k = 0; k < d; k++) into[k] += a * xi[k];
      }
    }
    double rate = lr / (1 - pow(b1, t)), scale = 1 / sqrt(1 - pow(b2, t));
    double inside = coupled ? decay : 0, keep = coupled ? 1 : 1 - lr * decay;
    for (size_t k = 0; k < size; k++) {
      double total = g[k] + inside * W[k];
      mom[k] = b1 * mom[k] + (1 - b1) * total;
      sec[k] = b2 * sec[k] + (1 - b2) * total * total;
      W[k] = keep * W[k] - rate * mom[k] / (sqrt(sec[k]) * scale + eps);
    }
    if (t % per == 0) {
      double end = now();
      printf("%s%.3f", t == per ? "" : ",", (end - begun) / per);
      begun = now();
    }
  }
  double sum = 0;
  for (size_t k = 0; k < size; k++) sum += W[k] * W[k];
  printf("],\"sumOfSquares\":%.17g}\n", sum);
  return 0;
}
