package io.agencyos.adapters.in.rest.client;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.FieldError;
import io.agencyos.adapters.in.http.route.FieldErrors;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Page;
import io.agencyos.adapters.in.http.route.Paging;
import io.agencyos.adapters.in.http.route.Param;
import io.agencyos.adapters.in.http.route.Problem;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.route.Range;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.route.Sorting;
import io.agencyos.adapters.in.http.route.Text;
import io.agencyos.application.client.staff.HoldSupportSession;
import io.agencyos.application.client.staff.SupportSessions;
import io.agencyos.domain.client.identity.SupportSession;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.SupportSessionId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Staff enters a client, for a reason and a time. Source: api 3, 9.17. */
public final class SupportSessionRoutes implements RouteGroup {

    private static final String TAG = "Platform";
    private static final String ALL = Route.P + "/support-sessions";
    private static final UUID ID = UUID.fromString("019baaaa-0000-7000-8000-000000000001");
    private static final Instant WHEN = Instant.parse("2026-01-23T02:15:04.120Z");
    private static final Session EXAMPLE = new Session(
            ID,
            ID,
            ID,
            SupportSession.Mode.READ_ONLY,
            "The owner asked why nothing is sent",
            WHEN,
            WHEN.plusSeconds(1_800),
            null,
            null);

    private final HoldSupportSession support;

    public SupportSessionRoutes(HoldSupportSession support) {
        this.support = support;
    }

    /**
     * What is asked for; {@code act} is capped at what an admin may.
     *
     * @param reason why, for the audit log: 10 to 500 characters
     * @param mode whether the staff member may look only, or also act, as an admin at most
     * @param minutes how long the session may last, 1 to 60
     */
    public record Wanted(
            @Text(min = 10, max = 500) String reason,
            SupportSession.Mode mode,
            @Range(min = 1, max = 60) int minutes) {}

    /**
     * A session; it is over at {@code ended_at}, or at {@code expires_at} without one.
     *
     * @param staffId who of the staff works in it
     * @param mode whether the staff member may look only, or also act, as an admin at most
     * @param reason why the session was opened
     * @param startedAt when it began
     * @param endedBy who ended it; null while it goes on or where it ran out
     */
    public record Session(
            UUID id,
            UUID clientId,
            UUID staffId,
            SupportSession.Mode mode,
            String reason,
            Instant startedAt,
            Instant expiresAt,
            @Nullable Instant endedAt,
            @Nullable UUID endedBy) {

        static Session of(SupportSession session) {
            return new Session(
                    session.id().value(),
                    session.clientId().value(),
                    session.staffId().value(),
                    session.mode(),
                    session.reason(),
                    session.startedAt(),
                    session.expiresAt(),
                    session.endedAt(),
                    session.endedBy() == null ? null : session.endedBy().value());
        }
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.post(Route.P + "/clients/{id}/support-sessions", "Enters a client; its owners are told by mail")
                        .tag(TAG)
                        .platformAdmin()
                        .idempotent()
                        .body(Wanted.class, new Wanted(EXAMPLE.reason(), EXAMPLE.mode(), 30))
                        .answers(201, Session.class, EXAMPLE)
                        .problems(ProblemCode.DUPLICATE)
                        .handledBy(this::open),
                Route.get(ALL, "Who entered which client, the newest first")
                        .tag(TAG)
                        .platformAdmin()
                        .params(Param.id("client_id"))
                        .lists(Session.class, Sorting.of("-started_at"), EXAMPLE)
                        .handledBy(this::list),
                Route.post(ALL + "/{id}/end", "Leaves the client")
                        .tag(TAG)
                        .platformAdmin()
                        .answers(Session.class, EXAMPLE)
                        .handledBy(call -> reply(support.end(
                                call.principal().userId(), call.id("id", SupportSessionId::new), call.origin()))));
    }

    private Reply<Session> open(Call<Wanted> call) {
        HoldSupportSession.Wish wish = new HoldSupportSession.Wish(
                call.body().mode(), call.body().reason(), call.body().minutes());
        HoldSupportSession.Outcome outcome =
                support.open(call.principal().userId(), call.id("id", ClientId::new), wish, call.origin());
        return outcome instanceof HoldSupportSession.Outcome.Held(SupportSession session)
                ? Reply.created(ALL, Session.of(session))
                : reply(outcome);
    }

    private Reply<Page<Session>> list(Call<None> call) {
        SupportSessions.After after = call.paging()
                .after()
                .map(position -> new SupportSessions.After(
                        Instant.parse(position.keys().getFirst()), new SupportSessionId(position.id())))
                .orElse(null);
        return Reply.ok(Page.of(
                support.list(
                        call.query().ids("client_id", ClientId::new),
                        after,
                        call.paging().limit() + 1),
                call.paging(),
                Session::of,
                session -> new Paging.Position(
                        List.of(session.startedAt().toString()), session.id().value())));
    }

    private static Reply<Session> reply(HoldSupportSession.Outcome outcome) {
        return switch (outcome) {
            case HoldSupportSession.Outcome.Held(SupportSession session) -> Reply.ok(Session.of(session));
            case HoldSupportSession.Outcome.Running(SupportSession session) ->
                Reply.refused(
                        Problem.of(ProblemCode.DUPLICATE, "You are in this client already; end that session first.")
                                .with("existing_id", session.id().value()));
            case HoldSupportSession.Outcome.Invalid(boolean reason, boolean minutes) -> invalid(reason, minutes);
            case HoldSupportSession.Outcome.NotFound gone -> Reply.notFound();
        };
    }

    private static Reply<Session> invalid(boolean reason, boolean minutes) {
        FieldErrors errors = new FieldErrors();
        if (reason) {
            errors.add(FieldError.of("/reason", "out_of_range", "Say in 10 to 500 characters why."));
        }
        if (minutes) {
            errors.add(FieldError.of("/minutes", "out_of_range", "From 1 to 60 minutes."));
        }
        return Reply.invalid(errors);
    }
}
