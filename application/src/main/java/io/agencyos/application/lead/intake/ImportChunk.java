package io.agencyos.application.lead.intake;

import io.agencyos.domain.lead.ClaimStatus;
import io.agencyos.domain.lead.CompanyDetails;
import io.agencyos.domain.lead.ContactPoints;
import io.agencyos.domain.lead.FactMerge;
import io.agencyos.domain.lead.IdentityKey;
import io.agencyos.domain.lead.ImportRowResult;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadImport;
import io.agencyos.domain.lead.LeadSignals;
import io.agencyos.domain.lead.PersonDetails;
import io.agencyos.domain.lead.PoolClaim;
import io.agencyos.domain.lead.PoolPerson;
import io.agencyos.domain.lead.PoolStatus;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.lead.intake.LeadImportRow;
import io.agencyos.domain.lead.intake.LeadRecord;
import io.agencyos.domain.lead.intake.ParsedRow;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.PoolPersonId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides what becomes of the rows of one chunk, in order, over everything that was read for them beforehand; writes
 * nothing itself. What it decided is written as sets afterwards.
 */
final class ImportChunk {

    /** What the stores say about the people and keys that the rows name. */
    record Known(
            Map<IdentityKey, PoolPersonId> owners,
            Map<PoolPersonId, PoolPerson> people,
            Map<PoolPersonId, PoolClaim> claims,
            List<Lead> leads,
            Set<LeadId> seen,
            Map<Integer, Suppression> suppressions) {}

    /**
     * One row, read.
     *
     * @param identities every key of the person it names, the most believed first; empty for a row that is refused
     */
    record Row(int rowNo, int line, ParsedRow parsed, List<IdentityKey> identities) {

        static Row of(int rowNo, int line, ParsedRow parsed) {
            return new Row(
                    rowNo,
                    line,
                    parsed,
                    switch (parsed) {
                        case ParsedRow.Invalid invalid -> List.of();
                        case ParsedRow.Accepted(LeadRecord record, var ignored) ->
                            IdentityKey.of(record.contact(), record.personalEmail(), record.person());
                    });
        }
    }

    private final LeadImport run;
    private final Known known;
    private final Supplier<UUID> ids;
    private final Instant now;
    private final Map<Object, LeadId> leadByKey = new HashMap<>();
    private final Map<LeadId, Lead> leads = new LinkedHashMap<>();
    private final Set<LeadId> seen;

    private final Map<LeadId, Lead> created = new LinkedHashMap<>();
    private final Map<LeadId, Lead> updated = new LinkedHashMap<>();
    private final Map<PoolPerson, List<IdentityKey>> newPeople = new LinkedHashMap<>();
    private final List<PoolClaim> claimsOfNewPeople = new ArrayList<>();
    private final List<PoolClaim> claimsOfKnownPeople = new ArrayList<>();
    private final Map<PoolPersonId, List<IdentityKey>> newKeys = new LinkedHashMap<>();
    private final Set<IdentityKey> keysTaken = new HashSet<>();
    private final Map<LeadId, Map<String, String>> metadata = new LinkedHashMap<>();
    private final List<LeadImportRow> results = new ArrayList<>();

    ImportChunk(LeadImport run, Known known, Supplier<UUID> ids, Instant now) {
        this.run = run;
        this.known = known;
        this.ids = ids;
        this.now = now;
        this.seen = new HashSet<>(known.seen());
        known.leads().forEach(this::remember);
    }

    List<Lead> created() {
        return List.copyOf(created.values());
    }

    List<Lead> updated() {
        return List.copyOf(updated.values());
    }

    Map<PoolPerson, List<IdentityKey>> newPeople() {
        return newPeople;
    }

    List<PoolClaim> claimsOfNewPeople() {
        return claimsOfNewPeople;
    }

    /** Those of whom nothing is known but what their row says, which no suppression names. */
    Set<LeadId> leadsOfNewPeople() {
        return claimsOfNewPeople.stream().map(PoolClaim::leadId).collect(Collectors.toSet());
    }

    List<PoolClaim> claimsOfKnownPeople() {
        return claimsOfKnownPeople;
    }

    /** By what people whom the pool knows are known from now on, too. */
    Map<PoolPersonId, List<IdentityKey>> newKeys() {
        return newKeys;
    }

    Map<LeadId, Map<String, String>> metadata() {
        return metadata;
    }

    List<LeadImportRow> results() {
        return results;
    }

    void take(Row row) {
        switch (row.parsed()) {
            case ParsedRow.Invalid(var problems) -> result(row, ImportRowResult.INVALID, problems, null, null);
            case ParsedRow.Accepted(LeadRecord record, var ignored) -> take(row, record, ignored);
        }
    }

