package io.agencyos.adapters.in.rest.client;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.application.allocation.pacing.ShowCapacity;
import io.agencyos.application.allocation.pacing.ShowUsage;
import io.agencyos.domain.client.billing.Plan;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.resource.Pacing;
import io.agencyos.domain.resource.StartBudget;
import io.agencyos.domain.shared.Channel;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a client has used of its plan. Source: api 9.2. */
public final class UsageRoutes implements RouteGroup {

    /**
     * Credits of the period.
     *
     * @param quota credits that the period granted
     * @param used credits of the period that were used
     * @param remaining credits that are left
     */
    public record Leads(int quota, int used, int remaining) {}

    /**
     * What may be in use at once, and is.
     *
     * @param max how many there may be at once
     * @param active campaigns that send now
     */
    public record Campaigns(int max, int active) {}

    /**
     * LinkedIn seats of the plan, and those in use.
     *
     * @param max how many there may be at once
     * @param used linkedIn seats that are linked
     */
    public record Seats(int max, int used) {}

    /**
     * Sequences begun today.
     *
     * @param budgetToday sequences that may begin today, those that have begun among them; null while the subscription
     *     lets nothing begin
     * @param limitedBy what keeps the budget from being larger; null where there is no budget
     * @param startedToday sequences that were begun today
     * @param nominal sequences a day that the plan is made for
     * @param pace how far the period's starts have come; null before there is a period
     */
    public record LeadStarts(
            @Nullable Integer budgetToday,
            StartBudget.@Nullable Limit limitedBy,
            int startedToday,
            int nominal,
            @Nullable Pace pace) {

        private static LeadStarts of(ShowUsage.@Nullable Starts starts, int nominal) {
            return starts == null
                    ? new LeadStarts(null, null, 0, nominal, null)
                    : new LeadStarts(
                            starts.budget().starts(),
                            starts.budget().limitedBy(),
                            starts.today(),
                            nominal,
                            Pace.of(starts.pacing()));
        }
    }

    /**
     * The period's lead starts until now.
     *
     * @param percent started of what is expected after the working days that are over; 100 on the first
     * @param started sequences that the period has begun
     * @param quota sequences that the period is to begin
     * @param workingDays working days of the period
     * @param workingDaysOver those of them that are over
     * @param mostToday what a day that catches up may start at most
     * @param flag {@code burning_fast} above 120 percent of what is expected, {@code burning_slow} below 50 from the middle of
     *     the period on; null otherwise
     */
    public record Pace(
            BigDecimal percent,
            int started,
            int quota,
            int workingDays,
            int workingDaysOver,
            int mostToday,
            Pacing.@Nullable Alert flag) {

        private static Pace of(Pacing pacing) {
            return new Pace(
                    BigDecimal.valueOf(pacing.perMille(), 1),
                    pacing.started(),
                    pacing.quota(),
                    pacing.workingDays(),
                    pacing.completed(),
                    pacing.cap(),
                    pacing.alert().orElse(null));
        }
    }

    /**
     * Whether the senders can work the leads of the plan, in touches per working day.
     *
     * @param channels what each channel needs and has
     * @param closingEmails how many of the last e-mails of sequences the senders have room for
     */
    public record Capacity(List<Senders> channels, ClosingEmails closingEmails) {

        private static Capacity of(ShowCapacity.Capacity capacity) {
            return new Capacity(
                    capacity.lines().stream()
                            .map(line -> new Senders(line.channel(), line.needed(), line.supplied(), line.missing()))
                            .toList(),
                    new ClosingEmails(
                            capacity.closing().wished(),
                            capacity.closing().possible(),
                            capacity.closing().perCent()));
        }
    }

    /**
     * What a channel has to do, what its senders can do as they are now, and what is missing.
     *
     * @param channel the channel whose touches are counted
     * @param neededPerDay touches a day that the plan's leads ask for
     * @param suppliedPerDay touches a day that the senders can do as they are now
     * @param missingPerDay touches a day that are missing; 0 where nothing is
     */
    public record Senders(Channel channel, BigDecimal neededPerDay, int suppliedPerDay, BigDecimal missingPerDay) {}

