package io.agencyos.domain.outreach.gate;

import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.lead.PoolStatus;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.Vocabulary;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a gate or the outcome of a touch may name as cause, in the order of the checks; some need a further word, see
 * {@link GateCode}. A reason without class neither stops nor delays by itself: it cancels or rewrites the one touch, or
 * is an outcome. Source: vocabulary 17, outreach 3.3.
 */
public enum GateReason implements Vocabulary {
    /** The platform's kill switch is on. */
    PLATFORM_STOPPED(1, GateClass.HOLD),
    /** The channel's or vendor's kill switch is on. */
    CHANNEL_STOPPED(1, GateClass.HOLD),
    /** The client is gone. */
    CLIENT_NOT_FOUND(2, GateClass.STOP),
    /** Payment is late or paused (hold), or the subscription ended (stop). */
    SUBSCRIPTION_INACTIVE(3, GateClass.HOLD, GateClass.STOP),
    /** The client has stopped everything. */
    CLIENT_PAUSED(4, GateClass.HOLD),
    /** The campaign is gone. */
    CAMPAIGN_NOT_FOUND(5, GateClass.STOP),
    /** A draft or paused (hold), or completed (stop). */
    CAMPAIGN_INACTIVE(6, GateClass.HOLD, GateClass.STOP),
    /** Before its first date. */
    CAMPAIGN_NOT_STARTED(7, GateClass.DEFER),
    /** After its last date. */
    CAMPAIGN_ENDED(7, GateClass.STOP),
    /** The lead is gone. */
    LEAD_NOT_FOUND(8, GateClass.STOP),
    /** The lead is no longer this client's and campaign's. */
    NOT_ASSIGNED(9, GateClass.STOP),
    /** Opted out of somebody. */
    UNSUBSCRIBED_GLOBALLY(10, GateClass.STOP),
    /** A complaint is on file. */
    COMPLAINED(11, GateClass.STOP),
    /** Suppressed; the detail is the reason. */
    SUPPRESSED(12, Detail.SUPPRESSION_REASON, GateClass.STOP),
    /** The lead's status forbids it; the detail is the status. */
    LEAD_STATUS(13, Detail.LEAD_STATUS, GateClass.STOP),
    /** The pool person's status forbids it; the detail is the status. */
    POOL_STATUS(13, Detail.POOL_STATUS, GateClass.STOP),
    /** ALS below 20, or a gate forces the dead tier. */
    ALS_DEAD(13, GateClass.STOP),
    /** There is no score yet. */
    NOT_SCORED(13, GateClass.DEFER),
    /** An answer of the lead waits. */
    REPLY_OPEN(14, GateClass.HOLD),
    /** The lead answered so that nothing more may follow; the detail is the intent. Without detail: a reply cancelled the touch. */
    REPLIED(14, Detail.INTENT, GateClass.STOP),
    /** A meeting is booked. */
    MEETING_BOOKED(15, GateClass.STOP),
    /** A deal is open. */
    DEAL_OPEN(15, GateClass.STOP),
    /** The enrolment neither waits for its first touch nor runs. */
    ENROLMENT_STATE(16),
    /** It is no longer the enrolment's next step. */
    STEP_SUPERSEDED(16),
    /** All steps used, or 10 touches in 90 days. */
    MAX_TOUCHES_REACHED(17, GateClass.STOP),
    /** There is no address. */
    EMAIL_MISSING(18, GateClass.SKIP),
    /** There is no number. */
    PHONE_MISSING(18, GateClass.SKIP),
    /** There is no profile. */
    LINKEDIN_URL_MISSING(18, GateClass.SKIP),
    /** There is no postal address. */
    ADDRESS_MISSING(18, GateClass.SKIP),
    /** Tier, floor or the step's own minimum closes the channel. */
    CHANNEL_TIER(19, GateClass.SKIP),
    /** The address is dead. */
    BOUNCED_GLOBALLY(20, GateClass.SKIP),
    /** The address is wrong. */
    INVALID_EMAIL(20, GateClass.SKIP),
    /** The address is a guess. */
    UNVERIFIED_EMAIL(20, GateClass.SKIP),
    /** The number is wrong, or cannot take a text. */
    INVALID_PHONE(20, GateClass.SKIP),
    /** The profile does not open. */
    INVALID_PROFILE(20, GateClass.SKIP),
    /** Opted out of this channel alone. */
    CHANNEL_OPTED_OUT(21, GateClass.SKIP),
    /** Nothing on file allows this channel. */
    CONSENT_MISSING(22, GateClass.SKIP),
    /** On the Do Not Call Register. */
    DNCR_LISTED(23, GateClass.SKIP),
    /** Last washed too long ago. */
    DNCR_STALE(23, GateClass.DEFER),
    /** Could not be washed four times. */
    DNCR_UNAVAILABLE(23, GateClass.SKIP),
    /** Only a person sends here. */
    MANUAL_MODE(24, GateClass.HOLD),
    /** A person has to approve. */
    APPROVAL_REQUIRED(24, GateClass.HOLD),
    /** A person said no. */
    APPROVAL_REJECTED(24, GateClass.SKIP),
    /** Nobody approved in time. */
    APPROVAL_EXPIRED(24, GateClass.HOLD),
    /** The law forbids the hour. */
    LEGAL_HOURS(25, GateClass.DEFER),
    /** A public holiday. */
    PUBLIC_HOLIDAY(25, GateClass.DEFER),
    /** Outside the channel's window. */
    OUTSIDE_WINDOW(25, GateClass.DEFER),
    /** The lead rests until a date. */
    COOLING_PERIOD(26, GateClass.DEFER),
    /** Contacted too few days ago, or enough colleagues of the lead were today. */
    TOO_RECENT(27, GateClass.DEFER),
    /** Contacted on this channel too few days ago. */
    CHANNEL_COOLDOWN(28, GateClass.DEFER),
    /** Nothing to send with; the detail is the channel. */
    NO_RESOURCE(29, Detail.CHANNEL, GateClass.HOLD),
    /** The sender is unhealthy. */
    RESOURCE_UNHEALTHY(30, GateClass.DEFER),
    /** The sending domain does not authenticate. */
    DOMAIN_AUTH_INVALID(30, GateClass.DEFER),
    /** LinkedIn restricted the seat. */
    SEAT_RESTRICTED(30, GateClass.DEFER),
    /** The seat has to be linked anew. */
    SEAT_DISCONNECTED(30, GateClass.DEFER),
    /** The sender is not warm enough today. */
    WARMUP_NOT_READY(31, GateClass.DEFER),
    /** The day's start budget is used up. */
    RATE_LIMIT_NEW_LEADS(32, GateClass.DEFER),
    /** The campaign's daily limit is used up. */
    RATE_LIMIT_CAMPAIGN(33, GateClass.DEFER),
    /** The client's safety cap of texts is used up. */
    RATE_LIMIT_CLIENT_SMS(34, GateClass.DEFER),
    /** The sender's quota is used up; the detail is the channel. */
    RATE_LIMIT(35, Detail.CHANNEL, GateClass.DEFER),
    /** No capacity was left over for a touch that takes only spare one. */
    CAPACITY_FALLBACK(35, GateClass.SKIP),
    /** Too many calls at once. */
    CONCURRENCY_LIMIT(36, GateClass.DEFER),
    /** The vendor's breaker is open. */
    VENDOR_UNAVAILABLE(37, GateClass.DEFER),
    /** The vendor's account is blocked or empty. */
    VENDOR_ACCOUNT_BLOCKED(37, GateClass.HOLD),
    /** There is no text. */
    CONTENT_MISSING(38, GateClass.DEFER),
    /** The text was made for other facts. */
    CONTENT_STALE(38, GateClass.DEFER),
    /** The text did not pass the checks. */
    CONTENT_QA_FAILED(38, GateClass.HOLD),
    /** The rendered message lacks what the law requires. */
    COMPLIANCE_ELEMENT_MISSING(39, GateClass.FAIL),
    /** The recipient's address is another now: written anew. */
    RECIPIENT_CHANGED(40),
    /** An earlier invitation is too recent. */
    INVITE_COOLDOWN(0, GateClass.SKIP),
    /** Replies may have been missed, so nothing is sent blindly. */
    REPLY_FEED_STALE(0, GateClass.DEFER),
    /** The client blocked these days. */
    CLIENT_BLACKOUT(0, GateClass.DEFER),
    /** Test mode is on and nobody is named who gets what would go to leads on this channel. */
    TEST_RECIPIENT_MISSING(0, GateClass.HOLD),
    /** The vendor refused the recipient. */
    RECIPIENT_REJECTED(0),
    /** The vendor refused our request. */
    PAYLOAD_INVALID(0),
    /** Whether it left will never be known. */
    SEND_OUTCOME_UNKNOWN(0);

