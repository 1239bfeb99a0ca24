package io.agencyos.domain.shared;

import java.util.Map;

/**
 * What is wrong with one field of something that a person set.
 *
 * @param path of the field, such as {@code channel_mix.email} or {@code industries[2]}
 * @param code for machines, such as {@code mix_sum}
 * @param reason one sentence for people
 * @param params what the code speaks of, such as the actual sum
 */
public record FieldProblem(String path, String code, String reason, Map<String, String> params) {

    public FieldProblem {
        params = Map.copyOf(params);
    }

    public static FieldProblem of(String path, String code, String reason) {
        return new FieldProblem(path, code, reason, Map.of());
    }
}
