package io.agencyos.adapters.in.rest.platform;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Page;
import io.agencyos.adapters.in.http.route.Param;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.route.Sorting;
import io.agencyos.adapters.in.rest.card.Params;
import io.agencyos.application.platform.AlertBook;
import io.agencyos.application.platform.KeepAlerts;
import io.agencyos.domain.platform.Alert;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What staff of the platform has to know. Source: api 9.17 {@code P/alerts}. */
public final class AlertRoutes implements RouteGroup {

    private static final String TAG = "Platform";
    private static final String ALL = Route.P + "/alerts";
    private static final AlertView EXAMPLE = new AlertView(
            UUID.fromString("019baaaa-0000-7000-8000-000000000041"),
            "domain_health",
            Alert.Severity.CRITICAL,
            AlertBook.State.OPEN,
            "A sending domain is critical",
            Map.of("domain", "hello-harbour.example"),
            UUID.fromString("019baaaa-0000-7000-8000-000000000001"),
            2,
            Instant.parse("2026-03-02T02:15:04.120Z"),
            Instant.parse("2026-03-02T04:15:04.120Z"),
            null,
            null,
            null);

    private final KeepAlerts alerts;

    public AlertRoutes(KeepAlerts alerts) {
        this.alerts = alerts;
    }

    /**
     * An alert; {@code kind} names the part of the product that found it.
     *
     * @param kind what is wrong, in a word that stays the same, such as {@code dncr_washes_due} or {@code
     *     resource_buffer_low}
     * @param severity how urgent it is: for later, for today, or for now
     * @param state whether somebody still has to look; an acknowledged alert stays until its cause is gone
     * @param title what is wrong, in a line
     * @param detail what is known of it: names and what stands for each, other ones for each kind
     * @param count how often the cause was met since the alert opened
     */
    public record AlertView(
            UUID id,
            String kind,
            Alert.Severity severity,
            AlertBook.State state,
            String title,
            Map<String, String> detail,
            @Nullable UUID clientId,
            int count,
            Instant firstAt,
            Instant lastAt,
            @Nullable UUID acknowledgedBy,
            @Nullable Instant acknowledgedAt,
            @Nullable Instant closedAt) {

        static AlertView of(AlertBook.Listed listed) {
            Alert alert = listed.alert();
            return new AlertView(
                    listed.id(),
                    alert.source(),
                    alert.severity(),
                    listed.state(),
                    alert.title(),
                    alert.detail(),
                    alert.clientId() == null ? null : alert.clientId().value(),
                    alert.count(),
                    alert.firstAt(),
                    alert.lastAt(),
                    listed.seenBy() == null ? null : listed.seenBy().value(),
                    listed.seenAt(),
                    listed.closedAt());
        }
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get(ALL, "What staff has to know, what happened last first")
                        .tag(TAG)
                        .platformAdmin()
                        .params(
                                Param.texts("kind", "The part of the product that found it."),
                                Param.words("severity", Alert.Severity.class),
                                Param.words("state", AlertBook.State.class),
                                Param.id("client_id"))
                        .lists(AlertView.class, Sorting.of("-last_at"), EXAMPLE)
                        .handledBy(this::list),
                Route.post(ALL + "/{id}/acknowledge", "Silences an alert; its cause closes it")
                        .tag(TAG)
                        .platformAdmin()
                        .answers(AlertView.class, EXAMPLE)
                        .handledBy(call -> alerts.acknowledge(
                                        call.principal().userId(), UUID.fromString(call.text("id")), call.origin())
                                .map(AlertView::of)
                                .<Reply<AlertView>>map(Reply::ok)
                                .orElseGet(Reply::notFound)));
    }

    private Reply<Page<AlertView>> list(Call<None> call) {
        AlertBook.Filter filter = new AlertBook.Filter(
                Set.copyOf(call.query().all("kind")),
                call.query().words("severity", Alert.Severity.class),
                call.query().words("state", AlertBook.State.class),
                call.query().ids("client_id", ClientId::new));
        AlertBook.After after = call.paging()
                .after()
                .map(place -> new AlertBook.After(Params.instant(place), place.id()))
                .orElse(null);
        return Reply.ok(Page.of(
                alerts.list(filter, after, call.paging().limit() + 1),
                call.paging(),
                AlertView::of,
                row -> Params.at(row.alert().lastAt(), row.id())));
    }
}
