package io.agencyos.domain.outreach.gate;

import org.jspecify.annotations.Nullable;

/** What ends a refusal and what a person can do about it, one sentence each. Source: outreach 3.4 "never silent". */
final class GateRemedies {

    private GateRemedies() {}

    /** What lifts a hold that no gate pronounces, such as one of an enrolment that is long overdue. */
    static final String RESUMED = "enrolment_resumed";

    /** The event that ends a refusal without a date; null where nothing ends it: whatever waits has one. */
    static @Nullable String endedBy(GateReason reason) {
        return switch (reason) {
            case PLATFORM_STOPPED, CHANNEL_STOPPED -> "sending_resumed";
            case SUBSCRIPTION_INACTIVE -> "subscription_renewed";
            case CLIENT_PAUSED -> "outreach.resumed";
            case CAMPAIGN_INACTIVE -> "campaign_activated";
            case CAMPAIGN_NOT_STARTED -> "campaign_started";
            case NOT_SCORED -> "lead_scored";
            case REPLY_OPEN -> "reply_settled";
            case DNCR_STALE -> "number_washed";
            case MANUAL_MODE -> "person_sends";
            case APPROVAL_REQUIRED, APPROVAL_EXPIRED -> "approval_decided";
            case LEGAL_HOURS, PUBLIC_HOLIDAY, OUTSIDE_WINDOW -> "window_opened";
            case COOLING_PERIOD, TOO_RECENT, CHANNEL_COOLDOWN -> "rest_over";
            case NO_RESOURCE -> "resource_assigned";
            case RESOURCE_UNHEALTHY,
                    DOMAIN_AUTH_INVALID,
                    SEAT_RESTRICTED,
                    SEAT_DISCONNECTED,
                    WARMUP_NOT_READY,
                    RATE_LIMIT -> "sender_reselected";
            case RATE_LIMIT_NEW_LEADS, RATE_LIMIT_CAMPAIGN, RATE_LIMIT_CLIENT_SMS -> "day_began";
            case CONCURRENCY_LIMIT -> "call_ended";
            case VENDOR_UNAVAILABLE -> "vendor_answers";
            case VENDOR_ACCOUNT_BLOCKED -> "vendor_account_restored";
            case CONTENT_MISSING, CONTENT_STALE -> "content_written";
            case CONTENT_QA_FAILED -> "content_reviewed";
            case COMPLIANCE_ELEMENT_MISSING -> "defect_fixed";
            case RECIPIENT_CHANGED -> "content_redrafted";
            case REPLY_FEED_STALE -> "replies_read";
            case CLIENT_BLACKOUT -> "quiet_days_over";
            case TEST_RECIPIENT_MISSING -> "test_recipient_named";
            case CLIENT_NOT_FOUND,
                    CAMPAIGN_NOT_FOUND,
                    CAMPAIGN_ENDED,
                    LEAD_NOT_FOUND,
                    NOT_ASSIGNED,
                    UNSUBSCRIBED_GLOBALLY,
                    COMPLAINED,
                    SUPPRESSED,
                    LEAD_STATUS,
                    POOL_STATUS,
                    ALS_DEAD,
                    REPLIED,
                    MEETING_BOOKED,
                    DEAL_OPEN,
                    ENROLMENT_STATE,
                    STEP_SUPERSEDED,
                    MAX_TOUCHES_REACHED,
                    EMAIL_MISSING,
                    PHONE_MISSING,
                    LINKEDIN_URL_MISSING,
                    ADDRESS_MISSING,
                    CHANNEL_TIER,
                    BOUNCED_GLOBALLY,
                    INVALID_EMAIL,
                    UNVERIFIED_EMAIL,
                    INVALID_PHONE,
                    INVALID_PROFILE,
                    CHANNEL_OPTED_OUT,
                    CONSENT_MISSING,
                    DNCR_LISTED,
                    DNCR_UNAVAILABLE,
                    APPROVAL_REJECTED,
                    CAPACITY_FALLBACK,
                    INVITE_COOLDOWN,
                    RECIPIENT_REJECTED,
                    PAYLOAD_INVALID,
                    SEND_OUTCOME_UNKNOWN -> null;
        };
    }

