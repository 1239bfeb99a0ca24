package io.agencyos.adapters.out.memory.platform;

import io.agencyos.application.platform.vendor.VendorObjects;
import io.agencyos.application.shared.UniqueViolation;
import io.agencyos.domain.shared.id.ClientId;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What adapters remember, in memory. Thread-safe. */
public final class MemoryVendorObjects implements VendorObjects {

    private static final Comparator<VendorObject> BY_NAME =
            Comparator.comparing(VendorObject::kind).thenComparing(VendorObject::name);

    private record Key(ClientId client, String vendor, Name name) {}

    private final Map<Key, VendorObject> objects = new LinkedHashMap<>();
    private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

    @Override
    public synchronized List<VendorObject> find(ClientId client, String vendor, Collection<Name> names) {
        return of(client, vendor)
                .filter(object -> names.contains(object.named()))
                .sorted(BY_NAME)
                .toList();
    }

    @Override
    public synchronized Optional<VendorObject> findByExternalId(
            ClientId client, String vendor, String kind, String externalId) {
        return list(client, vendor, kind).stream()
                .filter(object -> externalId.equals(object.externalId()))
                .findFirst();
    }

    @Override
    public synchronized List<VendorObject> list(ClientId client, String vendor, Set<String> kinds) {
        return of(client, vendor)
                .filter(object -> kinds.contains(object.kind()))
                .sorted(BY_NAME)
                .toList();
    }

    private Stream<VendorObject> of(ClientId client, String vendor) {
        return objects.values().stream()
                .filter(object ->
                        object.clientId().equals(client) && object.vendor().equals(vendor));
    }

    @Override
    public synchronized void change(
            ClientId client, String vendor, Collection<VendorObject> put, Collection<Name> gone) {
        put.forEach(object -> refuseTakenId(object, gone));
        gone.forEach(name -> objects.remove(new Key(client, vendor, name)));
        put.forEach(object -> objects.put(new Key(client, vendor, object.named()), object));
    }

    private void refuseTakenId(VendorObject object, Collection<Name> gone) {
        String externalId = object.externalId();
        if (externalId != null) {
            findByExternalId(object.clientId(), object.vendor(), object.kind(), externalId)
                    .filter(holder -> !holder.name().equals(object.name()) && !gone.contains(holder.named()))
                    .ifPresent(holder -> {
                        throw new UniqueViolation("uq_vendor_object_external");
                    });
        }
    }

    @Override
    public <T> T exclusively(String lockName, Supplier<T> work) {
        ReentrantLock lock = locks.computeIfAbsent(lockName, name -> new ReentrantLock());
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
