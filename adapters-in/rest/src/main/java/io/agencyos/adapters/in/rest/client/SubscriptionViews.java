package io.agencyos.adapters.in.rest.client;

import io.agencyos.domain.client.billing.BillingPeriod;
import io.agencyos.domain.client.billing.CreditAccount;
import io.agencyos.domain.client.billing.CreditEntry;
import io.agencyos.domain.client.billing.CreditEntryKind;
import io.agencyos.domain.client.billing.Plan;
import io.agencyos.domain.client.billing.PlanChange;
import io.agencyos.domain.client.billing.Subscription;
import io.agencyos.domain.client.billing.SubscriptionStatus;
import io.agencyos.domain.shared.Vocabulary;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Subscriptions and credits as the API writes them; amounts in cents. */
public final class SubscriptionViews {

    private static final Instant PERIOD_END = Instant.parse("2026-02-27T13:00:00Z");

    static final Booked BOOKED = new Booked(
            Plan.VELOCITY,
            SubscriptionStatus.ACTIVE,
            500_000,
            "AUD",
            false,
            LocalDate.of(2026, 1, 31),
            PERIOD_END,
            new NextInvoice(PERIOD_END, 250_000),
            Plan.IGNITION);
    static final Changed CHANGED = new Changed(Plan.VELOCITY, ChangeKind.UPGRADE, true, null, 250_000, "AUD", 1_000);
    static final Left LEFT = new Left(1_300, 2_250, LocalDate.of(2026, 1, 31), PERIOD_END, false);
    static final Entry ENTRY = new Entry(
            UUID.fromString("019baaaa-0000-7000-8000-000000000021"),
            CreditEntryKind.CONSUME,
            -1,
            1_249,
            LocalDate.of(2026, 1, 31),
            UUID.fromString("019baaaa-0000-7000-8000-000000000022"),
            "lead assigned",
            Instant.parse("2026-02-02T00:10:00Z"));

    private SubscriptionViews() {}

    /**
     * What is to be paid next.
     *
     * @param at when it is charged: the end of the paid month
     */
    public record NextInvoice(Instant at, long amountCents) {}

    /**
     * A subscription.
     *
     * @param status where the subscription stands: outreach begins on trial and while it is paid; past due, it does not
     * @param nextInvoice what is paid next; null for a cancelled subscription
     */
    public record Booked(
            Plan plan,
            SubscriptionStatus status,
            long priceCents,
            String currency,
            boolean founding,
            LocalDate currentPeriodStart,
            Instant currentPeriodEnd,
            @Nullable NextInvoice nextInvoice,
            @Nullable Plan pendingPlan) {

        static Booked of(Subscription booked) {
            Instant end = booked.period().endsAt();
            boolean over = booked.status() == SubscriptionStatus.CANCELLED;
            return new Booked(
                    booked.plan(),
                    booked.status(),
                    booked.price().cents(),
                    "AUD",
                    booked.founding(),
                    booked.periodStart(),
                    end,
                    over
                            ? null
                            : new NextInvoice(
                                    end, booked.priceOf(booked.nextPlan()).cents()),
                    booked.pendingPlan());
        }
    }

    /** What a change of the plan is. */
    public enum ChangeKind implements Vocabulary {
        UPGRADE,
        DOWNGRADE,
        NONE
    }

    /**
     * A change of the plan, done or looked at.
     *
     * @param plan the plan from now on, or from the next month on
     * @param change whether the new plan is a larger one, a smaller one, or the same
     * @param applied whether it was done; false for a dry run
     * @param effectiveAt when it takes effect; null where it does at once
     * @param leadsDelta how many more leads the period grants with the new plan; negative for fewer
     */
    public record Changed(
            Plan plan,
            ChangeKind change,
            boolean applied,
            @Nullable Instant effectiveAt,
            long amountDueCents,
            String currency,
            int leadsDelta) {

        static Changed of(PlanChange change, boolean applied) {
            return switch (change) {
                case PlanChange.None(Plan plan) -> new Changed(plan, ChangeKind.NONE, applied, null, 0, "AUD", 0);
                case PlanChange.Stay(Plan plan) -> new Changed(plan, ChangeKind.NONE, applied, null, 0, "AUD", 0);
                case PlanChange.Upgrade(var from, Plan to, int credits, var due) ->
                    new Changed(to, ChangeKind.UPGRADE, applied, null, due.cents(), "AUD", credits);
                case PlanChange.Downgrade(var from, Plan to, int credits, LocalDate at) ->
                    new Changed(
                            to,
                            ChangeKind.DOWNGRADE,
                            applied,
                            at.atStartOfDay(BillingPeriod.ZONE).toInstant(),
                            0,
                            "AUD",
                            credits);
            };
        }
    }

    /**
     * What is left of a period's credits.
     *
     * @param balance credits that are left; one is used where data of a lead is bought
     * @param quota credits that the period granted
     * @param resetsAt when the next period begins and its quota is granted; null before a subscription begins
     * @param low whether fewer than a tenth of the quota are left
     */
    public record Left(
            int balance,
            int quota,
            LocalDate periodStart,
            @Nullable Instant resetsAt,
            boolean low) {

        static Left of(CreditAccount account) {
            return new Left(account.balance(), account.quota(), account.period(), account.nextReset(), account.isLow());
        }
    }

    /**
     * A line of the ledger.
     *
     * @param kind why credits came or went: granted or expired with the period, used for a lead, given back, moved by a
     *     change of plan, or corrected by staff
     * @param amount credits that came; negative for those that went
     * @param period the first day of the paid month that the entry belongs to
     * @param reason what the credits were given or taken for
     */
    public record Entry(
            UUID id,
            CreditEntryKind kind,
            int amount,
            int balanceAfter,
            LocalDate period,
            @Nullable UUID leadId,
            String reason,
            Instant createdAt) {

        static Entry of(CreditEntry entry) {
            return new Entry(
                    entry.id(),
                    entry.kind(),
                    entry.amount(),
                    entry.balanceAfter(),
                    entry.period(),
                    entry.lead() == null ? null : entry.lead().value(),
                    entry.reason(),
                    entry.at());
        }
    }
}
