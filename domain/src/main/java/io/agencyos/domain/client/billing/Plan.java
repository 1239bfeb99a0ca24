package io.agencyos.domain.client.billing;

import io.agencyos.domain.shared.InputProblem;
import io.agencyos.domain.shared.Money;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.Vocabulary;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A subscription tier. Every plan has every feature; only the quantities differ. {@link #terms} are the published ones,
 * with which the plan table is seeded; the table may be changed without a release and then wins. Source: vocabulary
 * 14, scoring PLAN-1, data model 5.2.
 */
public enum Plan implements Vocabulary {
    /** The plan of a sign-up. */
    IGNITION(new Terms(
            Money.dollars(2_500),
            Money.dollars(1_250),
            1_250,
            new Slots(3, 2),
            new Resources(3, 1, 4),
            2,
            new MeetingTarget(5, 15),
            Money.dollars(50))),
    /** The middle plan. */
    VELOCITY(new Terms(
            Money.dollars(5_000),
            Money.dollars(2_500),
            2_250,
            new Slots(6, 4),
            new Resources(5, 2, 7),
            3,
            new MeetingTarget(15, 35),
            Money.dollars(100))),
    /** The largest plan. */
    DOMINANCE(new Terms(
            Money.dollars(7_500),
            Money.dollars(3_750),
            4_500,
            new Slots(12, 8),
            new Resources(10, 3, 14),
            4,
            new MeetingTarget(40, 80),
            Money.dollars(200)));

    private final Terms terms;

    Plan(Terms terms) {
        this.terms = terms;
    }

    /** The plan of this name in any case; else {@code invalid_tier} with the names there are (PLAN-1). */
    public static Result<Plan, InputProblem> parse(String name) {
        return Vocabulary.parse(Plan.class, name.strip().toLowerCase(Locale.ROOT))
                .<Result<Plan, InputProblem>>map(Result::ok)
                .orElseGet(() -> Result.err(new InputProblem(
                        "invalid_tier",
                        "The plans are "
                                + Arrays.stream(values()).map(Plan::wire).collect(Collectors.joining(", ")) + ".")));
    }

    /** How large its helping of outreach is beside the others'. Source: outreach 3.2. */
    public int sendingWeight() {
        return switch (this) {
            case IGNITION -> 1;
            case VELOCITY -> 2;
            case DOMINANCE -> 4;
        };
    }

    /** The published terms. */
    public Terms terms() {
        return terms;
    }

    /**
     * What a plan costs and grants.
     *
     * @param price per month
     * @param foundingPrice per month while one of the founding spots is held
     * @param leadsPerMonth quota of a period, in credits
     * @param campaigns slots for active campaigns
     * @param resources sender resources
     * @param personas sender personas
     * @param meetingTarget meetings per month, for the dashboard only
     * @param aiBudgetPerDay upper limit of model cost
     */
    public record Terms(
            Money price,
            Money foundingPrice,
            int leadsPerMonth,
            Slots campaigns,
            Resources resources,
            int personas,
            MeetingTarget meetingTarget,
            Money aiBudgetPerDay) {

        private static final int WORKING_DAYS = 22;

        /** New lead starts per working day: the quota over 22 days, rounded up. */
        public int startsPerDay() {
            return Math.ceilDiv(leadsPerMonth, WORKING_DAYS);
        }
    }

    /** Slots for active campaigns: a free AI slot may hold a custom campaign, not the reverse (PLAN-3). */
    public record Slots(int ai, int custom) {

        /** All slots together. */
        public int total() {
            return ai + custom;
        }
    }

    /** Sender resources; the LinkedIn seats are the client's own accounts. */
    public record Resources(int emailDomains, int phoneNumbers, int linkedInSeats) {

        private static final int MAILBOXES_PER_DOMAIN = 2;

        /** Mailboxes, two on each domain. */
        public int mailboxes() {
            return emailDomains * MAILBOXES_PER_DOMAIN;
        }
    }

    /** Meetings per month to be aimed at, both ends included. */
    public record MeetingTarget(int low, int high) {}
}
