package io.agencyos.application.outreach.store;

import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchState;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.EnrolmentId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.ResourceId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/**
 * A tenant's touches ({@code outreach_job}) from plan to end; the queue and the ledger of the send protocol. Needs an open
 * unit of work of the tenant, as worker. Lock enrolments before touches. Source: outreach 4.1–4.3.
 */
@SecondaryPort
public interface Touches {

    /** Adds those whose step, answer, command and key nobody took yet; the others are left out. Answers what was added. */
    Set<TouchId> insertNew(Collection<Touch> touches);

    /** Without a lock, in no particular order. */
    List<Touch> findAll(ClientId client, Collection<TouchId> ids);

    /** Every touch of a lead, oldest first. */
    List<Touch> ofLead(ClientId client, LeadId lead);

    /** Those of these leads whom a call may be reaching right now, or may have reached. */
    Set<LeadId> underWay(ClientId client, Collection<LeadId> leads);

    /** The touches of a lead that are not over, without a lock, oldest first. */
    List<Touch> liveOfLead(ClientId client, LeadId lead);

    /** Locked until the unit of work ends, by ascending id; those that are gone are left out. */
    List<Touch> lockAll(ClientId client, Collection<TouchId> ids);

    /** Every touch of these enrolments that is not over, locked by ascending id. */
    List<Touch> lockLive(ClientId client, Collection<EnrolmentId> enrolments);

    /**
     * Queued, and nobody holds the claim any more: earliest first, locked until the unit of work ends. Those that somebody
     * else has locked are left out.
     */
    List<Touch> lockClaimable(ClientId client, Instant now, int limit);

    /**
     * Writes them where their version is unchanged, else {@code ConcurrentUpdate} for all. Nobody changes the text of one
     * that {@linkplain TouchState#keepsText() keeps it}, so a store need not write that again.
     */
    void updateAll(Collection<Touch> touches);

    // What each stage finds to do, without a lock: the stage locks enrolments first and looks again.

    /**
     * Planned, without text, scheduled at or before {@code until}: earliest first. What {@linkplain Touch#OFFERED_AGAIN
     * people are asked about once more} is among them when its time has come at {@code now}, not before.
     */
    List<Touch> withoutText(ClientId client, Instant now, Instant until, int limit);

    /** Ready and due: earliest first, then the higher score, then id. */
    List<Touch> due(ClientId client, Instant now, int limit);

    /** Dispatching with a lease that is over. */
    List<Touch> leaseOver(ClientId client, Instant now, int limit);

    /** Unknown, with a look-up due. */
    List<Touch> toLookUp(ClientId client, Instant now, int limit);

    /** Ready or queued touches of a campaign, or of all: what a change of mode or a pause sends back. */
    List<Touch> notBegun(ClientId client, @Nullable CampaignId campaign, int limit);

    /** First steps of sequences that are planned and for which nothing is reserved yet. Source: scoring PACE-3. */
    int waitingStarts(ClientId client);

    /** Those whose call may be running or whose outcome nobody knows yet. */
    int inFlight(ClientId client);

    /**
     * Enrolments of which a touch is dispatching, or has an unknown outcome: no second call of theirs may start. A touch
     * is named with its state, so that the caller leaves out its own.
     */
    List<Touch> inFlightOf(ClientId client, Collection<EnrolmentId> enrolments);

    /** Touches that count as sent, of these leads. */
    Map<LeadId, ContactHistory> history(ClientId client, Collection<LeadId> leads, Instant since);

    /** How many touches to the recipient from this sender were ever begun; touches with none are left out. */
    Map<TouchId, Integer> earlierDispatches(ClientId client, Collection<Touch> touches);

    /** One line of a sequence as it was tried on one channel. */
    record StepKey(EnrolmentId enrolment, int stepNo, TouchKind kind) {}

    /** The highest attempt number of every step that these enrolments ever planned. */
    Map<StepKey, Integer> attempts(ClientId client, Collection<EnrolmentId> enrolments);

    /**
     * The lines of these enrolments on which a touch reached its lead or may have, or was refused for good: none is made
     * anew for them. What nobody ever took does not count, whatever became of it. Source: outreach 4.5, 2.6.
     */
    Set<StepKey> settled(ClientId client, Collection<EnrolmentId> enrolments);

    /** The lines of these enrolments on which a touch was skipped: a fallback takes its place. */
    Set<StepKey> skipped(ClientId client, Collection<EnrolmentId> enrolments);

    /** The sender of the newest begun touch of each of these enrolments on any of these channels. */
    Map<EnrolmentId, ResourceId> lastSenders(
            ClientId client, Set<Channel> channels, Collection<EnrolmentId> enrolments);

    /** What a sender did, or is just doing, on a channel where its pace is watched. */
    record Act(ResourceId sender, boolean inFlight, Instant at) {}

    /** What went out on the channel, or may have, since then, and what is on its way; it was due at most two days before. */
    List<Act> acts(ClientId client, Channel channel, Instant since);

    /**
     * How many e-mails of sequences went to each domain since then, or may have, or are on their way; domains that got none
     * are left out. Source: outreach 19.1.
     */
    Map<DomainName, Integer> domainsReached(ClientId client, Instant since);

    /** The touch that this vendor's reference names. */
    Optional<Touch> byVendorRef(ClientId client, String vendor, String ref);

    /** Which touches a page shows; null for all. */
    record Filter(
            @Nullable LeadId lead,
            @Nullable CampaignId campaign,
            @Nullable Set<TouchState> states) {}

    /** Where a page begins: behind this touch. */
    record After(Instant scheduledAt, TouchId id) {}

    /** Latest scheduled first, for reading. */
    List<Touch> list(ClientId client, Filter filter, @Nullable After after, int limit);

    /**
     * What the gates ask about a lead's earlier contacts.
     *
     * @param sinceCount touches since the instant that was asked for
     * @param byEnrolment touches of origin sequence by enrolment
     */
    record ContactHistory(
            int sinceCount,
            @Nullable Instant last,
            Map<Channel, Instant> lastByChannel,
            Map<EnrolmentId, Integer> byEnrolment) {

        public static final ContactHistory NONE = new ContactHistory(0, null, Map.of(), Map.of());

        public ContactHistory {
            lastByChannel = Map.copyOf(lastByChannel);
            byEnrolment = Map.copyOf(byEnrolment);
        }
    }
}
