package io.agencyos.domain.conversion.worlds;

import java.util.Random;

/** Seeded draws of counts, so that a world of thousands of leads costs as much as its conversions. */
public final class Chance {

    private final Random random;

    public Chance(long seed) {
        random = new Random(seed);
    }

    /** Successes in {@code n} trials: by the gaps between them, which are geometric. */
    public int binomial(int n, double p) {
        if (p > 0.5) {
            return n - binomial(n, 1 - p);
        }
        if (p <= 0) {
            return 0;
        }
        double log = Math.log1p(-p);
        int successes = 0;
        for (double at = gap(log); at < n; at += 1 + gap(log)) {
            successes++;
        }
        return successes;
    }

    private double gap(double log) {
        return Math.floor(Math.log(1 - random.nextDouble()) / log);
    }

    public double uniform() {
        return random.nextDouble();
    }

    public double normal() {
        return random.nextGaussian();
    }

    /** Marsaglia and Tsang. */
    public double gamma(double shape) {
        if (shape < 1) {
            return gamma(shape + 1) * Math.pow(random.nextDouble(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        while (true) {
            double x = random.nextGaussian();
            double v = Math.pow(1 + x / Math.sqrt(9 * d), 3);
            if (v > 0 && Math.log(1 - random.nextDouble()) < x * x / 2 + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }

    public double beta(double a, double b) {
        double x = gamma(a);
        return x / (x + gamma(b));
    }

    /** Shares that sum to one. */
    public double[] dirichlet(int size, double concentration) {
        double[] shares = new double[size];
        double sum = 0;
        for (int i = 0; i < size; i++) {
            shares[i] = gamma(concentration);
            sum += shares[i];
        }
        for (int i = 0; i < size; i++) {
            shares[i] /= sum;
        }
        return shares;
    }
}