    private final int check;
    private final Detail detail;
    private final Set<GateClass> classes;

    GateReason(int check, GateClass... classes) {
        this(check, Detail.NONE, classes);
    }

    GateReason(int check, Detail detail, GateClass... classes) {
        this.check = check;
        this.detail = detail;
        this.classes = Set.of(classes);
    }

    /** Number of the check in outreach 3.3, 1 to 40; 0 for what is no numbered check. */
    public int check() {
        return check;
    }

    /** The event that ends it where no date does; null where nothing ends it. */
    public @Nullable String endedBy() {
        return GateRemedies.endedBy(this);
    }

    /** One sentence with the action that lifts it, or that none does. */
    public String whatToDo() {
        return GateRemedies.whatToDo(this);
    }

    /** The classes that this reason can have: one for most, two where the case decides, none for outcomes. */
    public Set<GateClass> classes() {
        return classes;
    }

    boolean allows(String word) {
        return detail.allows(word);
    }

    /** Which word, if any, completes a reason. */
    private enum Detail {
        NONE,
        CHANNEL,
        SUPPRESSION_REASON,
        LEAD_STATUS,
        POOL_STATUS,
        INTENT;

        private static final Pattern WORD = Pattern.compile("[a-z]+(_[a-z]+)*");

        boolean allows(String word) {
            return switch (this) {
                case NONE -> word.isEmpty();
                case CHANNEL -> Vocabulary.parse(Channel.class, word).isPresent();
                case SUPPRESSION_REASON ->
                    Vocabulary.parse(SuppressionReason.class, word).isPresent();
                case LEAD_STATUS -> Vocabulary.parse(LeadStatus.class, word).isPresent();
                case POOL_STATUS -> Vocabulary.parse(PoolStatus.class, word).isPresent();
                // the intents belong to a context that stands above this one, so their form alone is checked
                case INTENT -> word.isEmpty() || WORD.matcher(word).matches();
            };
        }
    }
}
