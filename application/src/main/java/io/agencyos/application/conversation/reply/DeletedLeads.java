package io.agencyos.application.conversation.reply;

import io.agencyos.domain.lead.ContactPoints;
import io.agencyos.domain.lead.IdentityKey;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.PoolPersonId;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Leads that were written to and deleted: whoever they were may still answer or follow a link, and may be a lead again by
 * then. Works inside an open unit. Source: outreach 6.2, data model 14.
 */
record DeletedLeads(Desk desk) {

    Optional<Lead> find(ClientId client, LeadId id) {
        return desk.world().leads().leads().findDeleted(client, id);
    }

    /** Which leads of the client are the same person today, by ascending id. */
    List<LeadId> today(Lead deleted) {
        ContactPoints contact = deleted.contact();
        return desk
                .world()
                .leads()
                .leads()
                .findByIdentity(
                        deleted.clientId(),
                        Optional.ofNullable(contact.email())
                                .map(email -> email.key().value())
                                .stream()
                                .toList(),
                        Optional.ofNullable(contact.linkedIn()).map(page -> page.key()).stream()
                                .toList(),
                        List.copyOf(people(deleted)),
                        List.of())
                .stream()
                .map(Lead::id)
                .sorted((one, other) -> one.text().compareTo(other.text()))
                .toList();
    }

    /** Whom the pool knows as the lead, or by its address or profile. */
    Set<PoolPersonId> people(Lead lead) {
        ContactPoints contact = lead.contact();
        Set<IdentityKey> keys = new HashSet<>();
        if (contact.email() != null) {
            keys.add(new IdentityKey(
                    IdentityKey.Kind.EMAIL, contact.email().key().value()));
            keys.add(new IdentityKey(
                    IdentityKey.Kind.PERSONAL_EMAIL, contact.email().key().value()));
        }
        if (contact.linkedIn() != null) {
            keys.add(new IdentityKey(
                    IdentityKey.Kind.LINKEDIN, contact.linkedIn().key()));
        }
        Set<PoolPersonId> people = new LinkedHashSet<>();
        if (lead.poolPersonId() != null) {
            people.add(lead.poolPersonId());
        }
        if (!keys.isEmpty()) {
            people.addAll(desk.world().leads().people().resolve(keys).values());
        }
        return people;
    }

    /** The lead itself, else the only one that is the same person today. */
    Optional<Lead> living(ClientId client, LeadId id) {
        Optional<Lead> itself = desk.world().leads().leads().find(client, id);
        return itself.isPresent()
                ? itself
                : find(client, id)
                        .map(this::today)
                        .filter(same -> same.size() == 1)
                        .flatMap(same -> desk.world().leads().leads().find(client, same.getFirst()));
    }
}