    /**
     * The last e-mails of a sequence take what the others leave.
     *
     * @param wishedPerDay closing e-mails a day that sequences ask for
     * @param possiblePerDay closing e-mails a day that the senders have room for
     * @param percent of the closing e-mails wished for, the percent that the senders have room for
     */
    public record ClosingEmails(BigDecimal wishedPerDay, BigDecimal possiblePerDay, int percent) {}

    /** Model cost of today, in whole cents. */
    public record Ai(long limitCents, long spentCents, String currency) {}

    /**
     * What is an admin's to see is null for others.
     *
     * @param leads credits for new leads; null for whoever is no admin
     * @param campaigns how many campaigns may be active at once, and are
     * @param leadStarts sequences begun today; null for whoever is no admin
     * @param capacity whether the senders can work the leads of the plan; null for whoever is no admin
     * @param ai what models cost today; null for whoever is no admin
     */
    public record Usage(
            LocalDate periodStart,
            @Nullable Instant resetsAt,
            @Nullable Leads leads,
            Campaigns campaigns,
            Seats linkedinSeats,
            @Nullable LeadStarts leadStarts,
            @Nullable Capacity capacity,
            @Nullable Ai ai) {

        static final Usage EXAMPLE = new Usage(
                LocalDate.of(2026, 3, 1),
                Instant.parse("2026-03-31T13:00:00Z"),
                new Leads(1_250, 313, 937),
                new Campaigns(5, 2),
                new Seats(4, 1),
                new LeadStarts(
                        65,
                        StartBudget.Limit.QUOTA,
                        12,
                        57,
                        new Pace(new BigDecimal("86.4"), 540, 1_250, 22, 11, 69, null)),
                new Capacity(
                        List.of(new Senders(Channel.EMAIL, new BigDecimal("113.6"), 135, new BigDecimal("0.0"))),
                        new ClosingEmails(new BigDecimal("51.1"), new BigDecimal("21.4"), 42)),
                new Ai(5_000, 184, "AUD"));

        static Usage of(ShowUsage.Usage used, Optional<ShowCapacity.Capacity> senders, boolean all) {
            Plan.Terms terms = used.subscription().plan().terms();
            int balance = used.credits().balance();
            int quota = used.credits().quota();
            return new Usage(
                    used.subscription().periodStart(),
                    used.credits().nextReset(),
                    all ? new Leads(quota, Math.max(0, quota - balance), balance) : null,
                    new Campaigns(terms.campaigns().total(), used.activeCampaigns()),
                    new Seats(terms.resources().linkedInSeats(), used.seats()),
                    all ? LeadStarts.of(used.starts(), terms.startsPerDay()) : null,
                    all ? senders.map(Capacity::of).orElse(null) : null,
                    all ? new Ai(used.aiPerDay().cents(), used.aiSpent().cents(), "AUD") : null);
        }
    }

    private final ShowUsage usage;
    private final ShowCapacity capacity;

    public UsageRoutes(ShowUsage usage, ShowCapacity capacity) {
        this.usage = usage;
        this.capacity = capacity;
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(Route.get(Route.C + "/usage", "What the client has used of its plan")
                .tag(ClientSetUpRoutes.TAG)
                .role(Role.VIEWER)
                .answers(Usage.class, Usage.EXAMPLE)
                .handledBy(this::show));
    }

    private Reply<Usage> show(Call<None> call) {
        boolean all = call.scope().role().permits(Role.ADMIN);
        return usage.of(call.scope())
                .<Reply<Usage>>map(
                        used -> Reply.ok(Usage.of(used, all ? capacity.of(call.scope()) : Optional.empty(), all)))
                .orElseGet(Reply::notFound);
    }
}
