package io.agencyos.adapters.out.memory.lead;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.lead.store.Leads;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadCare;
import io.agencyos.domain.lead.LeadHistory;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ImportId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.PoolPersonId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Leads by id, with the unique keys of a live lead that PostgreSQL keeps. */
public final class MemoryLeads implements Leads {

    private static final Set<LeadStatus> UNTOUCHED = Set.of(LeadStatus.NEW, LeadStatus.ENRICHED, LeadStatus.SCORED);

    private record Pairs(ClientId client, LeadId lead, Map<String, String> values) {}

    private static final Set<LeadStatus> FRESH = Set.of(LeadStatus.NEW, LeadStatus.ENRICHED, LeadStatus.SCORED);

    private final MemoryTable<LeadId, Lead> table;
    private final MemoryTable<LeadId, Pairs> metadata;

    public MemoryLeads(MemoryUnitOfWork units) {
        table = MemoryTable.<LeadId, Lead>ofTenants("lead", units, Lead::clientId, Lead::id)
                .unique(
                        "uq_lead_email",
                        lead -> live(
                                lead,
                                lead.contact().email() == null
                                        ? null
                                        : lead.contact().email().key()))
                .unique("uq_lead_linkedin", lead -> live(lead, lead.contact().linkedIn()))
                .unique("uq_lead_pool_person", lead -> live(lead, lead.poolPersonId()))
                .unique("uq_lead_external_id", lead -> live(lead, lead.externalId()));
        metadata = MemoryTable.ofTenants("lead_metadata", units, Pairs::client, Pairs::lead);
    }

    private static @org.jspecify.annotations.Nullable Object live(
            Lead lead, @org.jspecify.annotations.Nullable Object key) {
        return key == null || lead.deletedAt() != null ? null : List.of(lead.clientId(), key);
    }

    /** Every lead of the client, deleted ones too. */
    public Stream<Lead> all(ClientId client) {
        return table.rows().filter(lead -> lead.clientId().equals(client));
    }

    /** Whoever's they are, as a function of the platform sees them that tells no more than it should; deleted ones too. */
    public Stream<Lead> ofAllClients() {
        return table.asThePlatform();
    }

    /** Of every client that the open unit sees, without the deleted ones. */
    public Stream<Lead> everybody() {
        return table.rows().filter(lead -> lead.deletedAt() == null);
    }

    @Override
    public Optional<Lead> find(ClientId client, LeadId id) {
        return table.find(id).filter(lead -> lead.clientId().equals(client) && lead.deletedAt() == null);
    }

    @Override
    public Optional<Lead> findDeleted(ClientId client, LeadId id) {
        return table.find(id).filter(lead -> lead.clientId().equals(client) && lead.deletedAt() != null);
    }

    /** Whether the client had the lead and deleted it. */
    public boolean isDeleted(ClientId client, LeadId id) {
        return findDeleted(client, id).isPresent();
    }

