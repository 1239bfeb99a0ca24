package io.agencyos.adapters.out.vendorhttp;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Headers of what the vendor answered to one call, kept aside because the call returns no more than the answer's body. */
final class AnswerHeaders {

    private static final ScopedValue<AnswerHeaders> CURRENT = ScopedValue.newInstance();

    private Map<String, Collection<String>> told = Map.of();

    /** Runs a call that notes its answer's headers here. */
    <T> T during(Supplier<T> call) {
        return ScopedValue.where(CURRENT, this).call(call::get);
    }

    /** @param headers by lower-case name */
    static void note(Map<String, Collection<String>> headers) {
        if (CURRENT.isBound()) {
            CURRENT.get().told = headers;
        }
    }

    /** Whether the call was answered at all. */
    boolean present() {
        return !told.isEmpty();
    }

    Optional<String> first(String name) {
        return told.getOrDefault(name, List.of()).stream().findFirst();
    }
}
