package io.agencyos.domain.outreach.gate;

import io.agencyos.domain.campaign.CampaignStatus;
import io.agencyos.domain.campaign.enrolment.EnrolmentState;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.client.billing.SubscriptionStatus;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.lead.PoolStatus;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.outreach.calendar.SendCalendar;
import io.agencyos.domain.shared.DateRange;
import io.agencyos.domain.shared.TouchKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Everything the checks of a gate look at, read by the use case in one go so that the gate itself reads nothing. The groups
 * follow the table of checks. Source: outreach 3.3.
 */
public record GateFacts(Intent touch, Standing standing, Reach reach, Hours hours, Means means, Content content) {

    /**
     * Whether anything may go from this client to this lead at all (checks 1 to 15).
     *
     * @param client null when it is gone
     * @param campaign null when it is gone
     * @param lead null when it is gone
     */
    public record Standing(
            Switches switches,
            @Nullable ClientFacts client,
            @Nullable CampaignFacts campaign,
            @Nullable LeadFacts lead) {}

    /** What came before, where this one goes, and who allowed it (checks 17 to 24 and 26 to 28). */
    public record Reach(History history, Address address, Approval approval) {}

    /**
     * When it may arrive (check 25).
     *
     * @param holidaysUnknown nobody has the lead's public holidays of this year
     */
    public record Hours(SendCalendar calendar, boolean holidaysUnknown) {}

    /** By what it leaves, and what is left of that (checks 29 to 37). */
    public record Means(Sender sender, Budgets budgets, Vendor vendor) {

        /** As at a gate that asks for none of it. */
        public static Means of(Sender sender) {
            return new Means(sender, Budgets.PLENTY, Vendor.READY);
        }
    }

    Switches switches() {
        return standing.switches();
    }

    @Nullable
    ClientFacts client() {
        return standing.client();
    }

    @Nullable
    CampaignFacts campaign() {
        return standing.campaign();
    }

    @Nullable
    LeadFacts lead() {
        return standing.lead();
    }

    History history() {
        return reach.history();
    }

    Address address() {
        return reach.address();
    }

    Approval approval() {
        return reach.approval();
    }

    SendCalendar calendar() {
        return hours.calendar();
    }

    Sender sender() {
        return means.sender();
    }

    Budgets budgets() {
        return means.budgets();
    }

    /** The same as if nobody had overridden anything. */
    public GateFacts notOverridden() {
        return new GateFacts(touch.notOverridden(), standing, reach, hours, means, content);
    }

    /** The same as if the text were there. */
    public GateFacts written() {
        return new GateFacts(touch, standing, reach, hours, means, Content.FINE);
    }

    /** The same, leaving by these. */
    public GateFacts by(Means other) {
        return new GateFacts(touch, standing, reach, hours, other, content);
    }

    /** The same where the vendor who would be called has been stopped. */
    public GateFacts vendorStopped() {
        Standing stopped =
                new Standing(switches().channelStopping(), standing.client(), standing.campaign(), standing.lead());
        return new GateFacts(touch, stopped, reach, hours, means, content);
    }

    /**
     * What is intended.
     *
     * @param at when it is to leave; what planning asks about gaps, it asks about that day
     * @param currentStep the enrolment still has this as its next step, or the origin hangs on a step just executed
     * @param fulfilsStep MANUAL only: carries out a listed step
     * @param override a person sends with a stored reason in spite of gaps and windows; MANUAL only
     * @param answersOpenConversation an answer within a conversation that the lead keeps open
     */
    public record Intent(
            TouchKind kind,
            Instant at,
            boolean firstStep,
            boolean spareOnly,
            boolean currentStep,
            boolean fulfilsStep,
            boolean override,
            EnrolmentState enrolment,
            boolean answersOpenConversation) {

        Intent notOverridden() {
            return new Intent(
                    kind,
                    at,
                    firstStep,
                    spareOnly,
                    currentStep,
                    fulfilsStep,
                    false,
                    enrolment,
                    answersOpenConversation);
        }
    }

    /**
     * Kill switches, feeds and the test mode.
     *
     * @param testRecipientMissing the test mode is on and names nobody for the channel
     */
    public record Switches(
            boolean platformStopped, boolean channelStopped, boolean replyFeedStale, boolean testRecipientMissing) {
        public static final Switches OFF = new Switches(false, false, false);

        /** Of a client whose leads are written to. */
        public Switches(boolean platformStopped, boolean channelStopped, boolean replyFeedStale) {
            this(platformStopped, channelStopped, replyFeedStale, false);
        }

        Switches channelStopping() {
            return new Switches(platformStopped, true, replyFeedStale, testRecipientMissing);
        }
    }

    /** The client; {@code blackoutUntil} is the first day after its quiet list's present entry. */
    public record ClientFacts(
            SubscriptionStatus subscription,
            boolean paused,
            @Nullable LocalDate blackoutUntil) {}

