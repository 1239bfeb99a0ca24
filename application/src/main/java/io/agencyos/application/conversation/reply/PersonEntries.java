package io.agencyos.application.conversation.reply;

import io.agencyos.application.lead.store.Suppressions;
import io.agencyos.application.shared.IdSource;
import io.agencyos.domain.lead.ContactPoints;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.PoolPerson;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.lead.SuppressionKeyType;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.lead.SuppressionSource;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.contact.LinkedInUrl;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ReplyId;
import io.agencyos.domain.shared.id.SuppressionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The entries by which a person is left alone, under every identity that is known. Source: outreach 6.1–6.2. */
public final class PersonEntries {

    private final List<Suppression> entries = new ArrayList<>();
    private final IdSource ids;
    private final @Nullable ClientId client;
    private final SuppressionReason reason;
    private final SuppressionSource source;
    private final SuppressionId group;
    private final Instant at;
    private final @Nullable Instant expiresAt;

    /** @param client null for entries of the platform, which hold for everybody */
    public PersonEntries(
            IdSource ids,
            @Nullable ClientId client,
            SuppressionReason reason,
            SuppressionSource source,
            Instant at,
            @Nullable Instant expiresAt) {
        this(ids, client, reason, source, new SuppressionId(ids.next()), at, expiresAt);
    }

    private PersonEntries(
            IdSource ids,
            @Nullable ClientId client,
            SuppressionReason reason,
            SuppressionSource source,
            SuppressionId group,
            Instant at,
            @Nullable Instant expiresAt) {
        this.ids = ids;
        this.client = client;
        this.reason = reason;
        this.source = source;
        this.group = group;
        this.at = at;
        this.expiresAt = expiresAt;
    }

    /** The same, for entries that a reply makes: its id names them together, so that they can be found by it. */
    static PersonEntries of(
            ReplyId reply,
            IdSource ids,
            ClientId client,
            SuppressionReason reason,
            SuppressionSource source,
            Instant at,
            @Nullable Instant expiresAt) {
        return new PersonEntries(ids, client, reason, source, groupOf(reply), at, expiresAt);
    }

    /** How the entries of a reply are named together. */
    static SuppressionId groupOf(ReplyId reply) {
        return new SuppressionId(reply.value());
    }

    /** The lead, its pool person, address, number and profile. */
    public PersonEntries person(Lead lead) {
        if (client != null) {
            add(SuppressionKeyType.PERSON, lead.id().text());
        }
        if (lead.poolPersonId() != null) {
            add(SuppressionKeyType.PERSON, lead.poolPersonId().text());
        }
        ContactPoints contact = lead.contact();
        if (contact.email() != null) {
            email(contact.email());
        }
        phone(contact);
        if (contact.linkedIn() != null) {
            linkedIn(contact.linkedIn());
        }
        return this;
    }

    /** Everybody's entries for somebody of the pool: the record and every address, number and profile of it. */
    PersonEntries person(PoolPerson person) {
        add(SuppressionKeyType.PERSON, person.id().text());
        if (person.contact().email() != null) {
            email(person.contact().email());
        }
        if (person.personalEmail() != null) {
            email(person.personalEmail());
        }
        phone(person.contact());
        if (person.contact().linkedIn() != null) {
            linkedIn(person.contact().linkedIn());
        }
        return this;
    }

    public PersonEntries email(EmailAddress address) {
        add(SuppressionKeyType.EMAIL, address.key().value());
        return this;
    }

    /** By what else the person was known before. */
    void alias(List<Suppressions.Key> keys) {
        keys.forEach(key -> add(key.type(), key.value()));
    }

    PersonEntries linkedIn(LinkedInUrl page) {
        add(SuppressionKeyType.LINKEDIN, page.key());
        return this;
    }

    /** Everybody's address at the domain. */
    public PersonEntries domain(DomainName domain) {
        add(SuppressionKeyType.DOMAIN, domain.value());
        return this;
    }

    PersonEntries phone(ContactPoints contact) {
        return contact.phone() == null ? this : phone(contact.phone());
    }

    PersonEntries phone(PhoneNumber number) {
        add(SuppressionKeyType.PHONE, number.e164());
        return this;
    }

    public List<Suppression> list() {
        return List.copyOf(entries);
    }

    private void add(SuppressionKeyType type, String key) {
        boolean known = entries.stream()
                .anyMatch(entry -> entry.keyType() == type && entry.key().equals(key));
        if (!known) {
            entries.add(new Suppression(
                    new SuppressionId(ids.next()), client, type, key, reason, source, group, null, at, expiresAt, 0));
        }
    }
}
