package io.agencyos.domain.conversion.stats;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/**
 * A penalised logistic fit whose coefficients each hold a bounded share of their sum. The problem is strictly convex, so
 * there is one answer; it is found by primal–dual interior-point steps and given out only where it meets the conditions
 * of an optimum. Source: conversion intelligence 11.3, 21.
 */
public final class ShareBoundFit {

    private static final int ITERATIONS = 200;
    private static final double TOLERABLE_RESIDUAL = 1e-6;
    private static final double CONVERGED = 1e-11;
    private static final double FIRST_SLACK = 0.1;
    private static final double CENTRING = 0.1;
    private static final double TO_THE_BOUNDARY = 0.99;
    private static final double SUFFICIENT = 0.01;
    private static final double LEAST_STEP = 1e-10;

    /** What came of it. */
    public sealed interface Outcome {

        /** The optimum: intercept and coefficients, after so many steps. */
        record Solved(double intercept, double[] beta, int iterations) implements Outcome {}

        /** No point that meets the conditions of an optimum was reached. */
        record Failed(double residual) implements Outcome {}
    }

    private final PenalisedLogistic objective;
    private final RealMatrix bounds;
    private final double[] centre;

    /**
     * @param centre towards which the coefficients are drawn
     * @param tau how strongly
     * @param least share of the sum that a coefficient has
     * @param most share of the sum that it may have
     */
    public ShareBoundFit(List<Logistic.Row> rows, double[] centre, double tau, double least, double most) {
        this.objective = new PenalisedLogistic(rows, centre, tau);
        this.bounds = bounds(centre.length, least, most);
        this.centre = centre.clone();
    }

    /** Starts at the centre with this intercept. */
    public Outcome solve(double intercept) {
        Point point = start(new ArrayRealVector(new double[] {intercept}).append(new ArrayRealVector(centre)));
        int iterations = 0;
        while (iterations < ITERATIONS && residual(point, 0).getLInfNorm() > CONVERGED) {
            Point next = step(point);
            if (next == point) {
                break;
            }
            point = next;
            iterations++;
        }
        double residual = residual(point, 0).getLInfNorm();
        double[] x = point.x.toArray();
        return residual <= TOLERABLE_RESIDUAL
                ? new Outcome.Solved(x[0], Arrays.copyOfRange(x, 1, x.length), iterations)
                : new Outcome.Failed(residual);
    }

    /** Coefficients, how far each bound is, and how hard it pushes. */
    private record Point(RealVector x, RealVector slack, RealVector push) {

        double gap() {
            return slack.dotProduct(push) / slack.getDimension();
        }

        Point moved(Point direction, double by) {
            return new Point(
                    x.add(direction.x.mapMultiply(by)),
                    slack.add(direction.slack.mapMultiply(by)),
                    push.add(direction.push.mapMultiply(by)));
        }
    }

    private Point start(RealVector x) {
        RealVector slack = bounds.operate(x).map(each -> Math.max(each, FIRST_SLACK));
        return new Point(x, slack, slack.map(each -> 1 / each));
    }

    /** What is left of the conditions of an optimum, relative to the number of conversions. */
    private RealVector residual(Point point, double gap) {
        RealVector stationarity = objective.gradient(point.x).subtract(bounds.preMultiply(point.push));
        RealVector feasibility = bounds.operate(point.x).subtract(point.slack);
        RealVector complementarity = point.slack.ebeMultiply(point.push).mapSubtract(gap);
        return stationarity.append(feasibility).append(complementarity).mapDivide(1 + objective.conversions());
    }

    private Point step(Point at) {
        double gap = CENTRING * at.gap();
        Point direction = direction(at, gap);
        double scale =
                Math.min(1, TO_THE_BOUNDARY * Math.min(room(at.slack, direction.slack), room(at.push, direction.push)));
        double before = residual(at, gap).getNorm();
        while (scale > LEAST_STEP) {
            Point next = at.moved(direction, scale);
            if (residual(next, gap).getNorm() <= (1 - SUFFICIENT * scale) * before) {
                return next;
            }
            scale /= 2;
        }
        return at;
    }

    private Point direction(Point at, double gap) {
        RealVector pressure = at.push.ebeDivide(at.slack);
        RealVector infeasible = bounds.operate(at.x).subtract(at.slack);
        RealVector off = at.slack.ebeMultiply(at.push).mapSubtract(gap);
        RealMatrix system = objective.hessian(at.x);
        for (int i = 0; i < bounds.getRowDimension(); i++) {
            RealVector bound = bounds.getRowVector(i);
            system = system.add(bound.outerProduct(bound).scalarMultiply(pressure.getEntry(i)));
        }
        RealVector right = bounds.preMultiply(at.push)
                .subtract(objective.gradient(at.x))
                .subtract(bounds.preMultiply(
                        off.add(at.push.ebeMultiply(infeasible)).ebeDivide(at.slack)));
        RealVector x = solve(system, right);
        RealVector slack = bounds.operate(x).add(infeasible);
        RealVector push =
                off.add(at.push.ebeMultiply(slack)).ebeDivide(at.slack).mapMultiply(-1);
        return new Point(x, slack, push);
    }

    /** Nothing moves where the arithmetic has reached its end; the residual then decides. */
    private static RealVector solve(RealMatrix system, RealVector right) {
        try {
            return new CholeskyDecomposition(system, 1e-6, 0).getSolver().solve(right);
        } catch (MathIllegalArgumentException atTheEndOfArithmetic) {
            return new ArrayRealVector(right.getDimension());
        }
    }

    private static double room(RealVector from, RealVector direction) {
        double room = Double.POSITIVE_INFINITY;
        for (int i = 0; i < from.getDimension(); i++) {
            if (direction.getEntry(i) < 0) {
                room = Math.min(room, -from.getEntry(i) / direction.getEntry(i));
            }
        }
        return room;
    }

    private static RealMatrix bounds(int size, double least, double most) {
        double[][] bounds = new double[2 * size][size + 1];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                bounds[i][j + 1] = (i == j ? 1 : 0) - least;
                bounds[size + i][j + 1] = most - (i == j ? 1 : 0);
            }
        }
        return new Array2DRowRealMatrix(bounds, false);
    }
}
