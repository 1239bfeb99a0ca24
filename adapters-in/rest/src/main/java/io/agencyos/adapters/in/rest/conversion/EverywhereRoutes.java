package io.agencyos.adapters.in.rest.conversion;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Page;
import io.agencyos.adapters.in.http.route.Param;
import io.agencyos.adapters.in.http.route.Query;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteBuilder;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.route.Sorting;
import io.agencyos.adapters.in.rest.card.Params;
import io.agencyos.adapters.in.rest.conversion.EverywhereViews.ActivityRow;
import io.agencyos.adapters.in.rest.conversion.EverywhereViews.CampaignRow;
import io.agencyos.adapters.in.rest.conversion.EverywhereViews.LeadRow;
import io.agencyos.adapters.in.rest.conversion.EverywhereViews.MeetingRow;
import io.agencyos.adapters.in.rest.conversion.EverywhereViews.ReplyRow;
import io.agencyos.application.conversion.everywhere.Everywhere;
import io.agencyos.application.conversion.everywhere.ReadEverywhere;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.domain.campaign.CampaignOrigin;
import io.agencyos.domain.campaign.CampaignStatus;
import io.agencyos.domain.conversation.Intent;
import io.agencyos.domain.deal.MeetingOutcome;
import io.agencyos.domain.deal.MeetingStatus;
import io.agencyos.domain.lead.ActivityAction;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Lists over all live clients, for staff of the platform. Source: api 9.17. */
public final class EverywhereRoutes implements RouteGroup {

    private static final String TAG = "Platform";

    /** What comes back to its sender. */
    public enum BounceKind implements Vocabulary {
        BOUNCED,
        COMPLAINED
    }

    private final ReadEverywhere read;
    private final ClockPort clock;

    public EverywhereRoutes(ReadEverywhere read, ClockPort clock) {
        this.read = read;
        this.clock = clock;
    }

