package io.agencyos.adapters.in.rest.client;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Page;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.route.Sorting;
import io.agencyos.application.client.billing.FoundingSpots;
import io.agencyos.domain.client.billing.Plan;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What anybody may see before signing up: the plans, and how many founding spots are left. Source: api 9.1. */
public final class PublicPlanRoutes implements RouteGroup {

    private static final String TAG = "Plans";

    /**
     * Meetings per month to be aimed at.
     *
     * @param low the fewest meetings a month that the plan aims at
     * @param high the most meetings a month that the plan aims at
     */
    public record MeetingTarget(int low, int high) {}

    /**
     * A plan of the catalogue.
     *
     * @param name the plan, by the name that a checkout takes
     * @param meetingTarget how many meetings a month the plan aims at
     */
    public record PlanView(
            Plan name,
            long priceCents,
            long foundingPriceCents,
            String currency,
            int leadsPerMonth,
            int maxCampaigns,
            int linkedinSeats,
            int emailDomains,
            int mailboxes,
            int phoneNumbers,
            int personas,
            int newLeadsPerDay,
            MeetingTarget meetingTarget) {

        static PlanView of(Plan plan) {
            Plan.Terms terms = plan.terms();
            return new PlanView(
                    plan,
                    terms.price().cents(),
                    terms.foundingPrice().cents(),
                    "AUD",
                    terms.leadsPerMonth(),
                    terms.campaigns().total(),
                    terms.resources().linkedInSeats(),
                    terms.resources().emailDomains(),
                    terms.resources().mailboxes(),
                    terms.resources().phoneNumbers(),
                    terms.personas(),
                    terms.startsPerDay(),
                    new MeetingTarget(
                            terms.meetingTarget().low(), terms.meetingTarget().high()));
        }
    }

    /**
     * Founding spots; those that a checkout holds just now are not remaining.
     *
     * @param total founding spots in all
     * @param taken founding spots that are taken
     * @param remaining spots that can still be had
     */
    public record SpotsView(int total, int taken, int remaining) {}

    private final Supplier<FoundingSpots.Stand> spots;

    public PublicPlanRoutes(Supplier<FoundingSpots.Stand> spots) {
        this.spots = spots;
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get("/api/v1/public/plans", "The plans and what they cost")
                        .tag(TAG)
                        .open()
                        .cacheable()
                        .lists(PlanView.class, Sorting.of("price_cents"), PlanView.of(Plan.IGNITION))
                        .handledBy(PublicPlanRoutes::plans),
                Route.get("/api/v1/public/founding-spots", "How many founding spots are left")
                        .tag(TAG)
                        .open()
                        .answers(SpotsView.class, new SpotsView(20, 12, 7))
                        .handledBy(this::spots));
    }

    private static Reply<Page<PlanView>> plans(Call<None> call) {
        return Reply.ok(
                new Page<>(Arrays.stream(Plan.values()).map(PlanView::of).toList(), Optional.empty()));
    }

    private Reply<SpotsView> spots(Call<None> call) {
        FoundingSpots.Stand stand = spots.get();
        return Reply.ok(new SpotsView(stand.total(), stand.taken(), stand.remaining()));
    }
}