    /** The campaign and its calendar day. */
    public record CampaignFacts(
            CampaignStatus status, DateRange dates, ZoneId zone, int touchGapDays, int channelCooldownDays) {}

    /**
     * The lead as client and pool know it.
     *
     * @param alive ALS at least 20 and no gate forces the dead tier; null when not scored yet
     * @param channelOpen tier row, cost floors and the step's minimum leave the channel open (TIER-2)
     * @param negativeIntent wire name of a settled negative intent, null for none
     */
    public record LeadFacts(
            boolean assigned,
            LeadStatus status,
            @Nullable PoolStatus pool,
            boolean blockedEverywhere,
            boolean complained,
            @Nullable SuppressionReason suppressed,
            @Nullable Boolean alive,
            boolean channelOpen,
            @Nullable String negativeIntent,
            boolean replyOpen,
            boolean meetingBooked,
            boolean dealOpen,
            @Nullable Instant coolingUntil,
            boolean inviteCooldown) {}

    /** What was sent before, dates on the lead's calendar. */
    public record History(
            int sequenceTouches,
            int steps,
            int touchesIn90Days,
            ZoneId leadZone,
            @Nullable LocalDate lastTouch,
            @Nullable LocalDate lastTouchOnChannel) {}

    /**
     * The contact point of the channel and what allows its use.
     *
     * @param restsUntil until when nothing is sent there, though nothing is wrong with it; null where it does not rest
     */
    public record Address(
            boolean present,
            State state,
            boolean optedOut,
            boolean consent,
            Register register,
            int verificationsTried,
            @Nullable Instant restsUntil) {

        /** One that does not rest. */
        public Address(
                boolean present,
                State state,
                boolean optedOut,
                boolean consent,
                Register register,
                int verificationsTried) {
            this(present, state, optedOut, consent, register, verificationsTried, null);
        }

        /** Source: outreach 6.3. */
        public enum State {
            OK,
            /** Nobody verified it yet: verify first. */
            UNKNOWN,
            /** Verified so long ago that it has to be verified again first. Source: flows 2.7. */
            OUTDATED,
            UNVERIFIED,
            INVALID,
            BOUNCED
        }

        /** Standing in the Do Not Call Register (outreach 6.5). */
        public enum Register {
            NOT_APPLICABLE,
            /** Washed at most 27 days ago and not listed, or listed with express consent to be called. */
            CLEAN,
            LISTED,
            STALE,
            /** Four washes failed. */
            UNAVAILABLE
        }
    }

    /** Who must say yes, and whether somebody did; {@code byPerson} is true for what a person sent or approved. */
    public record Approval(PermissionMode mode, Decision decision, boolean byPerson) {
        /** Where the approval stands. */
        public enum Decision {
            NONE,
            APPROVED,
            REJECTED,
            EXPIRED
        }
    }

    /** The sender that the touch has or would get. */
    public record Sender(boolean exists, Standing standing, boolean warm, boolean otherUsable) {
        /** Health of the sender (check 30). */
        public enum Standing {
            HEALTHY,
            UNHEALTHY,
            DOMAIN_AUTH_INVALID,
            SEAT_RESTRICTED,
            SEAT_DISCONNECTED
        }
    }

    /** What is left of budgets today, each true while one more fits. */
    public record Budgets(
            boolean startsLeft,
            boolean campaignLeft,
            Colleagues colleagues,
            boolean clientSmsLeft,
            boolean senderLeft,
            boolean spareLeft,
            boolean callsLeft) {

        /** Whether people of the lead's company heard from the client today. Source: outreach 19.2. */
        public enum Colleagues {
            /** One more may. */
            FEW,
            /** Somebody did on this channel in this clock hour. */
            THIS_HOUR,
            /** As many as may in a day. */
            TODAY
        }

        public static final Budgets PLENTY = new Budgets(true, true, Colleagues.FEW, true, true, true, true);
    }

    /**
     * Whether the vendor takes calls (check 37).
     *
     * @param until when it is asked again; null where it is ready or a person has to act
     */
    public record Vendor(State state, @Nullable Instant until) {

        /** Of its account, as the last calls left it. */
        public enum State {
            READY,
            /** Its breaker is open: it did not answer for a while. */
            UNAVAILABLE,
            /** Its account is refused or empty. */
            ACCOUNT_BLOCKED
        }

        public static final Vendor READY = new Vendor(State.READY, null);
        public static final Vendor ACCOUNT_BLOCKED = new Vendor(State.ACCOUNT_BLOCKED, null);

        /** One whose breaker lets the next call through then. */
        public static Vendor unavailable(Instant until) {
            return new Vendor(State.UNAVAILABLE, until);
        }
    }

    /** The rendered message; COMMIT and DISPATCH only. */
    public record Content(Standing standing, boolean complianceElements, boolean recipientCurrent) {
        /** Whether there is a text that may be used (check 38). */
        public enum Standing {
            READY,
            MISSING,
            STALE,
            QA_FAILED
        }

        public static final Content FINE = new Content(Standing.READY, true, true);
    }
}
