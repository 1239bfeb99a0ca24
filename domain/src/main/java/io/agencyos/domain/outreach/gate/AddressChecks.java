package io.agencyos.domain.outreach.gate;

import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.outreach.gate.GateCheck.Finding;
import io.agencyos.domain.outreach.gate.GateCheck.Question;
import io.agencyos.domain.outreach.gate.GateFacts.Address;
import io.agencyos.domain.outreach.touch.TouchOrigin;
import io.agencyos.domain.shared.Channel;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Checks 18 to 24: the contact point, what allows its use, and who said yes. Source: outreach 3.3, 6.3–6.5, 1.4. */
final class AddressChecks {

    private static final Duration WASH_TAKES = Duration.ofMinutes(15);
    private static final Duration VERIFICATION_TAKES = Duration.ofDays(1);
    private static final int MOST_VERIFICATIONS = 2;
    private static final int MOST_VERIFIED_AGAIN = 3;

    private AddressChecks() {}

    private static Channel channel(Question q) {
        return q.facts().touch().kind().channel();
    }

    static @Nullable Finding present(Question q) {
        if (q.facts().address().present()) {
            return null;
        }
        return Finding.skip(
                switch (channel(q)) {
                    case EMAIL -> GateReason.EMAIL_MISSING;
                    case VOICE, SMS -> GateReason.PHONE_MISSING;
                    case LINKEDIN -> GateReason.LINKEDIN_URL_MISSING;
                    case MAIL -> GateReason.ADDRESS_MISSING;
                });
    }

    static @Nullable Finding tier(Question q) {
        GateFacts.LeadFacts lead = q.facts().lead();
        return lead != null && !lead.channelOpen() ? Finding.skip(GateReason.CHANNEL_TIER) : null;
    }

    static @Nullable Finding usable(Question q) {
        Address address = q.facts().address();
        return switch (address.state()) {
            case OK -> resting(address, q.now());
            case BOUNCED -> Finding.skip(GateReason.BOUNCED_GLOBALLY);
            case UNVERIFIED -> Finding.skip(unusable(q, GateReason.UNVERIFIED_EMAIL));
            case INVALID -> Finding.skip(unusable(q, GateReason.INVALID_EMAIL));
            case UNKNOWN -> verified(q, MOST_VERIFICATIONS);
            case OUTDATED -> verified(q, MOST_VERIFIED_AGAIN);
        };
    }

    /** Waits a day for each look that may still verify it. */
    private static Finding verified(Question q, int most) {
        GateReason reason = unusable(q, GateReason.UNVERIFIED_EMAIL);
        return q.facts().address().verificationsTried() < most
                ? Finding.defer(reason, q.now().plus(VERIFICATION_TAKES))
                : Finding.skip(reason);
    }

    /** Three of its neighbours bounced within a week. Source: outreach 6.2. */
    private static @Nullable Finding resting(Address address, Instant now) {
        Instant until = address.restsUntil();
        return until == null || !until.isAfter(now) ? null : Finding.defer(GateReason.BOUNCED_GLOBALLY, until);
    }

    private static GateReason unusable(Question q, GateReason ofEmail) {
        return switch (channel(q)) {
            case EMAIL -> ofEmail;
            case VOICE, SMS -> GateReason.INVALID_PHONE;
            case LINKEDIN -> GateReason.INVALID_PROFILE;
            case MAIL -> GateReason.ADDRESS_MISSING;
        };
    }

    static @Nullable Finding channelOptOut(Question q) {
        return q.facts().address().optedOut() ? Finding.skip(GateReason.CHANNEL_OPTED_OUT) : null;
    }

    static @Nullable Finding consent(Question q) {
        boolean needed = switch (channel(q)) {
            case EMAIL, SMS, LINKEDIN -> true;
            case VOICE, MAIL -> false;
        };
        return needed && !q.facts().address().consent() ? Finding.skip(GateReason.CONSENT_MISSING) : null;
    }

    static @Nullable Finding register(Question q) {
        boolean needed = channel(q) == Channel.VOICE || channel(q) == Channel.SMS;
        if (!needed) {
            return null;
        }
        return switch (q.facts().address().register()) {
            case NOT_APPLICABLE, CLEAN -> null;
            case LISTED -> Finding.skip(GateReason.DNCR_LISTED);
            case STALE -> Finding.defer(GateReason.DNCR_STALE, q.now().plus(WASH_TAKES));
            case UNAVAILABLE -> Finding.skip(GateReason.DNCR_UNAVAILABLE);
        };
    }

    static @Nullable Finding approval(Question q) {
        GateFacts.Approval approval = q.facts().approval();
        if (approval.decision() == GateFacts.Approval.Decision.REJECTED) {
            return Finding.skip(GateReason.APPROVAL_REJECTED);
        }
        if (approval.decision() == GateFacts.Approval.Decision.EXPIRED) {
            return Finding.hold(GateReason.APPROVAL_EXPIRED);
        }
        boolean personSends = q.origin() == TouchOrigin.MANUAL || approval.byPerson();
        if (approval.mode() == PermissionMode.MANUAL && !personSends) {
            return Finding.hold(GateReason.MANUAL_MODE);
        }
        // before there is a text there is nothing to approve
        boolean asked = q.gate() != Gate.PLAN && !personSends && needsApproval(q, approval.mode());
        boolean open = approval.decision() != GateFacts.Approval.Decision.APPROVED;
        return asked && open ? Finding.hold(GateReason.APPROVAL_REQUIRED) : null;
    }

    private static boolean needsApproval(Question q, PermissionMode mode) {
        return mode != PermissionMode.AUTOPILOT || channel(q) == Channel.MAIL;
    }
}
