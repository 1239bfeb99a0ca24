package io.agencyos.application.lead.intake;

/**
 * The file cannot be read as a table. Thrown because a stream may break in the middle; everything before the line was
 * taken.
 */
public final class UnreadableLeadFile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final int line;

    /**
     * @param code {@code file_empty}, {@code file_malformed}, {@code file_unreadable} or {@code file_too_large}
     * @param line where, 0 when it concerns the whole file
     */
    public UnreadableLeadFile(String code, int line, String message) {
        super(message);
        this.code = code;
        this.line = line;
    }

    public String code() {
        return code;
    }

    public int line() {
        return line;
    }
}
