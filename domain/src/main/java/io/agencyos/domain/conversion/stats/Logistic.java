package io.agencyos.domain.conversion.stats;

/**
 * The logistic log-likelihood of grouped outcomes, and its fit on one variable.
 */
public final class Logistic {

    private static final int ITERATIONS = 100;
    private static final double CONVERGED = 1e-12;

    private Logistic() {}

    /**
     * Units that share their values.
     *
     * @param n weight of all of them
     * @param k weight of those that converted
     */
    public record Row(double[] x, double n, double k) {}

    /** Intercept and slope. */
    public record Line(double intercept, double slope) {

        /** Probability at x. */
        public double at(double x) {
            return probability(intercept + slope * x);
        }
    }

    /** Fits intercept and slope to one variable by maximum likelihood; the slope is held between the limits. */
    public static Line fit(double[] x, double[] n, double[] k, double leastSlope, double mostSlope) {
        Line free = newton(x, n, k, new Line(logit(sum(k) / sum(n)), 0), true);
        double slope = Double.isFinite(free.slope()) ? free.slope() : leastSlope;
        if (slope >= leastSlope && slope <= mostSlope) {
            return free;
        }
        double held = Math.clamp(slope, leastSlope, mostSlope);
        return newton(x, n, k, new Line(logit(sum(k) / sum(n)) - held * mean(x, n), held), false);
    }

    /** With halved steps where a full one would lose likelihood, so that no start diverges. */
    private static Line newton(double[] x, double[] n, double[] k, Line start, boolean withSlope) {
        Line line = start;
        double best = logLikelihood(x, n, k, line);
        for (int i = 0; i < ITERATIONS; i++) {
            double[] step = step(x, n, k, line, withSlope);
            double scale = 1;
            Line next = moved(line, step, scale);
            while (scale > CONVERGED && !(logLikelihood(x, n, k, next) >= best)) {
                scale /= 2;
                next = moved(line, step, scale);
            }
            double reached = logLikelihood(x, n, k, next);
            if (!(reached >= best)) {
                return line;
            }
            boolean done = Math.abs(scale * step[0]) + Math.abs(scale * step[1]) < CONVERGED;
            line = next;
            best = reached;
            if (done) {
                break;
            }
        }
        return line;
    }

    private static Line moved(Line line, double[] step, double scale) {
        return new Line(line.intercept() + scale * step[0], line.slope() + scale * step[1]);
    }

    private static double[] step(double[] x, double[] n, double[] k, Line line, boolean withSlope) {
        double g0 = 0;
        double g1 = 0;
        double h00 = 0;
        double h01 = 0;
        double h11 = 0;
        for (int i = 0; i < x.length; i++) {
            double p = line.at(x[i]);
            double residual = k[i] - n[i] * p;
            double w = n[i] * p * (1 - p);
            g0 += residual;
            g1 += residual * x[i];
            h00 += w;
            h01 += w * x[i];
            h11 += w * x[i] * x[i];
        }
        double determinant = h00 * h11 - h01 * h01;
        return withSlope && determinant > 0
                ? new double[] {(h11 * g0 - h01 * g1) / determinant, (h00 * g1 - h01 * g0) / determinant}
                : new double[] {g0 / h00, 0};
    }

    private static double logLikelihood(double[] x, double[] n, double[] k, Line line) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double eta = line.intercept() + line.slope() * x[i];
            sum += k[i] * eta - n[i] * softplus(eta);
        }
        return sum;
    }

    static double probability(double eta) {
        return eta >= 0 ? 1 / (1 + Math.exp(-eta)) : Math.exp(eta) / (1 + Math.exp(eta));
    }

    /** ln(1 + e^η) without overflow. */
    static double softplus(double eta) {
        return eta > 0 ? eta + Math.log1p(Math.exp(-eta)) : Math.log1p(Math.exp(eta));
    }

    private static double logit(double p) {
        return Math.log(p / (1 - p));
    }

    private static double mean(double[] x, double[] n) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * n[i];
        }
        return sum / sum(n);
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