    private static RouteBuilder<None, None> list(String name, String summary, Param... params) {
        Param[] all = new Param[params.length + 1];
        all[0] = Param.id("client_id");
        System.arraycopy(params, 0, all, 1, params.length);
        return Route.get(Route.P + "/" + name, summary).tag(TAG).platformAdmin().params(all);
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                list(
                                "leads",
                                "Leads of all clients",
                                Param.id("campaign_id"),
                                Param.words("tier", Tier.class),
                                Param.words("status", LeadStatus.class),
                                Param.search("Looks in name, e-mail address and company."),
                                Param.instant("updated_from", "From this moment on."),
                                Param.instant("updated_to", "Before this moment."))
                        .lists(
                                LeadRow.class,
                                Sorting.of("-created_at", "created_at", "updated_at", "-updated_at"),
                                LeadRow.EXAMPLE)
                        .handledBy(this::leads),
                list(
                                "campaigns",
                                "Campaigns of all clients, newest first",
                                Param.words("status", CampaignStatus.class),
                                Param.words("origin", CampaignOrigin.class),
                                Param.search("In the name."))
                        .lists(CampaignRow.class, Sorting.of("-created_at"), CampaignRow.EXAMPLE)
                        .handledBy(call -> page(
                                call,
                                (query, window) -> read.campaigns(campaigns(query), window),
                                CampaignRow::of,
                                CampaignRow::createdAt,
                                CampaignRow::id)),
                list(
                                "replies",
                                "Replies to all clients, newest first",
                                Param.words("intent", Intent.class),
                                Param.words("channel", Channel.class),
                                Param.flag("handled", "Whether somebody took care of it."),
                                Param.flag("review_required", "Whether a person has to look at it."))
                        .lists(ReplyRow.class, Sorting.of("-received_at"), ReplyRow.EXAMPLE)
                        .handledBy(call -> page(
                                call,
                                (query, window) -> read.replies(replies(query), window),
                                ReplyRow::of,
                                ReplyRow::receivedAt,
                                ReplyRow::id)),
                list(
                                "meetings",
                                "Meetings of all clients, booked last first",
                                Param.words("outcome", MeetingOutcome.class),
                                Param.words("status", MeetingStatus.class),
                                Param.flag("upcoming", "Still to take place, or not any more."))
                        .lists(MeetingRow.class, Sorting.of("-booked_at"), MeetingRow.EXAMPLE)
                        .handledBy(call -> page(
                                call,
                                (query, window) -> read.meetings(meetings(query), window),
                                MeetingRow::of,
                                MeetingRow::bookedAt,
                                MeetingRow::id)),
                list(
                                "activities",
                                "What happened with leads of all clients, last first",
                                Param.words("channel", Channel.class),
                                Param.words("action", ActivityAction.class),
                                Param.instant("at_from", "From this moment on."),
                                Param.instant("at_to", "Before this moment."))
                        .lists(ActivityRow.class, Sorting.of("-at"), ActivityRow.EXAMPLE)
                        .handledBy(call ->
                                activities(call, (query, window) -> read.activities(activities(query), window))),
                list(
                                "bounces",
                                "What came back or was complained of, last first",
                                Param.words("kind", BounceKind.class),
                                Param.instant("at_from", "From this moment on."),
                                Param.instant("at_to", "Before this moment."))
                        .lists(ActivityRow.class, Sorting.of("-at"), ActivityRow.EXAMPLE)
                        .handledBy(call -> activities(
                                call,
                                (query, window) -> read.bounces(
                                        kinds(query),
                                        Params.instant(query, "at_from"),
                                        Params.instant(query, "at_to"),
                                        window))));
    }

    private Reply<Page<LeadRow>> leads(Call<None> call) {
        String sort = call.paging().sort();
        Everywhere.LeadOrder order = switch (sort) {
            case "created_at" -> Everywhere.LeadOrder.OLDEST;
            case "updated_at" -> Everywhere.LeadOrder.FIRST_CHANGED;
            case "-updated_at" -> Everywhere.LeadOrder.LAST_CHANGED;
            default -> Everywhere.LeadOrder.NEWEST;
        };
        return page(
                call,
                (query, window) -> read.leads(
                        new Everywhere.LeadFilter(
                                Set.copyOf(query.ids("campaign_id", CampaignId::new)),
                                query.words("tier", Tier.class),
                                query.words("status", LeadStatus.class),
                                query.text("q").orElse(null),
                                Params.instant(query, "updated_from"),
                                Params.instant(query, "updated_to"),
                                order),
                        window),
                LeadRow::of,
                sort.endsWith("updated_at") ? LeadRow::updatedAt : LeadRow::createdAt,
                LeadRow::id);
    }

    private static Everywhere.CampaignFilter campaigns(Query query) {
        return new Everywhere.CampaignFilter(
                query.words("status", CampaignStatus.class),
                query.words("origin", CampaignOrigin.class),
                query.text("q").orElse(null));
    }

    private Everywhere.MeetingFilter meetings(Query query) {
        return new Everywhere.MeetingFilter(
                query.words("outcome", MeetingOutcome.class),
                query.words("status", MeetingStatus.class),
                Params.flag(query, "upcoming"),
                clock.now());
    }

    private static Everywhere.ReplyFilter replies(Query query) {
        return new Everywhere.ReplyFilter(
                query.words("intent", Intent.class),
                query.words("channel", Channel.class),
                Params.flag(query, "handled"),
                Params.flag(query, "review_required"));
    }

    private static Everywhere.ActivityFilter activities(Query query) {
        return new Everywhere.ActivityFilter(
                query.words("channel", Channel.class),
                query.words("action", ActivityAction.class),
                Params.instant(query, "at_from"),
                Params.instant(query, "at_to"));
    }

    private static Set<ActivityAction> kinds(Query query) {
        return query.words("kind", BounceKind.class).stream()
                .map(kind -> switch (kind) {
                    case BOUNCED -> ActivityAction.BOUNCED;
                    case COMPLAINED -> ActivityAction.COMPLAINED;
                })
                .collect(Collectors.toUnmodifiableSet());
    }

    private Reply<Page<ActivityRow>> activities(
            Call<None> call, BiFunction<Query, Everywhere.Window, List<Everywhere.ActivityRow>> rows) {
        return page(call, rows, ActivityRow::of, ActivityRow::at, ActivityRow::id);
    }

    private static <S, V> Reply<Page<V>> page(
            Call<None> call,
            BiFunction<Query, Everywhere.Window, List<S>> rows,
            Function<S, V> view,
            Function<V, Instant> at,
            Function<V, UUID> id) {
        Everywhere.Window window = new Everywhere.Window(
                call.query().ids("client_id", ClientId::new),
                call.paging()
                        .after()
                        .map(place -> new Everywhere.Place(Params.instant(place), place.id()))
                        .orElse(null),
                call.paging().limit() + 1);
        List<V> views = rows.apply(call.query(), window).stream().map(view).toList();
        return Reply.ok(
                Page.of(views, call.paging(), Function.identity(), row -> Params.at(at.apply(row), id.apply(row))));
    }
}
