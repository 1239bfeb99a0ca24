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

    /** One sentence with the action that lifts it, or that none does. */
    public String whatToDo() {
        return switch (reason) {
            case SUPPRESSED ->
                Vocabulary.parse(SuppressionReason.class, detail)
                        .map(GateCode::ofEntry)
                        .orElseGet(reason::whatToDo);
            case LEAD_STATUS, POOL_STATUS ->
                switch (detail) {
                    case "converted" -> "The person is a customer now: go on with their deal.";
                    case "unsubscribed" -> GateReason.UNSUBSCRIBED_GLOBALLY.whatToDo();
                    default -> reason.whatToDo();
                };
            default -> reason.whatToDo();
        };
    }

    /** Who may take such an entry back, and what ends it otherwise. Source: outreach 6.2, removal. */
    private static String ofEntry(SuppressionReason reason) {
        return switch (reason) {
            case LEGAL, COMPLAINED, UNSUBSCRIBED -> "This stays: the person, or the law, wants no further contact.";
            case SPAM_TRAP, WRONG_PERSON ->
                "Do not contact this person; we remove the entry where you can show that it is wrong.";
            case DO_NOT_CONTACT, EXISTING_CUSTOMER, COMPETITOR, PAST_CUSTOMER, OTHER ->
                "Remove the entry from your suppression list where it is no longer true (admin).";
            case NOT_INTERESTED -> "The lead said no: wait until the entry lapses, or until the lead writes again.";
            case BOUNCED -> "Mail to the address comes back: replace it, or have it verified.";
        };
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
