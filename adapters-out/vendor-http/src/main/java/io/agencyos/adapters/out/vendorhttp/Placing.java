package io.agencyos.adapters.out.vendorhttp;

import io.agencyos.domain.shared.id.ClientId;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where a vendor is for each client and how it is asked there: a twin finds its sandbox here, whatever its account says.
 * Source: api 4.1.
 *
 * @param <S> the vendor's settings
 * @param usual for everybody who has no place of their own
 * @param own the place of those who have; asked before anything is called, never inside a unit of work
 */
public record Placing<S>(S usual, Function<ClientId, Optional<S>> own) {

    /** The same for everybody. */
    public static <S> Placing<S> everywhere(S settings) {
        return new Placing<>(settings, client -> Optional.empty());
    }

    public S of(ClientId client) {
        return own.apply(client).orElse(usual);
    }
}
