package io.agencyos.adapters.out.memory.kernel;

import io.agencyos.domain.shared.id.EntityId;
import java.util.Comparator;
import java.util.UUID;
import java.util.function.Function;

/** The order of ids that the database has: byte by byte, where the JDK compares the halves of a UUID as signed numbers. */
public final class ById {

    private ById() {}

    public static <T> Comparator<T> ascending(Function<T, ? extends EntityId> id) {
        return (one, other) -> compare(id.apply(one).value(), id.apply(other).value());
    }

    private static int compare(UUID one, UUID other) {
        int upper = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return upper != 0
                ? upper
                : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    }
}