    private void take(Row row, LeadRecord record, List<ParsedRow.CellProblem> ignored) {
        List<IdentityKey> keys = row.identities();
        Optional<Lead> same = find(record, keys);
        if (record.externalId() != null) {
            LeadId holder = leadByKey.get(externalKey(record.externalId()));
            if (holder != null && same.map(lead -> !lead.id().equals(holder)).orElse(true)) {
                result(
                        row,
                        ImportRowResult.INVALID,
                        List.of(new ParsedRow.CellProblem(
                                "external_id", "external_id_taken", "This id belongs to another lead.")),
                        null,
                        null);
                return;
            }
        }
        if (same.isPresent()) {
            takeKnown(row, record, same.get(), ignored);
        } else {
            takeNew(row, record, keys, ignored);
        }
    }

    private void takeKnown(Row row, LeadRecord record, Lead lead, List<ParsedRow.CellProblem> ignored) {
        if (!seen.add(lead.id())) {
            // the first row of a file that names a person counts, so that the same file again changes nothing
            result(row, ImportRowResult.DUPLICATE_IN_FILE, ignored, lead.id(), null);
            return;
        }
        Lead merged = merged(lead, record);
        if (sameFacts(lead, merged)) {
            result(row, ImportRowResult.DUPLICATE_IN_CLIENT, ignored, lead.id(), null);
            return;
        }
        updated.put(lead.id(), merged);
        if (lead.poolPersonId() != null) {
            knowBy(lead.poolPersonId(), row.identities());
        }
        putMetadata(lead.id(), record);
        remember(merged);
        result(row, ImportRowResult.UPDATED, ignored, lead.id(), lead);
    }

    private void takeNew(Row row, LeadRecord record, List<IdentityKey> keys, List<ParsedRow.CellProblem> ignored) {
        Suppression suppression = known.suppressions().get(row.rowNo());
        if (suppression != null) {
            refuse(row, "suppressed_" + suppression.reason().wire(), "This person must not be contacted.");
            return;
        }
        List<PoolPerson> named = keys.stream()
                .map(known.owners()::get)
                .filter(Objects::nonNull)
                .map(known.people()::get)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        PoolPerson person = named.isEmpty() ? null : named.getFirst();
        // of several, all are this person: one that is closed to us closes the others
        if (!named.stream().allMatch(this::mayBeClaimed)) {
            // whoever holds the person, and why the person is closed to us, is not told
            refuse(row, "lead_unavailable", "This person cannot be taken.");
            return;
        }
        LeadId leadId = new LeadId(ids.get());
        PoolPersonId personId = person == null ? new PoolPersonId(ids.get()) : person.id();
        if (person == null) {
            newPeople.put(
                    newPerson(personId, record),
                    keys.stream().filter(keysTaken::add).toList());
        } else {
            knowBy(personId, keys);
        }
        Lead lead = newLead(leadId, personId, record, person);
        created.put(leadId, lead);
        seen.add(leadId);
        putMetadata(leadId, record);
        remember(lead);
        PoolClaim claim = new PoolClaim(
                personId, run.clientId(), leadId, now, PoolClaim.ClaimedBy.IMPORT, ClaimStatus.ACTIVE, null);
        (person == null ? claimsOfNewPeople : claimsOfKnownPeople).add(claim);
        result(row, ImportRowResult.CREATED, ignored, leadId, null);
    }

    private void knowBy(PoolPersonId person, List<IdentityKey> keys) {
        List<IdentityKey> added = keys.stream()
                .filter(key -> !known.owners().containsKey(key))
                .filter(keysTaken::add)
                .toList();
        if (!added.isEmpty()) {
            newKeys.computeIfAbsent(person, id -> new ArrayList<>()).addAll(added);
        }
    }

    private boolean mayBeClaimed(PoolPerson person) {
        return person.isFree(now) && !known.claims().containsKey(person.id());
    }

    private void refuse(Row row, String code, String message) {
        result(row, ImportRowResult.SUPPRESSED, List.of(new ParsedRow.CellProblem("", code, message)), null, null);
    }

    private Lead newLead(LeadId id, PoolPersonId personId, LeadRecord record, @Nullable PoolPerson person) {
        ContactPoints contact =
                person == null ? record.contact() : FactMerge.contact(person.contact(), record.contact());
        PersonDetails details = person == null ? record.person() : FactMerge.person(person.person(), record.person());
        CompanyDetails company =
                person == null ? record.company() : FactMerge.company(person.company(), record.company());
        return Lead.begun(id, run.clientId(), run.source(), now)
                .campaignId(run.campaignId())
                .poolPersonId(personId)
                .contact(contact)
                .person(details)
                .company(company)
                .roleStart(record.roleStart())
                .timezone(record.timezone())
                .signals(
                        person == null
                                ? record.signals()
                                : LeadSignals.of(person.personalEmail()).joinedBy(record.signals()))
                .importId(run.id())
                .externalId(record.externalId())
                .lead();
    }

    private PoolPerson newPerson(PoolPersonId id, LeadRecord record) {
        return new PoolPerson(
                id,
                record.contact(),
                record.personalEmail(),
                record.person(),
                record.company(),
                record.roleStart(),
                record.timezone(),
                PoolStatus.AVAILABLE,
                null,
                run.source().wire(),
                0,
                false,
                null,
                null,
                0,
                1,
                now,
                0);
    }

