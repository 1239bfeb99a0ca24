package io.agencyos.domain.conversion.kernel;

/**
 * Counts of one segment within one stratum: {@code n} units, of which {@code k} converted. Nothing is checked here,
 * because a cell comes from stored facts; {@link SegmentTable} refuses a wrong one.
 */
public record Cell(String segment, String stratum, long n, long k) {

    /** A cell of a dimension that is not stratified. */
    public static Cell of(String segment, long n, long k) {
        return new Cell(segment, "", n, k);
    }
}
