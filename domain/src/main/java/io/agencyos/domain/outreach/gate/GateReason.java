package io.agencyos.domain.outreach.gate;

import static io.agencyos.domain.outreach.gate.GateClass.DEFER;
import static io.agencyos.domain.outreach.gate.GateClass.FAIL;
import static io.agencyos.domain.outreach.gate.GateClass.HOLD;
import static io.agencyos.domain.outreach.gate.GateClass.SKIP;
import static io.agencyos.domain.outreach.gate.GateClass.STOP;
import static io.agencyos.domain.outreach.gate.Remedy.settled;
import static io.agencyos.domain.outreach.gate.Remedy.until;

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
 * {@link GateCode}. Each says what ends it and what a person can do about it, so that there is no code without. A reason without class neither stops nor delays by itself: it cancels or rewrites the one touch, or
 * is an outcome. Source: vocabulary 17, outreach 3.3.
 */
public enum GateReason implements Vocabulary {
    /** The platform's kill switch is on. */
    PLATFORM_STOPPED(
            1,
            until(
                    "sending_resumed",
                    "Sending is stopped for everybody; it goes on by itself when the platform releases it."),
            HOLD),
    /** The channel's or vendor's kill switch is on. */
    CHANNEL_STOPPED(
            1,
            until(
                    "sending_resumed",
                    "The platform stopped this channel; it goes on by itself when the platform releases it."),
            HOLD),
    /** The client is gone. */
    CLIENT_NOT_FOUND(2, settled("The client was removed; nothing is sent for it any more."), STOP),
    /** Payment is late or paused (hold), or the subscription ended (stop). */
    SUBSCRIPTION_INACTIVE(
            3,
            until("subscription_renewed", "Renew the subscription; outreach then goes on with new dates."),
            HOLD,
            STOP),
    /** The client has stopped everything. */
    CLIENT_PAUSED(4, until("outreach.resumed", "Resume outreach (admin)"), HOLD),
    /** The campaign is gone. */
    CAMPAIGN_NOT_FOUND(5, settled("The campaign was deleted; assign the lead to another one."), STOP),
    /** A draft or paused (hold), or completed (stop). */
    CAMPAIGN_INACTIVE(
            6,
            until(
                    "campaign_activated",
                    "Activate the campaign; where it is completed, assign the lead to another one."),
            HOLD,
            STOP),
    /** Before its first date. */
    CAMPAIGN_NOT_STARTED(
            7, until("campaign_started", "Wait for the campaign's start date, or set an earlier one."), DEFER),
    /** After its last date. */
    CAMPAIGN_ENDED(7, settled("Set a later end date, or assign the lead to another campaign."), STOP),
    /** The lead is gone. */
    LEAD_NOT_FOUND(8, settled("The lead was deleted; nothing is sent to it any more."), STOP),
    /** The lead is no longer this client's and campaign's. */
    NOT_ASSIGNED(9, settled("Assign the lead to a campaign: it was taken out of this one."), STOP),
    /** Opted out of somebody. */
    UNSUBSCRIBED_GLOBALLY(10, settled("The person opted out, which stays; do not contact them."), STOP),
    /** A complaint is on file. */
    COMPLAINED(11, settled("The person complained, which stays; do not contact them."), STOP),
    /** Suppressed; the detail is the reason. */
    SUPPRESSED(
            12,
            Detail.SUPPRESSION_REASON,
            settled("Look at the entry on the suppression list: some may be removed, others stay."),
            STOP),
    /** The lead's status forbids it; the detail is the status. */
    LEAD_STATUS(
            13, Detail.LEAD_STATUS, settled("The lead's status ends outreach; correct it where it is wrong."), STOP),
    /** The pool person's status forbids it; the detail is the status. */
    POOL_STATUS(
            13,
            Detail.POOL_STATUS,
            settled("None of the person's addresses works; complete the lead's data, or correct it."),
            STOP),
    /** ALS below 20, or a gate forces the dead tier. */
    ALS_DEAD(
            13,
            settled("The score is too low; complete the lead's data, or correct it, to have it scored anew."),
            STOP),
    /** There is no score yet. */
    NOT_SCORED(13, until("lead_scored", "Wait: the lead is being scored."), DEFER),
    /** An answer of the lead waits. */
    REPLY_OPEN(14, until("reply_settled", "Answer the reply or mark it as handled."), HOLD),
    /** The lead answered so that nothing more may follow; the detail is the intent. Without detail: a reply cancelled the touch. */
    REPLIED(14, Detail.INTENT, settled("The lead has answered; go on in the conversation."), STOP),
    /** A meeting is booked. */
    MEETING_BOOKED(15, settled("A meeting is booked: prepare for it. The sequence sends nothing more."), STOP),
    /** A deal is open. */
    DEAL_OPEN(15, settled("A deal is open: go on there. The sequence sends nothing more."), STOP),
    /** The enrolment neither waits for its first touch nor runs. */
    ENROLMENT_STATE(
            16,
            until(
                    "run_started",
                    "No run of this lead is open; activate its campaign again, which takes up who never had one.")),
    /** It is no longer the enrolment's next step. */
    STEP_SUPERSEDED(16, until("step_planned", "Another step is due now; it is planned by itself.")),
    /** All steps used, or 10 touches in 90 days. */
    MAX_TOUCHES_REACHED(17, settled("The lead was contacted often enough; write again after 90 days."), STOP),
    /** There is no address. */
    EMAIL_MISSING(18, settled("Add an e-mail address to the lead."), SKIP),
    /** There is no number. */
    PHONE_MISSING(18, settled("Add a phone number to the lead."), SKIP),
    /** There is no profile. */
    LINKEDIN_URL_MISSING(18, settled("Add a LinkedIn profile to the lead."), SKIP),
    /** There is no postal address. */
    ADDRESS_MISSING(18, settled("Add a postal address to the lead."), SKIP),
    /** Tier, floor or the step's own minimum closes the channel. */
    CHANNEL_TIER(
            19,
            settled("The score does not open this channel: lower the campaign's floor, or wait for a higher score."),
            SKIP),
    /** The address is dead. */
    BOUNCED_GLOBALLY(20, settled("Replace the e-mail address by one that works."), SKIP),
    /** The address is wrong. */
    INVALID_EMAIL(20, settled("Replace the e-mail address by one that works."), SKIP),
    /** The address is a guess. */
    UNVERIFIED_EMAIL(20, settled("Have the e-mail address verified, or replace it."), SKIP),
    /** The number is wrong, or cannot take a text. */
    INVALID_PHONE(20, settled("Replace the phone number by one that works on this channel."), SKIP),
    /** The profile does not open. */
    INVALID_PROFILE(20, settled("Replace the LinkedIn profile by one that opens."), SKIP),
    /** Opted out of this channel alone. */
    CHANNEL_OPTED_OUT(21, settled("The person opted out of this channel; use another one."), SKIP),
    /** Nothing on file allows this channel. */
    CONSENT_MISSING(22, settled("Record the consent with its evidence, or sign the declaration."), SKIP),
    /** On the Do Not Call Register. */
    DNCR_LISTED(23, settled("The number is on the Do Not Call Register; use another channel."), SKIP),
    /** Last washed too long ago. */
    DNCR_STALE(
            23, until("number_washed", "Wait: the number is being checked against the Do Not Call Register."), DEFER),
    /** Could not be washed four times. */
    DNCR_UNAVAILABLE(23, settled("The Do Not Call Register did not answer four times; use another channel."), SKIP),
    /** Only a person sends here. */
    MANUAL_MODE(
            24,
            until("person_sends", "Send it yourself, resume the lead if it is paused, or change the permission mode."),
            HOLD),
    /** A person has to approve. */
    APPROVAL_REQUIRED(24, until("approval_decided", "Approve or reject the draft."), HOLD),
    /** A person said no. */
    APPROVAL_REJECTED(24, settled("The draft was rejected; the next step follows by itself."), SKIP),
    /** Nobody approved in time. */
    APPROVAL_EXPIRED(
            24,
            until("approval_decided", "Nobody approved in time: approve the new draft, or confirm the lead."),
            HOLD),
    /** The law forbids the hour. */
    LEGAL_HOURS(25, until("window_opened", "Wait for the next opening."), DEFER),
    /** A public holiday. */
    PUBLIC_HOLIDAY(25, until("window_opened", "Wait for the next opening."), DEFER),
    /** Outside the channel's window. */
    OUTSIDE_WINDOW(25, until("window_opened", "Wait for the next opening."), DEFER),
    /** The lead rests until a date. */
    COOLING_PERIOD(26, until("rest_over", "Wait until the lead's rest is over."), DEFER),
    /** Contacted too few days ago, or enough colleagues of the lead were today. */
    TOO_RECENT(
            27, until("rest_over", "Wait: the last contact with the lead, or with a colleague, is too recent."), DEFER),
    /** Contacted on this channel too few days ago. */
    CHANNEL_COOLDOWN(
            28, until("rest_over", "Wait: the last contact with the lead, or with a colleague, is too recent."), DEFER),
    /** Nothing to send with; the detail is the channel. */
    NO_RESOURCE(29, Detail.CHANNEL, until("resource_assigned", "Connect a sender for this channel."), HOLD),
    /** The sender is unhealthy. */
    RESOURCE_UNHEALTHY(30, until("sender_reselected", "Wait for the sender to recover, or add another one."), DEFER),
    /** The sending domain does not authenticate. */
    DOMAIN_AUTH_INVALID(30, until("sender_reselected", "Correct SPF, DKIM and DMARC of the sending domain."), DEFER),
    /** LinkedIn restricted the seat. */
    SEAT_RESTRICTED(
            30,
            until("sender_reselected", "LinkedIn restricted the seat: lift that at LinkedIn, or connect another seat."),
            DEFER),
    /** The seat has to be linked anew. */
    SEAT_DISCONNECTED(30, until("sender_reselected", "Connect the LinkedIn seat again."), DEFER),
    /** The sender is not warm enough today. */
    WARMUP_NOT_READY(
            31, until("sender_reselected", "Wait for the sender's warm-up, or add a sender that is warm."), DEFER),
    /** The day's start budget is used up. */
    RATE_LIMIT_NEW_LEADS(32, until("day_began", "Wait: the day's first contacts are used up."), DEFER),
    /** The campaign's daily limit is used up. */
    RATE_LIMIT_CAMPAIGN(
            33,
            until("day_began", "Wait: its daily limit is used up, or its new steps are tried on 20 leads first."),
            DEFER),
    /** The client's safety cap of texts is used up. */
    RATE_LIMIT_CLIENT_SMS(34, until("day_began", "Wait for tomorrow: the day's texts are used up."), DEFER),
    /** The sender's quota is used up; the detail is the channel. */
    RATE_LIMIT(35, Detail.CHANNEL, until("sender_reselected", "Wait for tomorrow, or add a sender."), DEFER),
    /** No capacity was left over for a touch that takes only spare one. */
    CAPACITY_FALLBACK(35, settled("No capacity was left for this closing message; add a sender."), SKIP),
    /** Too many calls at once. */
    CONCURRENCY_LIMIT(36, until("call_ended", "Wait: too many calls are running."), DEFER),
    /** The vendor's breaker is open. */
    VENDOR_UNAVAILABLE(
            37,
            until("vendor_answers", "Wait: the sending service does not answer; it is asked again by itself."),
            DEFER),
    /** The vendor's account is blocked or empty. */
    VENDOR_ACCOUNT_BLOCKED(
            37,
            until(
                    "vendor_account_restored",
                    "Top up or correct the account at the sending service, or wait until its cap leaves room."),
            HOLD),
    /** There is no text. */
    CONTENT_MISSING(38, until("content_written", "Wait: the text is being written."), DEFER),
    /** The text was made for other facts. */
    CONTENT_STALE(38, until("content_written", "Wait: the text is written anew, for the lead as it is now."), DEFER),
    /** The text did not pass the checks. */
    CONTENT_QA_FAILED(38, until("content_reviewed", "Review and correct the text."), HOLD),
    /** The rendered message lacks what the law requires. */
    COMPLIANCE_ELEMENT_MISSING(
            39,
            until("defect_fixed", "The message lacks what the law requires and does not leave; we were alerted."),
            FAIL),
    /** The recipient's address is another now: written anew. */
    RECIPIENT_CHANGED(
            40, until("content_redrafted", "The lead's address changed; the message is written anew by itself.")),
    /** An earlier invitation is too recent. */
    INVITE_COOLDOWN(0, settled("An invitation is open or was sent too recently; wait for its answer."), SKIP),
    /** Replies may have been missed, so nothing is sent blindly. */
    REPLY_FEED_STALE(0, until("replies_read", "Wait: replies cannot be read at the moment."), DEFER),
    /** The client blocked these days. */
    CLIENT_BLACKOUT(0, until("quiet_days_over", "Wait for the end of the client's quiet days."), DEFER),
    /** Test mode is on and nobody is named who gets what would go to leads on this channel. */
    TEST_RECIPIENT_MISSING(
            0, until("test_recipient_named", "Name a test recipient for this channel, or end the test mode."), HOLD),
    /** The vendor refused the recipient. */
    RECIPIENT_REJECTED(0, settled("Replace the address: the sending service refused it.")),
    /** The vendor refused our request. */
    PAYLOAD_INVALID(0, until("defect_fixed", "The sending service refused our request; we were alerted.")),
    /** Whether it left will never be known. */
    SEND_OUTCOME_UNKNOWN(0, settled("See at the sending service whether it left: it is not sent again."));

    private final int check;
    private final Detail detail;
    private final Remedy remedy;
    private final Set<GateClass> classes;

    GateReason(int check, Remedy remedy, GateClass... classes) {
        this(check, Detail.NONE, remedy, classes);
    }

    GateReason(int check, Detail detail, Remedy remedy, GateClass... classes) {
        this.check = check;
        this.detail = detail;
        this.remedy = remedy;
        this.classes = Set.of(classes);
    }

    /** Number of the check in outreach 3.3, 1 to 40; 0 for what is no numbered check. */
    public int check() {
        return check;
    }

    /** The event that ends it where no date does; null where nothing ends it. */
    public @Nullable String endedBy() {
        return remedy.endedBy();
    }

    /**
     * One sentence with the action that lifts it, or that none does.
     *
     * @see GateCode#whatToDo() for the one that knows the completing word
     */
    public String whatToDo() {
        return remedy.whatToDo();
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