    @Override
    public List<Lead> findAll(ClientId client, Collection<LeadId> ids) {
        return ids.stream()
                .distinct()
                .map(id -> find(client, id))
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public Optional<Lead> findForUpdate(ClientId client, LeadId id) {
        return find(client, id);
    }

    @Override
    public void insertAll(Collection<Lead> leads) {
        leads.forEach(table::insert);
    }

    @Override
    public List<Lead> findByIdentity(
            ClientId client,
            Collection<String> emailKeys,
            Collection<String> linkedInKeys,
            Collection<PoolPersonId> people,
            Collection<String> externalIds) {
        Set<String> emails = Set.copyOf(emailKeys);
        Set<String> profiles = Set.copyOf(linkedInKeys);
        Set<PoolPersonId> persons = Set.copyOf(people);
        Set<String> externals = Set.copyOf(externalIds);
        return live(client)
                .filter(lead -> lead.contact().email() != null
                                && emails.contains(lead.contact().email().key().value())
                        || lead.contact().linkedIn() != null
                                && profiles.contains(lead.contact().linkedIn().key())
                        || lead.poolPersonId() != null && persons.contains(lead.poolPersonId())
                        || lead.externalId() != null && externals.contains(lead.externalId()))
                .toList();
    }

    @Override
    public Set<DomainName> shared(ClientId client, Collection<DomainName> companies) {
        Map<DomainName, Long> leads = live(client)
                .map(lead -> lead.company().domain())
                .filter(Objects::nonNull)
                .filter(companies::contains)
                .collect(Collectors.groupingBy(domain -> domain, Collectors.counting()));
        leads.values().removeIf(count -> count < 2);
        return Set.copyOf(leads.keySet());
    }

    @Override
    public List<Lead> ofImport(ClientId client, ImportId run, int limit) {
        return live(client)
                .filter(lead -> run.equals(lead.importId()))
                .sorted(Comparator.comparing(Lead::createdAt)
                        .thenComparing(lead -> lead.id().value()))
                .limit(limit)
                .toList();
    }

    @Override
    public List<LeadId> untouched(ClientId client, CampaignId campaign, @Nullable LeadId after, int limit) {
        return live(client)
                .filter(lead -> campaign.equals(lead.campaignId()) && UNTOUCHED.contains(lead.status()))
                .map(Lead::id)
                .filter(id -> after == null || id.text().compareTo(after.text()) > 0)
                .sorted(Comparator.comparing(LeadId::text))
                .limit(limit)
                .toList();
    }

    @Override
    public Map<Tier, Integer> tiersOfImport(ClientId client, ImportId run) {
        Map<Tier, Integer> tiers = new EnumMap<>(Tier.class);
        live(client)
                .filter(lead -> run.equals(lead.importId()))
                .map(Lead::score)
                .filter(Objects::nonNull)
                .forEach(score -> tiers.merge(score.tier(), 1, Integer::sum));
        return tiers;
    }

    @Override
    public Lead update(Lead lead) {
        Lead stored = unchanged(lead);
        Lead next = lead.change()
                .care(stored.care())
                .importId(stored.importId())
                .deletedAt(null)
                .version(stored.version() + 1)
                .lead();
        table.put(next);
        return next;
    }

    private Lead unchanged(Lead lead) {
        return find(lead.clientId(), lead.id())
                .filter(now -> now.version() == lead.version())
                .orElseThrow(() -> new ConcurrentUpdate("lead " + lead.id()));
    }

    @Override
    public void updateAll(Collection<Lead> leads) {
        leads.forEach(this::update);
    }

    @Override
    public void storeScores(Collection<Lead> leads) {
        leads.forEach(lead -> {
            Lead stored = unchanged(lead);
            table.put(stored.change()
                    .score(lead.score())
                    .status(lead.status())
                    .updatedAt(lead.updatedAt())
                    .version(stored.version() + 1)
                    .lead());
        });
    }

    @Override
    public void putMetadata(ClientId client, Map<LeadId, Map<String, String>> pairs) {
        pairs.forEach((lead, values) -> {
            Map<String, String> merged = new HashMap<>(metadata(client, lead));
            merged.putAll(values);
            metadata.put(new Pairs(client, lead, Map.copyOf(merged)));
        });
    }

    @Override
    public void dropMetadata(ClientId client, LeadId id, Collection<String> keys) {
        Map<String, String> left = new HashMap<>(metadata(client, id));
        left.keySet().removeAll(keys);
        metadata.put(new Pairs(client, id, Map.copyOf(left)));
    }

    @Override
    public Map<String, String> metadata(ClientId client, LeadId id) {
        return metadata.find(id).map(Pairs::values).orElse(Map.of());
    }

    @Override
    public void deleteAll(ClientId client, Collection<LeadId> ids, Instant at) {
        findAll(client, ids)
                .forEach(lead -> table.put(lead.change()
                        .updatedAt(at)
                        .deletedAt(at)
                        .version(lead.version() + 1)
                        .lead()));
    }

    @Override
    public void recordContacts(ClientId client, Map<LeadId, Instant> contacts) {
        contacts.forEach((id, at) -> find(client, id).ifPresent(lead -> table.put(contacted(lead, at))));
    }

    private static Lead contacted(Lead lead, Instant at) {
        boolean first = FRESH.contains(lead.status());
        return changed(
                lead,
                first ? LeadStatus.IN_SEQUENCE : lead.status(),
                lead.history().touched(at),
                lead.block());
    }

    @Override
    public void setCare(ClientId client, LeadId id, LeadCare care, @org.jspecify.annotations.Nullable UserId by) {
        find(client, id)
                .ifPresent(lead -> table.put(
                        lead.change().care(care).version(lead.version() + 1).lead()));
    }

    /** The lead with its number verified. */
    Lead proven(Lead lead) {
        Lead proven = lead.change()
                .signals(lead.signals().reachedAt(lead.contact().phone()))
                .version(lead.version() + 1)
                .lead();
        table.put(proven);
        return proven;
    }

    @Override
    public Set<LeadId> pauseAll(ClientId client, Collection<LeadId> leads, Instant at) {
        return setPaused(client, leads, at, care -> care.pausedAt() == null, care -> care.paused(at));
    }

    @Override
    public Set<LeadId> resumeAll(ClientId client, Collection<LeadId> leads, Instant at) {
        return setPaused(client, leads, at, care -> care.pausedAt() != null, LeadCare::resumed);
    }

    private Set<LeadId> setPaused(
            ClientId client,
            Collection<LeadId> leads,
            Instant at,
            Predicate<LeadCare> which,
            UnaryOperator<LeadCare> change) {
        return findAll(client, leads).stream()
                .filter(lead -> which.test(lead.care()))
                .map(lead -> {
                    table.put(lead.change()
                            .care(change.apply(lead.care()))
                            .block(null)
                            .updatedAt(at)
                            .version(lead.version() + 1)
                            .lead());
                    return lead.id();
                })
                .collect(Collectors.toSet());
    }

    @Override
    public void setBlocks(ClientId client, Map<LeadId, Optional<Lead.Block>> blocks) {
        blocks.forEach((id, block) -> find(client, id)
                .ifPresent(lead -> table.put(changed(lead, lead.status(), lead.history(), block.orElse(null)))));
    }

    private static Lead changed(
            Lead lead, LeadStatus status, LeadHistory history, Lead.@org.jspecify.annotations.Nullable Block block) {
        return lead.change()
                .status(status)
                .history(history)
                .block(block)
                .version(lead.version() + 1)
                .lead();
    }

    /** All that are not deleted, for what searches them. */
    public Stream<Lead> live(ClientId client) {
        return live().filter(lead -> lead.clientId().equals(client));
    }

    /** Of every client whom the open unit of work may see. */
    public Stream<Lead> live() {
        return table.rows().filter(lead -> lead.deletedAt() == null);
    }
}
