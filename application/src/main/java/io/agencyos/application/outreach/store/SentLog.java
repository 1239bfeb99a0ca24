package io.agencyos.application.outreach.store;

import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.EnrolmentId;
import io.agencyos.domain.shared.id.ResourceId;
import io.agencyos.domain.shared.id.ThreadId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/**
 * What was sent: the touch as learning reads it, its message in the lead's thread, and the references by which the world
 * names it. Needs an open unit of work of the tenant, as worker. Source: outreach 4.3 T5, data model 5.7.
 */
@SecondaryPort
public interface SentLog {

    /** The provider under which our own Message-IDs are known, beside the vendors' references. */
    String MESSAGE_ID = "message-id";

    /**
     * A touch that was accepted.
     *
     * @param touch in state {@code sent}, with its vendor's name and reference
     * @param messageId the Message-ID as the recipient sees it, null where the vendor sets its own
     * @param mailText the whole text as it went out
     * @param touchNo 1 for the lead's first
     * @param gapDays days on the lead's calendar since its touch before, null for the first
     * @param leadZone whose clock {@code local} is read on
     * @param zoneAssumed that nobody knows where the lead is, and the clock is its country's or the client's. Source:
     *     conversion intelligence 8, 21
     * @param test sent for a test client
     */
    record Sent(
            Touch touch,
            Instant at,
            @Nullable Integer sequenceVersion,
            @Nullable String messageId,
            @Nullable String subject,
            String mailText,
            @Nullable DomainName senderDomain,
            int touchNo,
            @Nullable Integer gapDays,
            LocalDateTime local,
            ZoneId leadZone,
            boolean zoneAssumed,
            @Nullable Integer leadScore,
            boolean test) {

        /** To a lead of which is known where it is. */
        public Sent(
                Touch touch,
                Instant at,
                @Nullable Integer sequenceVersion,
                @Nullable String messageId,
                @Nullable String subject,
                String mailText,
                @Nullable DomainName senderDomain,
                int touchNo,
                @Nullable Integer gapDays,
                LocalDateTime local,
                ZoneId leadZone,
                @Nullable Integer leadScore,
                boolean test) {
            this(
                    touch,
                    at,
                    sequenceVersion,
                    messageId,
                    subject,
                    mailText,
                    senderDomain,
                    touchNo,
                    gapDays,
                    local,
                    leadZone,
                    false,
                    leadScore,
                    test);
        }
    }

    /**
     * Records each once: a touch that stands there already is left alone. A lead's message goes into its live thread of
     * the channel, which is begun where there is none.
     */
    void record(Collection<Sent> sent);

    /** What later e-mails of an enrolment need to go on in its thread, oldest first, bounced ones marked. */
    Map<EnrolmentId, List<Earlier>> earlier(ClientId client, Collection<EnrolmentId> enrolments);

    /** One e-mail that an enrolment sent. */
    record Earlier(
            ThreadId thread,
            @Nullable String messageId,
            @Nullable String subject,
            @Nullable ResourceId sender,
            boolean bounced) {}
}
