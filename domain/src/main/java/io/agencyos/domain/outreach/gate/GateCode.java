package io.agencyos.domain.outreach.gate;

import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.lead.PoolStatus;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.ReasonCode;
import io.agencyos.domain.shared.Vocabulary;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/**
 * The code of a gate's answer: a reason and, for families such as {@code suppressed_<reason>}, the word that completes
 * it. A record over an enum, so that a switch over the reasons stays exhaustive while the families need no constant
 * for each of their members. Source: vocabulary 17.
 *
 * @param detail wire name of the completing word, empty where the reason takes none
 */
public record GateCode(GateReason reason, String detail) {

    /** Refuses a detail that the reason does not take, and its absence where it does. */
    public GateCode {
        if (!reason.allows(detail)) {
            throw new IllegalArgumentException(reason + " takes no detail '" + detail + "'");
        }
    }

    /** The code of a reason that takes no further word. */
    public static GateCode of(GateReason reason) {
        return new GateCode(reason, "");
    }

    /** {@code suppressed_<reason>}, check 12. */
    public static GateCode suppressed(SuppressionReason reason) {
        return new GateCode(GateReason.SUPPRESSED, reason.wire());
    }

    /** {@code lead_status_<status>}, check 13. */
    public static GateCode leadStatus(LeadStatus status) {
        return new GateCode(GateReason.LEAD_STATUS, status.wire());
    }

    /** {@code pool_status_<status>}, check 13. */
    public static GateCode poolStatus(PoolStatus status) {
        return new GateCode(GateReason.POOL_STATUS, status.wire());
    }

    /** {@code replied_<intent>}, check 14; the intents are a vocabulary of the conversation context. */
    public static GateCode replied(Vocabulary intent) {
        return new GateCode(GateReason.REPLIED, intent.wire());
    }

    /** {@code no_resource_<channel>}, check 29. */
    public static GateCode noResource(Channel channel) {
        return new GateCode(GateReason.NO_RESOURCE, channel.wire());
    }

    /** {@code rate_limit_<channel>}, check 35. */
    public static GateCode rateLimit(Channel channel) {
        return new GateCode(GateReason.RATE_LIMIT, channel.wire());
    }

    /** The name used in JSON, in the database and in events. */
    public String wire() {
        return detail.isEmpty() ? reason.wire() : reason.wire() + "_" + detail;
    }

    /** The code as other contexts carry it. */
    public ReasonCode code() {
        return new ReasonCode(wire());
    }

    /** The code with this wire name; empty when there is none. A whole word wins over a family with a detail. */
    public static Optional<GateCode> parse(String wire) {
        return Arrays.stream(GateReason.values())
                .filter(reason -> wire.equals(reason.wire()) || wire.startsWith(reason.wire() + "_"))
                .sorted(Comparator.comparingInt(
                                (GateReason reason) -> reason.wire().length())
                        .reversed())
                .flatMap(reason -> completed(reason, wire).stream())
                .findFirst();
    }

    private static Optional<GateCode> completed(GateReason reason, String wire) {
        String detail =
                wire.equals(reason.wire()) ? "" : wire.substring(reason.wire().length() + 1);
        return reason.allows(detail) ? Optional.of(new GateCode(reason, detail)) : Optional.empty();
    }
}
