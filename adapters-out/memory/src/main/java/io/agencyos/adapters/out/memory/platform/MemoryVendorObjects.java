package io.agencyos.adapters.out.memory.platform;

import io.agencyos.application.platform.VendorObjects;
import io.agencyos.application.shared.UniqueViolation;
import io.agencyos.domain.shared.ClientId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** What adapters remember, in memory. Thread-safe. */
public final class MemoryVendorObjects implements VendorObjects {

    private record Key(ClientId client, String vendor, String kind, String name) {}

    private final Map<Key, VendorObject> objects = new LinkedHashMap<>();
    private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

    @Override
    public synchronized Optional<VendorObject> find(ClientId client, String vendor, String kind, String name) {
        return Optional.ofNullable(objects.get(new Key(client, vendor, kind, name)));
    }

    @Override
    public synchronized Optional<VendorObject> findByExternalId(
            ClientId client, String vendor, String kind, String externalId) {
        return list(client, vendor, kind).stream()
                .filter(object -> externalId.equals(object.externalId()))
                .findFirst();
    }

    @Override
    public synchronized List<VendorObject> list(ClientId client, String vendor, String kind) {
        return objects.values().stream()
                .filter(object -> object.clientId().equals(client)
                        && object.vendor().equals(vendor)
                        && object.kind().equals(kind))
                .sorted(java.util.Comparator.comparing(VendorObject::name))
                .toList();
    }

    @Override
    public synchronized void put(VendorObject object) {
        String externalId = object.externalId();
        if (externalId != null) {
            findByExternalId(object.clientId(), object.vendor(), object.kind(), externalId)
                    .filter(holder -> !holder.name().equals(object.name()))
                    .ifPresent(holder -> {
                        throw new UniqueViolation("uq_vendor_object_external");
                    });
        }
        objects.put(new Key(object.clientId(), object.vendor(), object.kind(), object.name()), object);
    }

    @Override
    public synchronized void remove(ClientId client, String vendor, String kind, String name) {
        objects.remove(new Key(client, vendor, kind, name));
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
