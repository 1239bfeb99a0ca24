package io.agencyos.domain.conversion.stats;

import java.util.List;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/** The slopes of a logistic likelihood with a ridge towards given coefficients. Source: conversion intelligence 11.3. */
final class PenalisedLogistic {

    private final List<Logistic.Row> rows;
    private final double[] centre;
    private final double tau;

    PenalisedLogistic(List<Logistic.Row> rows, double[] centre, double tau) {
        this.rows = List.copyOf(rows);
        this.centre = centre.clone();
        this.tau = tau;
    }

    double conversions() {
        return rows.stream().mapToDouble(Logistic.Row::k).sum();
    }

    RealVector gradient(RealVector at) {
        double[] x = at.toArray();
        double[] gradient = new double[x.length];
        for (Logistic.Row row : rows) {
            double residual = row.n() * Logistic.probability(eta(row, x)) - row.k();
            gradient[0] += residual;
            for (int i = 0; i < centre.length; i++) {
                gradient[i + 1] += residual * row.x()[i];
            }
        }
        for (int i = 0; i < centre.length; i++) {
            gradient[i + 1] += tau * (x[i + 1] - centre[i]);
        }
        return new ArrayRealVector(gradient, false);
    }

    RealMatrix hessian(RealVector at) {
        double[] x = at.toArray();
        double[][] hessian = new double[x.length][x.length];
        double[] one = new double[x.length];
        one[0] = 1;
        for (Logistic.Row row : rows) {
            double p = Logistic.probability(eta(row, x));
            double weight = row.n() * p * (1 - p);
            for (int i = 1; i < one.length; i++) {
                one[i] = row.x()[i - 1];
            }
            for (int i = 0; i < x.length; i++) {
                for (int j = 0; j <= i; j++) {
                    hessian[i][j] += weight * one[i] * one[j];
                }
            }
        }
        for (int i = 0; i < x.length; i++) {
            hessian[i][i] += i == 0 ? 0 : tau;
            for (int j = 0; j < i; j++) {
                hessian[j][i] = hessian[i][j];
            }
        }
        return new Array2DRowRealMatrix(hessian, false);
    }

    private double eta(Logistic.Row row, double[] x) {
        double eta = x[0];
        for (int i = 0; i < centre.length; i++) {
            eta += x[i + 1] * row.x()[i];
        }
        return eta;
    }
}
