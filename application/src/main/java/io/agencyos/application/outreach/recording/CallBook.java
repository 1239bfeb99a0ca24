package io.agencyos.application.outreach.recording;

import io.agencyos.domain.outreach.call.CallHealth;
import io.agencyos.domain.outreach.call.CallHolds;
import io.agencyos.domain.outreach.call.CallResult;
import io.agencyos.domain.outreach.call.CallTerms;
import io.agencyos.domain.outreach.call.CallTrouble;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.EnrolmentId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.ResourceId;
import io.agencyos.domain.shared.id.TouchId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/** Calls that ended, one row for each. Needs an open unit of work of the tenant, as worker to write. Source: outreach 10.7, data model 5.7. */
@SecondaryPort
public interface CallBook {

    /**
     * A call that ended.
     *
     * @param ref the vendor's
     * @param from null where the number is gone
     * @param seconds of conversation, 0 where there was none
     * @param costUsd what the vendor charged, in US dollars
     */
    record Call(
            UUID id,
            ClientId clientId,
            LeadId leadId,
            CampaignId campaignId,
            EnrolmentId enrolmentId,
            TouchId touchId,
            int stepNo,
            String vendor,
            String ref,
            @Nullable PhoneNumber from,
            PhoneNumber to,
            Instant startedAt,
            Instant endedAt,
            long seconds,
            CallResult result,
            @Nullable String summary,
            @Nullable String transcript,
            BigDecimal costUsd) {

        /** The same with what the conversation came to. */
        public Call cameTo(CallResult known) {
            return with(known, transcript);
        }

        /** The same with other words on file. */
        public Call saying(String words) {
            return with(result, words);
        }

        private Call with(CallResult known, @Nullable String words) {
            return new Call(
                    id,
                    clientId,
                    leadId,
                    campaignId,
                    enrolmentId,
                    touchId,
                    stepNo,
                    vendor,
                    ref,
                    from,
                    to,
                    startedAt,
                    endedAt,
                    seconds,
                    known,
                    summary,
                    words,
                    costUsd);
        }

        /** Shows no number and nothing that was said. */
        @Override
        public String toString() {
            return "Call[" + id + ", " + result + ", " + seconds + " s]";
        }
    }

    /** False where this call of the vendor is known already; nothing is written then. */
    boolean add(Call call);

    Optional<Call> find(ClientId client, UUID id);

    Optional<Call> byRef(ClientId client, String vendor, String ref);

    /** What a call came to is known better now. */
    void update(Call call);

    /** Where a reader stands. */
    record After(Instant startedAt, UUID id) {}

    /** Calls to or from a number since then, the newest first. */
    List<Call> ofNumber(ClientId client, PhoneNumber number, Instant since, @Nullable After after, int limit);

    /** What every dial of a step came to, oldest first. */
    List<CallResult> dials(ClientId client, EnrolmentId enrolment, int stepNo);

    /**
     * Somebody asked in the newest call of a run to be called again.
     *
     * @param line by which that call went, null where it is gone
     * @param followed whether another call of the step was planned since and not withdrawn before it could ring
     */
    record Wish(EnrolmentId run, int stepNo, @Nullable ResourceId line, boolean followed) {}

    /** Those of these runs whose newest call came to {@link CallResult#CALLBACK_REQUESTED}. Source: outreach 10.6. */
    Map<EnrolmentId, Wish> wishes(ClientId client, Collection<EnrolmentId> runs);

    /** Why a call that was added failed. */
    void failed(ClientId client, UUID call, CallTrouble why);

    /** Calls that ended since then and of which it is known why they failed. */
    List<CallHolds.Failed> failedSince(ClientId client, Instant since);

    /** What the newest calls came to altogether. */
    CallTerms.Lately lately(ClientId client, int calls);

    /** What the newest calls came to, the newest first. */
    List<CallHealth.Ended> newest(ClientId client, int calls);

    /** How each number that called since then is answered, by the calls within {@link CallHealth#COUNTED} of its newest. */
    List<CallHealth.Answered> answered(ClientId client, Instant since);

    /**
     * A call that its vendor took and of which nothing was told.
     *
     * @param key of its touch, which the call carries
     */
    record Silent(String vendor, String ref, String key, Instant acceptedAt) {}

    /** Calls accepted since the one instant and before the other of which nothing was told, oldest first. */
    List<Silent> silent(ClientId client, Instant since, Instant before, int limit);

    /** Calls that are committed, begun or unknown, and those accepted since then of which nothing was reported. */
    int running(ClientId client, Instant acceptedSince);
}
