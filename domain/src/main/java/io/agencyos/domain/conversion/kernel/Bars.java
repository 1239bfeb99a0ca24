package io.agencyos.domain.conversion.kernel;

/**
 * What a finding has to reach.
 *
 * @param shown units from which a segment is shown at all
 * @param tested units from which a segment is tested: 30 leads, 50 touches, 15 of a funnel section
 * @param fdr highest false-discovery rate of a confirmed finding
 * @param up least effect of a positive finding
 * @param down greatest effect of a negative one
 */
public record Bars(int shown, int tested, double fdr, double up, double down) {

    private static final int SHOWN = 10;
    private static final double FDR = 0.10;
    private static final double UP = 1.10;
    private static final double DOWN = 0.90;

    /** Units are leads. */
    public static final Bars LEADS = of(30);
    /** Units are touches. */
    public static final Bars TOUCHES = of(50);
    /** Units are meetings or deals. */
    public static final Bars FUNNEL = of(15);

    private static Bars of(int tested) {
        return new Bars(SHOWN, tested, FDR, UP, DOWN);
    }
}
