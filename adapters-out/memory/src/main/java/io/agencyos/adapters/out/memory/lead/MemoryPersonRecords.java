package io.agencyos.adapters.out.memory.lead;

import io.agencyos.application.lead.privacy.PersonRecords;
import io.agencyos.application.lead.store.Suppressions;
import io.agencyos.domain.lead.ContactPoints;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.PersonDetails;
import io.agencyos.domain.lead.SuppressionKeyType;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.contact.EmailKey;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What leads and the pairs beside them hold of people. */
public final class MemoryPersonRecords implements PersonRecords {

    private static final String LEADS = "app.lead";
    private static final String PAIRS = "app.lead_metadata";

    private final MemoryLeads leads;

    public MemoryPersonRecords(MemoryLeads leads) {
        this.leads = leads;
    }

    @Override
    public List<Held> held(ClientId client, EmailKey email) {
        return leads.all(client)
                .filter(lead -> lead.contact().email() != null
                        && lead.contact().email().key().equals(email))
                .map(MemoryPersonRecords::held)
                .toList();
    }

    private static Held held(Lead lead) {
        ContactPoints contact = lead.contact();
        List<Suppressions.Key> keys = new ArrayList<>();
        List<String> traces = new ArrayList<>();
        if (contact.email() != null) {
            keys.add(new Suppressions.Key(
                    SuppressionKeyType.EMAIL, contact.email().key().value()));
            traces.add(contact.email().value());
        }
        if (contact.phone() != null) {
            keys.add(new Suppressions.Key(
                    SuppressionKeyType.PHONE, contact.phone().e164()));
            traces.add(contact.phone().e164());
        }
        if (contact.linkedIn() != null) {
            keys.add(new Suppressions.Key(
                    SuppressionKeyType.LINKEDIN, contact.linkedIn().key()));
        }
        if (lead.signals().personalEmail() != null) {
            EmailAddress personal = lead.signals().personalEmail();
            keys.add(new Suppressions.Key(
                    SuppressionKeyType.EMAIL, personal.key().value()));
            traces.add(personal.value());
        }
        if (lead.signals().verifiedPhone() != null) {
            String verified = lead.signals().verifiedPhone().e164();
            keys.add(new Suppressions.Key(SuppressionKeyType.PHONE, verified));
            traces.add(verified);
        }
        return new Held(
                lead.id(),
                keys.stream().distinct().toList(),
                traces.stream().distinct().toList());
    }

    @Override
    public Map<String, List<Map<String, String>>> tell(ClientId client, Collection<LeadId> ids) {
        Map<String, List<Map<String, String>>> told = new TreeMap<>();
        about(client, ids)
                .forEach(lead ->
                        told.computeIfAbsent(LEADS, table -> new ArrayList<>()).add(members(lead)));
        return told;
    }

    private static Map<String, String> members(Lead lead) {
        Map<String, String> members = new TreeMap<>();
        members.put("id", lead.id().text());
        put(members, "email", lead.contact().email());
        put(members, "first_name", lead.person().firstName());
        put(members, "last_name", lead.person().lastName());
        put(members, "title", lead.person().title());
        return members;
    }

    private static void put(Map<String, String> members, String name, @Nullable Object value) {
        if (value != null) {
            members.put(name, value.toString());
        }
    }

    @Override
    public Map<String, Integer> erase(ClientId client, Collection<LeadId> ids, Collection<String> traces, Instant now) {
        Map<String, Integer> changed = new TreeMap<>();
        about(client, ids).toList().forEach(lead -> {
            leads.update(lead.change()
                    .contact(ContactPoints.NONE)
                    .person(PersonDetails.UNKNOWN)
                    .poolPersonId(null)
                    .externalId(null)
                    .updatedAt(now)
                    .deletedAt(lead.deletedAt() == null ? now : lead.deletedAt())
                    .lead());
            changed.merge(LEADS, 1, Integer::sum);
        });
        leads.all(client).toList().forEach(lead -> {
            Map<String, String> pairs = leads.metadata(client, lead.id());
            Map<String, String> without = new TreeMap<>(pairs);
            without.replaceAll((name, text) -> without(text, traces));
            if (!without.equals(pairs)) {
                leads.putMetadata(client, Map.of(lead.id(), without));
                changed.merge(PAIRS, 1, Integer::sum);
            }
        });
        return changed;
    }

    private static String without(String text, Collection<String> traces) {
        String left = text;
        for (String trace : traces) {
            left = left.replaceAll("(?i)" + Pattern.quote(trace), "");
        }
        return left;
    }

    private Stream<Lead> about(ClientId client, Collection<LeadId> ids) {
        return leads.all(client).filter(lead -> ids.contains(lead.id()));
    }
}
