package io.agencyos.adapters.in.rest.outreach;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.FieldError;
import io.agencyos.adapters.in.http.route.Items;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Param;
import io.agencyos.adapters.in.http.route.Problem;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.rest.card.Params;
import io.agencyos.application.client.ChangeClientSettings;
import io.agencyos.application.client.ClientSetUpUseCases;
import io.agencyos.application.client.ShowClient;
import io.agencyos.application.outreach.PreviewOutreach;
import io.agencyos.domain.client.ClientSettings;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.outreach.gate.GateAnswer;
import io.agencyos.domain.outreach.gate.Refusal;
import io.agencyos.domain.shared.TouchKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What would leave on a day, and the days on which nothing does. Source: api 14, outreach 19.3, 19.8. */
public final class PlannedDayRoutes implements RouteGroup {

    private static final String TAG = "Campaigns";
    private static final String QUIET = Route.C + "/blackout-dates";

    private final PreviewOutreach preview;
    private final ClientSetUpUseCases clients;

    public PlannedDayRoutes(PreviewOutreach preview, ClientSetUpUseCases clients) {
        this.preview = preview;
        this.clients = clients;
    }

    /**
     * One message, call or act.
     *
     * @param touchId the touch; null where it is not planned yet
     * @param kind what kind of message or act it is; a channel has several
     * @param sender what it would leave from, null where nothing was found
     * @param refusal what keeps it, null where it would leave
     */
    record PlannedTouch(
            @Nullable UUID touchId,
            UUID leadId,
            UUID campaignId,
            TouchKind kind,
            int stepNumber,
            Instant scheduledAt,
            @Nullable String sender,
            OutlookRoutes.@Nullable RefusalShown refusal) {

        static final PlannedTouch EXAMPLE = new PlannedTouch(
                null,
                UUID.fromString("019baaaa-0000-7000-8000-000000000011"),
                UUID.fromString("019baaaa-0000-7000-8000-000000000021"),
                TouchKind.EMAIL,
                1,
                Instant.parse("2026-03-02T22:31:00Z"),
                "sam@outreach.example",
                null);

        static PlannedTouch of(PreviewOutreach.Line line) {
            return new PlannedTouch(
                    line.touch() == null ? null : line.touch().value(),
                    line.lead().value(),
                    line.campaign().value(),
                    line.kind(),
                    line.stepNo(),
                    line.at(),
                    line.sender(),
                    line.refusal() == null ? null : shown(line.refusal()));
        }

        private static OutlookRoutes.RefusalShown shown(GateAnswer.Refused refused) {
            return OutlookRoutes.RefusalShown.of(
                    Refusal.of(refused.code().wire(), refused.until(), refused.whatToDo()), null);
        }
    }

    /**
     * A day as far as it can be seen.
     *
     * @param date the day on the client's calendar
     * @param leaving how many of them would leave
     * @param touches the earliest first, 500 at most
     */
    record PlannedDay(LocalDate date, int leaving, List<PlannedTouch> touches) {

        static final PlannedDay EXAMPLE = new PlannedDay(LocalDate.of(2026, 3, 3), 1, List.of(PlannedTouch.EXAMPLE));
    }

    /** Days on which nothing leaves by itself: answers, and what people send themselves, do. */
    record QuietDays(
            @Items(max = ClientSettings.MOST_QUIET_DAYS) List<LocalDate> dates) {

        static final QuietDays EXAMPLE = new QuietDays(List.of(LocalDate.of(2026, 12, 28), LocalDate.of(2026, 12, 29)));
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get(Route.C + "/outreach-preview", "What would leave on a day, and what keeps the rest")
                        .tag(TAG)
                        .role(Role.VIEWER)
                        .params(Param.text("date", "The day, such as 2026-03-03; tomorrow without it."))
                        .answers(PlannedDay.class, PlannedDay.EXAMPLE)
                        .handledBy(this::day),
                Route.get(QUIET, "The days on which nothing leaves by itself")
                        .tag(TAG)
                        .role(Role.ADMIN)
                        .answers(QuietDays.class, QuietDays.EXAMPLE)
                        .handledBy(this::quiet),
                Route.put(QUIET, "Names all of them anew")
                        .tag(TAG)
                        .role(Role.ADMIN)
                        .body(QuietDays.class, QuietDays.EXAMPLE)
                        .answers(QuietDays.class, QuietDays.EXAMPLE)
                        .handledBy(this::keepQuiet));
    }

    private Reply<PlannedDay> day(Call<None> call) {
        List<FieldError> errors = new ArrayList<>();
        LocalDate asked = Params.day(call.query(), "date", errors);
        if (!errors.isEmpty()) {
            return Reply.invalid(errors);
        }
        LocalDate day = asked == null ? preview.tomorrow(call.scope()) : asked;
        List<PlannedTouch> touches =
                preview.on(call.scope(), day).stream().map(PlannedTouch::of).toList();
        int leaving = Math.toIntExact(
                touches.stream().filter(touch -> touch.refusal() == null).count());
        return Reply.ok(new PlannedDay(day, leaving, touches));
    }

    private Optional<ClientSettings> settings(Call<?> call) {
        return clients.showClient().of(call.scope()).map(ShowClient.Standing::settings);
    }

    private Reply<QuietDays> quiet(Call<None> call) {
        return settings(call)
                .<Reply<QuietDays>>map(settings -> Reply.ok(new QuietDays(settings.quietDays())))
                .orElseGet(Reply::notFound);
    }

    private Reply<QuietDays> keepQuiet(Call<QuietDays> call) {
        return clients.showClient()
                .of(call.scope())
                .map(standing -> clients.changeSettings()
                        .change(
                                call.scope(),
                                standing.settings().quietOn(call.body().dates()),
                                standing.requiresSecondFactor(),
                                call.origin()))
                .<Reply<QuietDays>>map(outcome -> switch (outcome) {
                    case ChangeClientSettings.Outcome.Changed(ClientSettings now) ->
                        Reply.ok(new QuietDays(now.quietDays()));
                    case ChangeClientSettings.Outcome.Invalid(var problems) ->
                        Reply.invalid(problems.stream().map(FieldError::of).toList());
                    case ChangeClientSettings.Outcome.NotFound gone -> Reply.notFound();
                    case ChangeClientSettings.Outcome.RoleRequired(Role required) ->
                        Reply.refused(Problem.roleRequired(
                                required.wire(), call.scope().role().wire()));
                })
                .orElseGet(Reply::notFound);
    }
}
