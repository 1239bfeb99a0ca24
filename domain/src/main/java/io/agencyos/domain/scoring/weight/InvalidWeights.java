package io.agencyos.domain.scoring.weight;

/**
 * Why a weight set is refused ({@code invalid_weights}); the set in force stays. Source: scoring ALS-11, ALS-12.
 *
 * @param reason one sentence for the person who sent the set
 */
public record InvalidWeights(String reason) {

    public static final String CODE = "invalid_weights";
}
