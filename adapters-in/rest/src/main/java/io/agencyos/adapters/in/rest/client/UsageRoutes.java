package io.agencyos.adapters.in.rest.client;

import io.agencyos.adapters.in.rest.route.Call;
import io.agencyos.adapters.in.rest.route.None;
import io.agencyos.adapters.in.rest.route.Reply;
import io.agencyos.adapters.in.rest.route.Route;
import io.agencyos.adapters.in.rest.route.RouteGroup;
import io.agencyos.application.allocation.pacing.ShowUsage;
import io.agencyos.domain.client.Plan;
import io.agencyos.domain.client.Role;
import io.agencyos.domain.content.budget.AiCost;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a client has used of its plan. Source: api 9.2. */
public final class UsageRoutes implements RouteGroup {

    /** Credits of the period. */
    public record Leads(int quota, int used, int remaining) {}

    /** What may be in use at once, and is. */
    public record Campaigns(int max, int active) {}

    public record Seats(int max, int used) {}

    /** Sequences begun today; the budget is null while nothing may begin. */
    public record LeadStarts(@Nullable Integer budgetToday, int startedToday, int nominal) {}

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
            @Nullable Ai ai) {

        static final Usage EXAMPLE = new Usage(
                LocalDate.of(2026, 3, 1),
                Instant.parse("2026-03-31T13:00:00Z"),
                new Leads(1_250, 313, 937),
                new Campaigns(5, 2),
                new Seats(4, 1),
                new LeadStarts(69, 12, 57),
                new Ai(5_000, 184));

        static Usage of(ShowUsage.Usage used, boolean all) {
            Plan.Terms terms = used.subscription().plan().terms();
            int balance = used.credits().balance();
            int quota = used.credits().quota();
            return new Usage(
                    used.subscription().periodStart(),
                    used.credits().nextReset(),
                    all ? new Leads(quota, Math.max(0, quota - balance), balance) : null,
                    new Campaigns(terms.campaigns().total(), used.activeCampaigns()),
                    new Seats(terms.resources().linkedInSeats(), used.seats()),
                    all ? new LeadStarts(used.startBudget(), used.startedToday(), terms.startsPerDay()) : null,
                    all
                            ? new Ai(
                                    AiCost.of(terms.aiBudgetPerDay()).cents(),
                                    used.aiSpent().cents())
                            : null);
        }
    }

    private final ShowUsage usage;

    public UsageRoutes(ShowUsage usage) {
        this.usage = usage;
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
                .<Reply<Usage>>map(used -> Reply.ok(Usage.of(used, all)))
                .orElseGet(Reply::notFound);
    }
}
