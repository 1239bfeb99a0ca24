package io.agencyos.application.shared;

/**
 * A row with this key exists already. A use case that expects the race asks which constraint it was; anybody else lets
 * it pass as the defect it then is.
 */
public final class UniqueViolation extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String constraint;

    public UniqueViolation(String constraint) {
        super("unique constraint " + constraint);
        this.constraint = constraint;
    }

    /** The name of the constraint or unique index, the same in every store: {@code uq_<table>_<columns>}. */
    public String constraint() {
        return constraint;
    }
}
