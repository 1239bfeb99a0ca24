package io.agencyos.application.campaign.store;

import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.campaign.enrolment.EnrolmentState;
import io.agencyos.domain.campaign.enrolment.EnrolmentStep;
import io.agencyos.domain.campaign.sequence.Sequence;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.EnrolmentId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.ResourceId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/**
 * A tenant's enrolments and the step rows in which conservation is counted. Needs an open unit of work of the tenant, as
 * worker. Whoever locks several takes them by ascending id. Source: outreach 2.6, 3.4, data model 5.6.
 */
@SecondaryPort
public interface Enrolments {

    /** Adds enrolments and their step rows. A lead with a live one is a {@code UniqueViolation} on {@code uq_enrolment_live}. */
    void insertAll(Collection<Enrolment> enrolments, Collection<EnrolmentStep> steps);

    /** Those of these ids, in no particular order, without a lock. */
    List<Enrolment> findAll(ClientId client, Collection<EnrolmentId> ids);

    /** The newest enrolment of each lead that has one, live or over. */
    Map<LeadId, Enrolment> newest(ClientId client, Collection<LeadId> leads);

    /** Those of the leads that have a live enrolment. */
    Set<LeadId> enrolled(ClientId client, Collection<LeadId> leads);

    /** Locked until the unit of work ends, by ascending id; those that are gone are left out. */
    List<Enrolment> lockAll(ClientId client, Collection<EnrolmentId> ids);

    /** The live enrolments of these leads, locked by ascending id. */
    List<Enrolment> lockLive(ClientId client, Collection<LeadId> leads);

    /**
     * Locks enrolments of active campaigns whose next step comes due and for which no touch is under way, skipping those
     * that somebody else holds, and those whose lead is blocked beyond {@code now}: pending and active ones, earliest due
     * first, then the higher score, then id. Source: outreach 3.2.
     */
    List<Enrolment> lockDue(ClientId client, Instant now, Instant until, int limit);

    /**
     * Makes every start of the campaign that {@link #lockDue} would hand out now due at {@code to} instead, all at once.
     *
     * @return whose starts were put off
     */
    Set<LeadId> putOffStarts(ClientId client, CampaignId campaign, Instant now, Instant until, Instant to);

    /** How far the newest steps of these campaigns were tried; those that never ran on others are left out. */
    Map<CampaignId, VersionTrial> trials(ClientId client, Collection<CampaignId> campaigns);

    /**
     * How many active enrolments have an e-mail later than their first step due before {@code until}, by the mailbox that
     * they keep; what takes only spare capacity is left out. Source: scoring PACE-3, PACE-5.
     */
    Map<Optional<ResourceId>, Integer> followUpsDue(ClientId client, Instant until);

    /**
     * How many enrolments of active campaigns could start before {@code until}: the leads that are ready. Source: scoring
     * PACE-3.
     */
    int startsDue(ClientId client, Instant until);

    /**
     * How many enrolments of a campaign have a step due before {@code until}, by its channel; a step whose touch is about to
     * leave is none. Source: scoring ALLOC-1.
     */
    Map<Channel, Integer> stepsDue(ClientId client, CampaignId campaign, Instant until);

    /** Locks what was put off until now or earlier: snoozed ones, and held ones whose hold has an end. Skips locked ones. */
    List<Enrolment> lockWaking(ClientId client, Instant now, int limit);

    /** Locks held ones of this code, oldest first, skipping locked ones. */
    List<Enrolment> lockHeld(ClientId client, String code, int limit);

    /** Writes them where their version is unchanged, else {@code ConcurrentUpdate} for all. */
    void updateAll(Collection<Enrolment> enrolments);

    /** Decides steps that are still pending; a step once decided never changes. */
    void settle(Collection<EnrolmentStep> steps);

    /**
     * What a stop or a completion leaves behind: every pending step becomes refused with its enrolment's code, except
     * steps whose touch may still be on its way.
     */
    void refuseRest(ClientId client, Map<EnrolmentId, String> codes, Instant at);

    /** All steps of these enrolments, by enrolment and number. */
    List<EnrolmentStep> steps(ClientId client, Collection<EnrolmentId> ids);

    /** Enrolled = sent + refused + failed + pending, of one campaign or of all. Source: outreach 3.4. */
    Conservation conservation(ClientId client, @Nullable CampaignId campaign);

    /** How many enrolments of each campaign are in each state; a campaign without any is left out. */
    Map<CampaignId, Map<EnrolmentState, Integer>> states(ClientId client);

    /**
     * Moves the campaign's enrolments that wait for their first touch, and for which none is planned, to this version;
     * their step rows become the version's.
     *
     * @return how many moved
     */
    int repin(Sequence newest);

    /** Enrolments of a campaign that are not over, by ascending id from beyond {@code after}, unlocked. */
    List<EnrolmentId> live(ClientId client, CampaignId campaign, @Nullable EnrolmentId after, int limit);
}
