package io.agencyos.domain.conversion.platform;

import java.util.List;

/** Shares by size of which none may be too large; what is cut off goes to the others in proportion. */
final class CappedShares {

    private static final double CAP = 0.25;
    private static final double ROUNDING = 1e-12;

    private CappedShares() {}

    /** The shares of contributors with these sizes; the cap is a quarter, or an equal share where that is more. */
    static double[] of(List<Long> sizes) {
        double cap = Math.max(CAP, 1.0 / sizes.size());
        double[] shares = new double[sizes.size()];
        boolean[] capped = new boolean[sizes.size()];
        boolean changed = true;
        while (changed) {
            changed = false;
            double left = 1;
            double open = 0;
            for (int i = 0; i < shares.length; i++) {
                left -= capped[i] ? cap : 0;
                open += capped[i] ? 0 : sizes.get(i);
            }
            for (int i = 0; i < shares.length; i++) {
                shares[i] = capped[i] ? cap : left * sizes.get(i) / open;
                if (!capped[i] && shares[i] > cap + ROUNDING) {
                    capped[i] = true;
                    changed = true;
                }
            }
        }
        return shares;
    }
}
