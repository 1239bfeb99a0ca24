package io.agencyos.adapters.in.rest.client;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.application.allocation.pacing.ShowCapacity;
import io.agencyos.application.allocation.pacing.ShowUsage;
import io.agencyos.domain.client.Plan;
import io.agencyos.domain.client.Role;
import io.agencyos.domain.content.budget.AiCost;
import io.agencyos.domain.resource.Pacing;
import io.agencyos.domain.shared.Channel;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a client has used of its plan. Source: api 9.2. */
public final class UsageRoutes implements RouteGroup {

    /** Credits of the period. */
    public record Leads(int quota, int used, int remaining) {}

    /** What may be in use at once, and is. */
    public record Campaigns(int max, int active) {}

    public record Seats(int max, int used) {}

    /** Sequences begun today; the budget is null while nothing may begin. */
    public record LeadStarts(
            @Nullable Integer budgetToday,
            int startedToday,
            int nominal,
            @Nullable Pace pace) {}

    /**
     * The period's lead starts until now.
     *
     * @param percent started of what is expected after the working days that are over; 100 on the first
     * @param mostToday what a day that catches up may start at most
     * @param flag null while the pace is as it should be
     */
    public record Pace(
            BigDecimal percent,
            int started,
            int quota,
            int workingDays,
            int workingDaysOver,
            int mostToday,
            Pacing.@Nullable Alert flag) {

        private static @Nullable Pace of(@Nullable Pacing pacing) {
            if (pacing == null) {
                return null;
            }
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

    /** Whether the senders can work the leads of the plan, in touches per working day. */
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

    /** What a channel has to do, what its senders can do as they are now, and what is missing. */
    public record Senders(Channel channel, BigDecimal neededPerDay, int suppliedPerDay, BigDecimal missingPerDay) {}

    /** The last e-mails of a sequence take what the others leave. */
    public record ClosingEmails(BigDecimal wishedPerDay, BigDecimal possiblePerDay, int percent) {}

    /** Model cost of today, in cents, rounded up. */
    public record Ai(long limitCents, long spentCents) {}

    /** What is an admin's to see is null for others. */
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
                new LeadStarts(65, 12, 57, new Pace(new BigDecimal("86.4"), 540, 1_250, 22, 11, 69, null)),
                new Capacity(
                        List.of(new Senders(Channel.EMAIL, new BigDecimal("113.6"), 135, new BigDecimal("0.0"))),
                        new ClosingEmails(new BigDecimal("51.1"), new BigDecimal("21.4"), 42)),
                new Ai(5_000, 184));

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
                    all
                            ? new LeadStarts(
                                    used.startBudget(),
                                    used.startedToday(),
                                    terms.startsPerDay(),
                                    Pace.of(used.pacing()))
                            : null,
                    all ? senders.map(Capacity::of).orElse(null) : null,
                    all
                            ? new Ai(
                                    AiCost.of(terms.aiBudgetPerDay()).cents(),
                                    used.aiSpent().cents())
                            : null);
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
