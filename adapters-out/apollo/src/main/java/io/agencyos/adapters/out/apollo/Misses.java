package io.agencyos.adapters.out.apollo;

import io.agencyos.application.lead.source.PersonKey;
import io.agencyos.application.platform.vendor.VendorObjects;
import io.agencyos.application.platform.vendor.VendorObjects.Name;
import io.agencyos.application.platform.vendor.VendorObjects.VendorObject;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.domain.shared.Digests;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whom the vendor did not know: nobody is asked about again for thirty days under the same key, whatever the question would cost. Kept are
 * digests, not people. Source: apollo Beyond "negative cache".
 *
 * @param <K> what is asked by
 */
final class Misses<K> {

    static final Duration KEPT = Duration.ofDays(30);

    private static final Duration SWEPT_EVERY = Duration.ofDays(1);

    private final String kind;
    private final Function<K, String> spelling;
    private final VendorObjects objects;
    private final ClockPort clock;
    private final Map<ClientId, Instant> swept = new ConcurrentHashMap<>();

    private Misses(String kind, Function<K, String> spelling, VendorObjects objects, ClockPort clock) {
        this.kind = kind;
        this.spelling = spelling;
        this.objects = objects;
        this.clock = clock;
    }

    static Misses<PersonKey> ofPeople(VendorObjects objects, ClockPort clock) {
        return new Misses<>("unknown_person", Misses::spelt, objects, clock);
    }

    static Misses<DomainName> ofCompanies(VendorObjects objects, ClockPort clock) {
        return new Misses<>("unknown_company", DomainName::value, objects, clock);
    }

    private static String spelt(PersonKey key) {
        return Stream.of(
                        key.ref(),
                        key.email() == null ? null : key.email().key().value(),
                        key.linkedIn() == null ? null : key.linkedIn().key(),
                        key.firstName(),
                        key.lastName(),
                        key.domain() == null ? null : key.domain().value(),
                        key.company())
                .map(part -> part == null ? "" : part.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("\n"));
    }

    private String name(K key) {
        return Digests.sha256Hex(spelling.apply(key));
    }

    /** Those of them whom the vendor did not know lately. */
    Set<K> among(ClientId client, Collection<K> keys) {
        if (keys.isEmpty()) {
            return Set.of();
        }
        Instant now = clock.now();
        Set<String> known = objects
                .find(
                        client,
                        Failures.VENDOR,
                        keys.stream()
                                .map(key -> new Name(kind, name(key)))
                                .distinct()
                                .toList())
                .stream()
                .filter(miss -> isFresh(miss, now))
                .map(VendorObject::name)
                .collect(Collectors.toSet());
        return keys.stream().filter(key -> known.contains(name(key))).collect(Collectors.toSet());
    }

    private static boolean isFresh(VendorObject miss, Instant now) {
        return miss.detail() != null
                && now.isBefore(Instant.parse(miss.detail()).plus(KEPT));
    }

    /** The vendor does not know these. */
    void add(ClientId client, Collection<K> keys) {
        if (keys.isEmpty()) {
            return;
        }
        Instant now = clock.now();
        List<VendorObject> missed = keys.stream()
                .map(this::name)
                .distinct()
                .map(name -> new VendorObject(client, Failures.VENDOR, kind, name, null, "unknown", now.toString()))
                .toList();
        List<Name> fresh = missed.stream().map(VendorObject::named).toList();
        List<Name> old = new ArrayList<>(past(client, now));
        old.removeAll(fresh);
        objects.change(client, Failures.VENDOR, missed, old);
    }

    /** What is past its time, looked for once a day. */
    private List<Name> past(ClientId client, Instant now) {
        Instant last = swept.getOrDefault(client, Instant.EPOCH);
        if (now.isBefore(last.plus(SWEPT_EVERY))) {
            return List.of();
        }
        swept.put(client, now);
        return objects.list(client, Failures.VENDOR, kind).stream()
                .filter(miss -> !isFresh(miss, now))
                .map(VendorObject::named)
                .toList();
    }
}
