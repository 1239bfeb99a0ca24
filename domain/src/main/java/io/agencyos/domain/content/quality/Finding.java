package io.agencyos.domain.content.quality;

import io.agencyos.domain.shared.Vocabulary;

/** One thing that a check found: its code, how grave it is, in which field, and at most 40 characters of the place. */
public record Finding(String code, Severity severity, String field, String excerpt) {

    private static final int LONGEST_EXCERPT = 40;

    /** An error keeps a message back, a warning does not. */
    public enum Severity implements Vocabulary {
        ERROR,
        WARNING
    }

    public Finding {
        if (excerpt.codePointCount(0, excerpt.length()) > LONGEST_EXCERPT) {
            excerpt = excerpt.substring(0, excerpt.offsetByCodePoints(0, LONGEST_EXCERPT));
        }
    }

    static Finding error(String code, String field, String excerpt) {
        return new Finding(code, Severity.ERROR, field, excerpt);
    }

    static Finding warning(String code, String field, String excerpt) {
        return new Finding(code, Severity.WARNING, field, excerpt);
    }
}
