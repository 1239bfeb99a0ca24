package io.agencyos.domain.shared.id;

import io.agencyos.domain.shared.InputProblem;
import io.agencyos.domain.shared.Result;
import java.util.UUID;
import java.util.function.Function;
import org.jmolecules.ddd.types.Identifier;

/**
 * Identity of an aggregate: a UUIDv7 in its own type, so that a lead's id is never taken for a campaign's. On the wire
 * it is the plain UUID without prefix. Source: data model 1, vocabulary 23.
 */
public interface EntityId extends Identifier {

    /** The id as stored; ids of this product are version 7, ids of imported records need not be. */
    UUID value();

    /** The id as written in JSON, URLs and logs: 36 characters, lower case. */
    default String text() {
        return value().toString();
    }

    /** Reads the 36-character form in either case; the JDK's own parser would accept {@code 1-1-1-1-1}. */
    static <T extends EntityId> Result<T, InputProblem> parse(String text, Function<UUID, T> type) {
        if (text.length() != 36) {
            return Result.err(InputProblem.invalidId());
        }
        try {
            return Result.ok(type.apply(UUID.fromString(text)));
        } catch (IllegalArgumentException malformed) {
            return Result.err(InputProblem.invalidId());
        }
    }
}
