package io.agencyos.domain.conversion.weights;

import io.agencyos.domain.scoring.weight.Component;
import java.util.List;

/**
 * Matured leads that had the same points in every component when they were first contacted.
 *
 * @param selection how much each counts in the fit, because leads are contacted by rank; 1 is average
 * @param n leads
 * @param k of them converted
 * @param kEmail of them converted with the credit on an e-mail
 */
public record ComponentCell(
        int dataQuality,
        int authority,
        int companyFit,
        int timing,
        int risk,
        double selection,
        long n,
        long k,
        long kEmail) {

    static final List<Component> COMPONENTS = List.of(
            Component.DATA_QUALITY, Component.AUTHORITY, Component.COMPANY_FIT, Component.TIMING, Component.RISK);

    /** One whose leads count like any other. */
    public static ComponentCell of(
            int dataQuality, int authority, int companyFit, int timing, int risk, long n, long k) {
        return new ComponentCell(dataQuality, authority, companyFit, timing, risk, 1, n, k, k);
    }

    /** The same points with other counts. */
    ComponentCell counting(double weight, long leads, long conversions, long byEmail) {
        return new ComponentCell(dataQuality, authority, companyFit, timing, risk, weight, leads, conversions, byEmail);
    }

    /** Points as shares of their maxima, 0 to 1. */
    double[] shares() {
        int[] points = {dataQuality, authority, companyFit, timing, risk};
        double[] shares = new double[points.length];
        for (int i = 0; i < points.length; i++) {
            shares[i] = (double) points[i] / COMPONENTS.get(i).maximum();
        }
        return shares;
    }

    /** The score that these weights make, 0 to 1, without boosts, which no weight touches. */
    double score(double[] weights) {
        double[] shares = shares();
        double score = 0;
        for (int i = 0; i < shares.length; i++) {
            score += weights[i] * shares[i];
        }
        return score;
    }

    /** With the e-mail label instead of the conversion. */
    ComponentCell byEmail() {
        return new ComponentCell(dataQuality, authority, companyFit, timing, risk, selection, n, kEmail, kEmail);
    }
}
