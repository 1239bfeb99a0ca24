package io.agencyos.application.lead.store;

import io.agencyos.domain.lead.ContactPoints;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.lead.SuppressionKeyType;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.lead.SuppressionSource;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.contact.NameKey;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.PoolPersonId;
import io.agencyos.domain.shared.id.SuppressionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/**
 * Who must not be contacted. Matching order: platform before client; person, then e-mail, phone and LinkedIn, then
 * domain with its parents, then company; entries that close one address only come last of all, so that they never hide
 * one that closes the person. Expired and removed entries do not match. Source: outreach 6.1–6.2.
 */
@SecondaryPort
public interface Suppressions {

    /**
     * Everything about a person that an entry may name.
     *
     * @param aliases keys of records that were merged into this person
     */
    record Subject(
            @Nullable LeadId leadId,
            @Nullable PoolPersonId personId,
            ContactPoints contact,
            @Nullable DomainName companyDomain,
            @Nullable String companyName,
            List<Key> aliases) {

        public Subject {
            aliases = List.copyOf(aliases);
        }

        public Subject(
                @Nullable LeadId leadId,
                @Nullable PoolPersonId personId,
                ContactPoints contact,
                @Nullable DomainName companyDomain,
                @Nullable String companyName) {
            this(leadId, personId, contact, companyDomain, companyName, List.of());
        }

        /** The same person, who was somebody else in the pool before, too ({@link PoolPeople#aliases}). */
        public Subject as(List<Key> others) {
            return new Subject(leadId, personId, contact, companyDomain, companyName, others);
        }

        /** What names this lead. */
        public static Subject of(Lead lead) {
            return new Subject(
                    lead.id(),
                    lead.poolPersonId(),
                    lead.contact(),
                    lead.company().domain(),
                    lead.company().name());
        }

        /** The keys by which an entry may name this person, in the order in which they are tried. */
        public List<Key> keys() {
            List<Key> keys = new ArrayList<>();
            add(keys, SuppressionKeyType.PERSON, leadId == null ? null : leadId.text());
            add(keys, SuppressionKeyType.PERSON, personId == null ? null : personId.text());
            EmailAddress email = contact.email();
            add(
                    keys,
                    SuppressionKeyType.EMAIL,
                    email == null ? null : email.key().value());
            add(
                    keys,
                    SuppressionKeyType.PHONE,
                    contact.phone() == null ? null : contact.phone().e164());
            add(
                    keys,
                    SuppressionKeyType.LINKEDIN,
                    contact.linkedIn() == null ? null : contact.linkedIn().key());
            keys.addAll(aliases);
            addDomains(keys, email == null ? null : email.domain());
            addDomains(keys, companyDomain);
            if (companyName != null) {
                NameKey.of(companyName)
                        .toOptional()
                        .ifPresent(name -> add(keys, SuppressionKeyType.COMPANY, name.value()));
            }
            return List.copyOf(keys);
        }

        private static void add(List<Key> keys, SuppressionKeyType type, @Nullable String value) {
            if (value != null) {
                keys.add(new Key(type, value));
            }
        }

        /** A domain and those above it, on label boundaries. */
        private static void addDomains(List<Key> keys, @Nullable DomainName domain) {
            String rest = domain == null ? "" : domain.value();
            while (rest.contains(".")) {
                add(keys, SuppressionKeyType.DOMAIN, rest);
                rest = rest.substring(rest.indexOf('.') + 1);
            }
        }
    }

    /** One key of a subject. */
    record Key(SuppressionKeyType type, String value) {}

    /** The first entry that matches the subject for this client at {@code now}, platform entries included. */
    Optional<Suppression> match(ClientId client, Subject subject, Instant now);

    /** The same for many subjects at once, in one round trip; equals single checks one by one. */
    <K> Map<K, Suppression> matchAll(ClientId client, Map<K, Subject> subjects, Instant now);

    /**
     * Adds entries. Where a live one with the same level, type and key exists, a stronger reason replaces a weaker one
     * and the later expiry wins; nothing is ever weakened.
     */
    void add(Collection<Suppression> entries);

    List<Suppression> list(ClientId client);

    /** Which of a client's own entries a page shows; null for all. {@code q} is part of a key. */
    record Filter(
            @Nullable Set<SuppressionReason> reasons,
            @Nullable Set<SuppressionKeyType> keyTypes,
            @Nullable Set<SuppressionSource> sources,
            @Nullable String q) {}

    /** Where a page begins: behind this entry. */
    record After(Instant createdAt, SuppressionId id) {}

    /** A client's own entries, newest first; those that were removed are gone. */
    List<Suppression> list(ClientId client, Filter filter, @Nullable After after, int limit);

    Optional<Suppression> find(ClientId client, SuppressionId id);

    /** The client's own entry for a key, expired or not. */
    Optional<Suppression> findByKey(ClientId client, Key key);

    /** The same for many keys at once; what has no entry is left out. */
    Map<Key, Suppression> findByKeys(ClientId client, Collection<Key> keys);

    /** The client's own entries that were written together. */
    List<Suppression> group(ClientId client, SuppressionId groupId);

    /** Those of these entries that are on the client's own list. */
    List<Suppression> findAll(ClientId client, Collection<SuppressionId> ids);

    /** Takes entries away that were read in this unit of work. */
    void removeAll(ClientId client, Collection<Suppression> entries, Instant at);

    /** Takes an entry away where its version is unchanged, else {@code ConcurrentUpdate}. */
    void remove(Suppression entry, Instant at);
}
