package io.agencyos.domain.content.model;

import org.jmolecules.ddd.annotation.ValueObject;

/**
 * Tokens of one exchange; the four counts are disjoint, what came from the cache is no part of the input. Source: anthropic 1.
 *
 * @param input read in full
 * @param output written
 * @param cacheWrite read and kept for the next exchange
 * @param cacheRead known from an earlier one
 */
@ValueObject
public record TokenUse(long input, long output, long cacheWrite, long cacheRead) {

    public static final TokenUse NONE = new TokenUse(0, 0, 0, 0);

    public TokenUse {
        if (input < 0 || output < 0 || cacheWrite < 0 || cacheRead < 0) {
            throw new IllegalArgumentException("a negative number of tokens");
        }
    }

    /** How long the prompt was, which decides what its tokens cost. */
    public long prompt() {
        return input + cacheWrite + cacheRead;
    }

    public TokenUse plus(TokenUse other) {
        return new TokenUse(
                input + other.input, output + other.output, cacheWrite + other.cacheWrite, cacheRead + other.cacheRead);
    }
}
