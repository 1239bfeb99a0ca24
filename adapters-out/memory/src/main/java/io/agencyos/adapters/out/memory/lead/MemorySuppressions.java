package io.agencyos.adapters.out.memory.lead;

import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.application.lead.Suppressions;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.lead.SuppressionKeyType;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.DomainName;
import io.agencyos.domain.shared.EmailAddress;
import io.agencyos.domain.shared.LinkedInUrl;
import io.agencyos.domain.shared.NameKey;
import io.agencyos.domain.shared.PhoneNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Suppression entries of the clients and of the platform. */
public final class MemorySuppressions implements Suppressions {

    /** What makes an entry the same entry. */
    private record Key(@Nullable ClientId client, SuppressionKeyType type, String key) {}

    private final MemoryTable<Key, Suppression> ofClients;
    private final MemoryTable<Key, Suppression> ofPlatform;

    public MemorySuppressions(MemoryUnitOfWork units) {
        ofClients = MemoryTable.ofTenants(
                "suppression", units, entry -> java.util.Objects.requireNonNull(entry.clientId()), MemorySuppressions::key);
        ofPlatform = MemoryTable.ofPlatform("platform_suppression", units, MemorySuppressions::key);
    }

    private static Key key(Suppression entry) {
        return new Key(entry.clientId(), entry.keyType(), entry.key());
    }

    @Override
    public Optional<Suppression> match(ClientId client, Subject subject, Instant now) {
        List<Key> keys = keys(subject);
        return keys.stream()
                .map(key -> ofPlatform.find(key))
                .flatMap(Optional::stream)
                .filter(entry -> holds(entry, now))
                .findFirst()
                .or(() -> keys.stream()
                        .map(key -> ofClients.find(new Key(client, key.type(), key.key())))
                        .flatMap(Optional::stream)
                        .filter(entry -> holds(entry, now))
                        .findFirst());
    }

    @Override
    public <K> Map<K, Suppression> matchAll(ClientId client, Map<K, Subject> subjects, Instant now) {
        Map<K, Suppression> matches = new LinkedHashMap<>();
        subjects.forEach((key, subject) -> match(client, subject, now).ifPresent(entry -> matches.put(key, entry)));
        return matches;
    }

    @Override
    public void add(Collection<Suppression> entries) {
        for (Suppression entry : entries) {
            MemoryTable<Key, Suppression> table = entry.clientId() == null ? ofPlatform : ofClients;
            Suppression known = table.find(key(entry)).orElse(null);
            table.put(known == null ? entry : stronger(known, entry));
        }
    }

    @Override
    public List<Suppression> list(ClientId client) {
        return ofClients.rows().filter(entry -> client.equals(entry.clientId())).toList();
    }

    private static Suppression stronger(Suppression known, Suppression added) {
        Suppression reason = added.reason().compareTo(known.reason()) < 0 ? added : known;
        Instant expires = known.expiresAt() == null || added.expiresAt() == null
                ? null
                : known.expiresAt().isAfter(added.expiresAt()) ? known.expiresAt() : added.expiresAt();
        return new Suppression(
                known.id(), known.clientId(), known.keyType(), known.key(), reason.reason(), reason.source(), known.groupId(),
                reason.note(), known.createdAt(), expires, known.version() + 1);
    }

    private static boolean holds(Suppression entry, Instant now) {
        return entry.expiresAt() == null || now.isBefore(entry.expiresAt());
    }

    /** The keys of a subject in the order in which they are tried. */
    private static List<Key> keys(Subject subject) {
        List<Key> keys = new ArrayList<>();
        if (subject.leadId() != null) {
            keys.add(new Key(null, SuppressionKeyType.PERSON, subject.leadId().text()));
        }
        if (subject.personId() != null) {
            keys.add(new Key(null, SuppressionKeyType.PERSON, subject.personId().text()));
        }
        EmailAddress email = subject.contact().email();
        PhoneNumber phone = subject.contact().phone();
        LinkedInUrl profile = subject.contact().linkedIn();
        if (email != null) {
            keys.add(new Key(null, SuppressionKeyType.EMAIL, email.key().value()));
        }
        if (phone != null) {
            keys.add(new Key(null, SuppressionKeyType.PHONE, phone.e164()));
        }
        if (profile != null) {
            keys.add(new Key(null, SuppressionKeyType.LINKEDIN, profile.key()));
        }
        if (email != null) {
            addDomains(keys, email.domain());
        }
        if (subject.companyDomain() != null) {
            addDomains(keys, subject.companyDomain());
        }
        String company = subject.companyName();
        if (company != null) {
            NameKey.of(company)
                    .toOptional()
                    .ifPresent(name -> keys.add(new Key(null, SuppressionKeyType.COMPANY, name.value())));
        }
        return keys;
    }

    private static void addDomains(List<Key> keys, DomainName domain) {
        String rest = domain.value();
        while (rest.contains(".")) {
            keys.add(new Key(null, SuppressionKeyType.DOMAIN, rest));
            rest = rest.substring(rest.indexOf('.') + 1);
        }
    }
}
