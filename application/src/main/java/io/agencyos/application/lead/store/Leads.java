package io.agencyos.application.lead.store;

import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadCare;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/** A tenant's leads. Needs an open unit of work of that tenant. Deleted leads are not found, but by {@link #findDeleted}. */
@SecondaryPort
public interface Leads {

    Optional<Lead> find(ClientId client, LeadId id);

    /** Every lead of these ids that exists, in no particular order. */
    List<Lead> findAll(ClientId client, Collection<LeadId> ids);

    /** The lead with its row locked until the unit of work ends. Take the enrolment's lock first. */
    Optional<Lead> findForUpdate(ClientId client, LeadId id);

    /** A lead that was deleted, as it was then: whoever was written to may still answer. Of an erased one nothing is left. */
    Optional<Lead> findDeleted(ClientId client, LeadId id);

    void insertAll(Collection<Lead> leads);

    /**
     * Leads that any of these keys names: e-mail key, LinkedIn key, pool person or the client's own id. Each list may be
     * empty.
     */
    List<Lead> findByIdentity(
            ClientId client,
            Collection<String> emailKeys,
            Collection<String> linkedInKeys,
            Collection<PoolPersonId> people,
            Collection<String> externalIds);

    /** Those of these companies, by their domains, of which the client has more than one lead. */
    Set<DomainName> shared(ClientId client, Collection<DomainName> companies);

    /** The leads that an import made and that are not deleted, at most {@code limit}, oldest first. */
    List<Lead> ofImport(ClientId client, ImportId run, int limit);

    /**
     * The leads of a campaign that nobody has written to yet and that are not deleted, by ascending id.
     *
     * @param after the last one of the page before, null for the first page
     */
    List<LeadId> untouched(ClientId client, CampaignId campaign, @Nullable LeadId after, int limit);

    /** How many leads an import made that are not deleted, by tier; those without a score are left out. */
    Map<Tier, Integer> tiersOfImport(ClientId client, ImportId run);

    /** Sets these pairs of the leads' metadata; other pairs stay. */
    void putMetadata(ClientId client, Map<LeadId, Map<String, String>> pairs);

    /** Takes these pairs of a lead's metadata away. */
    void dropMetadata(ClientId client, LeadId id, Collection<String> keys);

    /** A lead's metadata, empty when it has none. */
    Map<String, String> metadata(ClientId client, LeadId id);

    /** Deletes softly: the rows stay for history, their keys are free again. */
    void deleteAll(ClientId client, Collection<LeadId> ids, Instant at);

    /**
     * Writes the lead where its version is unchanged and it is not deleted, else {@code ConcurrentUpdate}; answers the new
     * version. What has ways of its own stays as it is stored: care, import and deletion.
     */
    Lead update(Lead lead);

    /** As {@link #update}, many at once; one that was changed meanwhile refuses all of them. */
    void updateAll(Collection<Lead> leads);

    /**
     * Writes the score, the status and the time of change of these leads of one client, and nothing else; one that was
     * changed meanwhile refuses all of them. Source: scoring 1.12, compare-and-set.
     */
    void storeScores(Collection<Lead> leads);

    /**
     * Counts a contact of each of these leads at its instant, and moves those that were never contacted to {@code
     * in_sequence}. Needs no version: contacts add up, in whatever order they are told. Source: outreach 4.3 T5.
     */
    void recordContacts(ClientId client, Map<LeadId, Instant> contacts);

    /** Says why nothing is planned for these leads, and until when; an empty block lifts it. Source: outreach 3.4. */
    void setBlocks(ClientId client, Map<LeadId, Optional<Lead.Block>> blocks);

    /** Keeps what people said about how this lead is written to, and who said it; nothing else of it changes. */
    void setCare(ClientId client, LeadId lead, LeadCare care, @Nullable UserId by);

    /**
     * Pauses those of these leads that are not paused, from this instant on, and lifts what blocks them; the others stay
     * as they are.
     *
     * @return those that were paused now
     */
    Set<LeadId> pauseAll(ClientId client, Collection<LeadId> leads, Instant at);

    /** The other way round: those that were paused are so no more, and planning asks again at once. */
    Set<LeadId> resumeAll(ClientId client, Collection<LeadId> leads, Instant at);
}
