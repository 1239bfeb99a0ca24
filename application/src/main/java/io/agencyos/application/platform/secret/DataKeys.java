package io.agencyos.application.platform.secret;

import io.agencyos.domain.shared.id.ClientId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/**
 * The keys that data is sealed with, each wrapped by a master key and worth nothing without it. Every owner has one that
 * seals now; the ones before it stay, for what they sealed. Each call is a transaction of its own, whatever unit of work is
 * open on the thread: a key must not disappear with the unit in which it was first used. Source: api 7.
 */
@SecondaryPort
public interface DataKeys {

    /**
     * @param client null for what is the platform's own
     * @param wrappedBy id of the master key
     * @param seals false for one that only opens what it sealed before
     */
    record DataKey(UUID id, @Nullable ClientId client, String wrapped, String wrappedBy, boolean seals) {}

    /** How many there are. */
    record Census(Set<String> masters, int sealing, int retired) {}

    /** The one that seals for an owner; null asks for the platform's. */
    Optional<DataKey> sealing(@Nullable ClientId client);

    Optional<DataKey> find(UUID id);

    /** Keeps it as the one that seals for its owner, unless there is one; answers the one that seals then. */
    DataKey offer(DataKey key);

    /** Some that another master key than this one wrapped. */
    List<DataKey> wrappedByOthers(String master, int limit);

    /** Wraps them anew; leaves those that are wrapped otherwise by now than {@code before} says. */
    void rewrap(List<Rewrapped> keys);

    record Rewrapped(DataKey before, String wrapped, String wrappedBy) {}

    /** From now on none of the present keys seals; answers how many did. */
    int retireAll();

    Census census();
}