    /** One sentence with the action that lifts it, or that none does. */
    static String whatToDo(GateReason reason) {
        return switch (reason) {
            case PLATFORM_STOPPED -> "Sending is stopped for everybody; it goes on when the platform is released.";
            case CHANNEL_STOPPED -> "This channel is stopped; it goes on when the platform releases it.";
            case CLIENT_NOT_FOUND -> "The client was removed; nothing can be done.";
            case SUBSCRIPTION_INACTIVE -> "Renew the subscription; work then goes on with new dates.";
            case CLIENT_PAUSED -> "Resume outreach (admin)";
            case CAMPAIGN_NOT_FOUND -> "The campaign was removed; enrol the lead in another one.";
            case CAMPAIGN_INACTIVE -> "Activate the campaign, or enrol the lead in another one where it is completed.";
            case CAMPAIGN_NOT_STARTED -> "Wait for the start date, or set an earlier one.";
            case CAMPAIGN_ENDED -> "Set a later end date, or enrol the lead in another campaign.";
            case LEAD_NOT_FOUND -> "The lead was removed; nothing can be done.";
            case NOT_ASSIGNED -> "The lead belongs to another campaign or to nobody; assign it anew.";
            case UNSUBSCRIBED_GLOBALLY, COMPLAINED -> "The person must not be contacted; nothing can be done.";
            case SUPPRESSED -> "Remove the suppression entry where its reason may be removed.";
            case LEAD_STATUS, POOL_STATUS -> "The lead's status ends outreach; change it where it is wrong.";
            case ALS_DEAD -> "The score is too low; complete the lead's data where it is wrong.";
            case NOT_SCORED -> "Wait for the score.";
            case REPLY_OPEN -> "Answer the reply or mark it as handled.";
            case REPLIED -> "The lead has answered; go on in the conversation.";
            case MEETING_BOOKED -> "A meeting is booked; prepare for it.";
            case DEAL_OPEN -> "A deal is open; go on there.";
            case ENROLMENT_STATE ->
                "No run of this lead is open; start its campaign again, which takes up who never had one.";
            case STEP_SUPERSEDED -> "Another step is due now; it is planned by itself.";
            case MAX_TOUCHES_REACHED -> "The lead was contacted often enough; write again after 90 days.";
            case EMAIL_MISSING -> "Add an e-mail address to the lead.";
            case PHONE_MISSING -> "Add a phone number to the lead.";
            case LINKEDIN_URL_MISSING -> "Add a LinkedIn profile to the lead.";
            case ADDRESS_MISSING -> "Add a postal address to the lead.";
            case CHANNEL_TIER -> "The score does not open this channel; lower the campaign's floor if it may.";
            case BOUNCED_GLOBALLY, INVALID_EMAIL -> "Replace the e-mail address by one that works.";
            case UNVERIFIED_EMAIL -> "Have the e-mail address verified, or replace it.";
            case INVALID_PHONE -> "Replace the phone number by one that works on this channel.";
            case INVALID_PROFILE -> "Replace the LinkedIn profile by one that opens.";
            case CHANNEL_OPTED_OUT -> "The person opted out of this channel; use another one.";
            case CONSENT_MISSING -> "Record the consent with its evidence, or sign the declaration.";
            case DNCR_LISTED -> "The number is on the Do Not Call Register; use another channel.";
            case DNCR_STALE -> "Wait: the number is being checked against the Do Not Call Register.";
            case DNCR_UNAVAILABLE -> "The Do Not Call Register could not be asked; use another channel.";
            case MANUAL_MODE -> "Send it yourself, or change the permission mode.";
            case APPROVAL_REQUIRED -> "Approve or reject the draft.";
            case APPROVAL_REJECTED -> "The draft was rejected; the next step follows by itself.";
            case APPROVAL_EXPIRED -> "Nobody approved in time; approve the new draft or confirm the lead.";
            case LEGAL_HOURS, PUBLIC_HOLIDAY, OUTSIDE_WINDOW -> "Wait for the next opening.";
            case COOLING_PERIOD -> "Wait until the lead's rest is over.";
            case TOO_RECENT, CHANNEL_COOLDOWN ->
                "Wait: the last contact with the lead, or with a colleague, is too recent.";
            case NO_RESOURCE -> "Connect a sender for this channel.";
            case RESOURCE_UNHEALTHY -> "Wait for the sender to recover, or add another one.";
            case DOMAIN_AUTH_INVALID -> "Correct SPF, DKIM and DMARC of the sending domain.";
            case SEAT_RESTRICTED -> "Lift the restriction of the LinkedIn seat.";
            case SEAT_DISCONNECTED -> "Connect the LinkedIn seat again.";
            case WARMUP_NOT_READY -> "Wait for the warm-up, or add a warm sender.";
            case RATE_LIMIT_NEW_LEADS -> "Wait: the day's first contacts are used up.";
            case RATE_LIMIT_CAMPAIGN ->
                "Wait: its daily limit is used up, or its new steps are tried on 20 leads first.";
            case RATE_LIMIT_CLIENT_SMS -> "Wait for tomorrow: the day's texts are used up.";
            case RATE_LIMIT -> "Wait for tomorrow, or add a sender.";
            case CAPACITY_FALLBACK -> "No capacity was left for this closing message; add a sender.";
            case CONCURRENCY_LIMIT -> "Wait: too many calls are running.";
            case VENDOR_UNAVAILABLE -> "Wait: the sending service does not answer.";
            case VENDOR_ACCOUNT_BLOCKED ->
                "Top up or correct the account at the sending service, or wait until its cap leaves room.";
            case CONTENT_MISSING, CONTENT_STALE -> "Wait: the text is being written.";
            case CONTENT_QA_FAILED -> "Review and correct the text.";
            case COMPLIANCE_ELEMENT_MISSING -> "A required element is missing; we have been alerted.";
            case RECIPIENT_CHANGED -> "The address changed; the text is written anew.";
            case INVITE_COOLDOWN -> "An invitation is open or too recent; wait for its answer.";
            case REPLY_FEED_STALE -> "Wait: replies cannot be read at the moment.";
            case TEST_RECIPIENT_MISSING -> "Name a test recipient for this channel, or end the test mode.";
            case CLIENT_BLACKOUT -> "Wait for the end of the client's quiet days.";
            case RECIPIENT_REJECTED -> "Replace the address: the sending service refused it.";
            case PAYLOAD_INVALID -> "The sending service refused our request; we have been alerted.";
            case SEND_OUTCOME_UNKNOWN -> "Look whether it was sent: it will not be sent again.";
        };
    }
}
