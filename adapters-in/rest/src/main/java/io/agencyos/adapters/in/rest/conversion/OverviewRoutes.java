package io.agencyos.adapters.in.rest.conversion;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.FieldError;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Page;
import io.agencyos.adapters.in.http.route.Pages;
import io.agencyos.adapters.in.http.route.Param;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.route.Sorting;
import io.agencyos.application.conversion.everywhere.ReadOverview;
import io.agencyos.domain.client.billing.Plan;
import io.agencyos.domain.client.billing.SubscriptionStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the platform comes to, for its staff; amounts in cents. Source: api 9.17 overview, renewals. */
public final class OverviewRoutes implements RouteGroup {

    private static final String TAG = "Platform";
    private static final int USUAL_DAYS = 30;
    private static final int MOST_DAYS = 365;
    private static final OverviewView OVERVIEW = new OverviewView(
            2_375_000, new BigDecimal("0.1875"), "AUD", 9, 2, 412, new BigDecimal("0.1875"), 12_300, 50_000, 21);
    private static final RenewalView RENEWAL = new RenewalView(
            UUID.fromString("019baaaa-0000-7000-8000-000000000001"),
            "Northlight",
            Plan.VELOCITY,
            SubscriptionStatus.ACTIVE,
            250_000,
            "AUD",
            Instant.parse("2026-03-12T13:00:00Z"),
            false);

    private final ReadOverview overview;

    public OverviewRoutes(ReadOverview overview) {
        this.overview = overview;
    }

    /** The front page; {@code mrr_change} is since the month began. */
    public record OverviewView(
            long mrrCents,
            @Nullable BigDecimal mrrChange,
            String currency,
            int activeClients,
            int newClientsThisMonth,
            long leadsToday,
            @Nullable BigDecimal leadsChange,
            long aiSpendTodayCents,
            long aiLimitCents,
            int campaignsActive) {

        static OverviewView of(ReadOverview.Overview now) {
            return new OverviewView(
                    now.monthly().cents(),
                    now.monthlyChange(),
                    "AUD",
                    now.activeClients(),
                    now.newClientsThisMonth(),
                    now.leadsToday(),
                    now.leadsChange(),
                    now.aiSpendToday().cents(),
                    now.aiLimit().cents(),
                    now.campaignsActive());
        }
    }

    /**
     * A period that ends, and what the next one costs.
     *
     * @param status where the subscription stands: outreach begins on trial and while it is paid; past due, it does not
     * @param renewsAt when the period ends and the next one is paid
     * @param atRisk whether payment is late or the health of the client is critical
     */
    public record RenewalView(
            UUID clientId,
            String clientName,
            Plan plan,
            SubscriptionStatus status,
            long priceCents,
            String currency,
            Instant renewsAt,
            boolean atRisk) {

        static RenewalView of(ReadOverview.Renewal renewal) {
            return new RenewalView(
                    renewal.client().value(),
                    renewal.name(),
                    renewal.plan(),
                    renewal.status(),
                    renewal.price().cents(),
                    "AUD",
                    renewal.renewsAt(),
                    renewal.atRisk());
        }
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get(Route.P + "/overview", "What the platform comes to now")
                        .tag(TAG)
                        .platformAdmin()
                        .answers(OverviewView.class, OVERVIEW)
                        .handledBy(call -> Reply.ok(OverviewView.of(overview.now()))),
                Route.get(Route.P + "/renewals", "Subscriptions whose period ends soon, the next first")
                        .tag(TAG)
                        .platformAdmin()
                        .params(Param.integer("days", "Within so many days, 1 to 365; 30 where none is named."))
                        .lists(RenewalView.class, Sorting.of("renews_at"), RENEWAL)
                        .handledBy(this::renewals));
    }

    private Reply<Page<RenewalView>> renewals(Call<None> call) {
        int days = call.query().integer("days").orElse(USUAL_DAYS);
        if (days < 1 || days > MOST_DAYS) {
            return Reply.invalid(List.of(FieldError.query("days", "out_of_range", "From 1 to 365 days.")));
        }
        return Reply.ok(Pages.of(
                overview.renewals(days),
                call.paging(),
                renewal -> Long.toString(renewal.renewsAt().toEpochMilli()),
                renewal -> renewal.client().value(),
                RenewalView::of));
    }
}
