package io.agencyos.adapters.out.security;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The master keys of an installation, the newest first: it wraps, the others only unwrap. They are read again when a data key
 * turns up that none of them wrapped, because another process may have changed the master key meanwhile.
 */
public final class MasterKeys {

    private final Supplier<List<MasterKey>> source;
    private volatile List<MasterKey> known;

    /** @param source all of them, the newest first, at least one */
    public MasterKeys(Supplier<List<MasterKey>> source) {
        this.source = source;
        this.known = List.copyOf(source.get());
    }

    MasterKey newest() {
        return known.getFirst();
    }

    Optional<MasterKey> find(String id) {
        return among(id).or(() -> {
            reread();
            return among(id);
        });
    }

    /** Asks the source again. */
    public void reread() {
        known = List.copyOf(source.get());
    }

    private Optional<MasterKey> among(String id) {
        return known.stream().filter(key -> key.id().equals(id)).findFirst();
    }
}