    private Lead merged(Lead lead, LeadRecord record) {
        return lead.change()
                .campaignId(lead.campaignId() == null ? run.campaignId() : lead.campaignId())
                .contact(withoutForeignKeys(lead, record))
                .person(FactMerge.person(lead.person(), record.person()))
                .company(FactMerge.company(lead.company(), record.company()))
                .roleStart(record.roleStart() == null ? lead.roleStart() : record.roleStart())
                .timezone(record.timezone() == null ? lead.timezone() : record.timezone())
                .signals(lead.signals().joinedBy(record.signals()))
                .externalId(lead.externalId() == null ? record.externalId() : lead.externalId())
                .updatedAt(now)
                .lead();
    }

    /** An address or profile by which another lead is known, of this client or of another, is not taken over by this one. */
    private ContactPoints withoutForeignKeys(Lead lead, LeadRecord record) {
        ContactPoints said = record.contact();
        boolean foreignEmail = said.email() != null
                && (!lead.id().equals(leadByKey.getOrDefault(emailKey(said), lead.id()))
                        || isAnothers(
                                new IdentityKey(
                                        IdentityKey.Kind.EMAIL,
                                        said.email().key().value()),
                                lead));
        boolean foreignProfile = said.linkedIn() != null
                && (!lead.id().equals(leadByKey.getOrDefault(said.linkedIn(), lead.id()))
                        || isAnothers(
                                new IdentityKey(
                                        IdentityKey.Kind.LINKEDIN,
                                        said.linkedIn().key()),
                                lead));
        return FactMerge.contact(
                lead.contact(),
                new ContactPoints(
                        foreignEmail ? null : said.email(),
                        said.emailStatus(),
                        said.phone(),
                        foreignProfile ? null : said.linkedIn()));
    }

    /** Whether it names somebody whom another client holds: nobody else writes to them. Source: POOL-4. */
    private boolean isAnothers(IdentityKey key, Lead lead) {
        PoolPersonId owner = known.owners().get(key);
        PoolClaim claim = owner == null || owner.equals(lead.poolPersonId())
                ? null
                : known.claims().get(owner);
        return claim != null && !claim.clientId().equals(run.clientId());
    }

    private static boolean sameFacts(Lead before, Lead after) {
        return before.contact().equals(after.contact())
                && before.person().equals(after.person())
                && before.company().equals(after.company())
                && before.signals().equals(after.signals())
                && Objects.equals(before.roleStart(), after.roleStart())
                && Objects.equals(before.timezone(), after.timezone())
                && Objects.equals(before.externalId(), after.externalId())
                && Objects.equals(before.campaignId(), after.campaignId());
    }

    private Optional<Lead> find(LeadRecord record, List<IdentityKey> keys) {
        ContactPoints contact = record.contact();
        List<@Nullable Object> candidates = new ArrayList<>();
        candidates.add(contact.email() == null ? null : emailKey(contact));
        candidates.add(contact.linkedIn());
        keys.forEach(key -> candidates.add(known.owners().get(key)));
        keys.forEach(candidates::add);
        for (Object candidate : candidates) {
            LeadId id = candidate == null ? null : leadByKey.get(candidate);
            if (id != null) {
                return Optional.ofNullable(leads.get(id));
            }
        }
        return Optional.empty();
    }

    private void remember(Lead lead) {
        leads.put(lead.id(), lead);
        if (lead.contact().email() != null) {
            leadByKey.put(emailKey(lead.contact()), lead.id());
        }
        if (lead.contact().linkedIn() != null) {
            leadByKey.put(lead.contact().linkedIn(), lead.id());
        }
        if (lead.poolPersonId() != null) {
            leadByKey.put(lead.poolPersonId(), lead.id());
        }
        if (lead.externalId() != null) {
            leadByKey.put(externalKey(lead.externalId()), lead.id());
        }
        IdentityKey.of(lead.contact(), null, lead.person()).forEach(key -> leadByKey.putIfAbsent(key, lead.id()));
    }

    private void putMetadata(LeadId lead, LeadRecord record) {
        if (!record.metadata().isEmpty()) {
            metadata.put(lead, record.metadata());
        }
    }

    private static Object emailKey(ContactPoints contact) {
        return contact.email() == null ? "" : contact.email().key();
    }

    private static Object externalKey(String externalId) {
        return "external:" + externalId;
    }

    private void result(
            Row row,
            ImportRowResult result,
            List<ParsedRow.CellProblem> problems,
            @Nullable LeadId lead,
            @Nullable Lead before) {
        results.add(new LeadImportRow(
                run.clientId(),
                run.id(),
                row.rowNo(),
                row.line(),
                result,
                problems,
                lead,
                before,
                result == ImportRowResult.UPDATED && lead != null
                        ? leads.get(lead).factsDigest()
                        : null));
    }
}
