package io.agencyos.adapters.in.http.server;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.ETag;
import io.agencyos.adapters.in.http.route.LiveBody;
import io.agencyos.adapters.in.http.route.Problem;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.route.RateLimit;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.Route.Flag;
import io.agencyos.application.platform.KeepDefects;
import io.agencyos.application.shared.Presence;
import io.agencyos.domain.shared.Result;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One route at work: who may, what is read, what is answered. */
final class Endpoint<Q, R> {

    private static final Logger LOG = LoggerFactory.getLogger(Endpoint.class);

    private final Route<Q, R> route;
    private final Desk desk;

    /** What every endpoint shares. */
    record Desk(
            Gate gate,
            Queries queries,
            Answers answers,
            Replays replays,
            Buckets buckets,
            Budget budget,
            KeepDefects defects,
            Denials denials,
            ServerSettings.Readmission readmission) {}

    Endpoint(Route<Q, R> route, Desk desk) {
        this.route = route;
        this.desk = desk;
    }

    /** A request that passed every check. */
    private record Checked<Q>(Call<Q> call, Queries.Asked asked, Gate.Entry entry, byte[] print) {}

    Answer serve(Exchange exchange) {
        desk.denials().keep();
        Answer answer = answer(exchange);
        desk.denials().look(route, exchange, answer.status());
        return answer;
    }

    private Answer answer(Exchange exchange) {
        try {
            return desk.budget()
                    .within(() -> desk.gate()
                            .remembered(route, exchange)
                            .flatMap(entry -> confirmed(entry, exchange))
                            .orElseGet(() -> metered(desk.gate().enter(route, exchange), exchange)));
        } catch (RuntimeException | StackOverflowError | AssertionError failure) {
            Problem problem = Failures.of(failure, exchange, route.has(Flag.IF_MATCH));
            if (problem.code() == ProblemCode.INTERNAL) {
                noted(failure, exchange);
            }
            return Answers.problem(problem, exchange);
        }
    }

    /** A failure that cannot be noted is in the log all the same. */
    private void noted(Throwable failure, Exchange exchange) {
        try {
            desk.defects().note(failure, route.method() + " " + route.path());
        } catch (RuntimeException unnoted) {
            LOG.warn("the failure of request {} could not be noted", exchange.requestId(), unnoted);
        }
    }

    /** How often somebody who listens is let in anew. */
    Duration admittedFor(Exchange exchange) {
        return Gate.isProgram(exchange)
                ? desk.readmission().program()
                : desk.readmission().person();
    }

    /** Whether whoever asked would be let in now, too. */
    boolean admits(Exchange exchange) {
        return desk.gate().enter(route, exchange) instanceof Result.Ok;
    }

    /**
     * The answer to somebody remembered, once it is sure that the sign-in and the role are what they were. Empty when they
     * are not: then everything is asked anew.
     */
    private Optional<Answer> confirmed(Gate.Entry entry, Exchange exchange) {
        Optional<Presence> believed = desk.gate().presence(entry);
        if (believed.isEmpty()) {
            return Optional.empty();
        }
        Presence presence = believed.get();
        try {
            Answer answer = presence.within(() -> metered(Result.ok(entry), exchange));
            if (presence.confirmed() || stillIs(entry, exchange)) {
                return Optional.of(answer);
            }
            answer.live().ifPresent(LiveBody::over);
            return Optional.empty();
        } catch (Presence.Lost over) {
            return Optional.empty();
        }
    }

    private boolean stillIs(Gate.Entry entry, Exchange exchange) {
        return desk.gate()
                .enter(route, exchange)
                .toOptional()
                .filter(now -> now.tenant().equals(entry.tenant()))
                .isPresent();
    }

    /** Serves who was let in, as often as they may. */
    private Answer metered(Result<Gate.Entry, Problem> entered, Exchange exchange) {
        List<Buckets.Grant> grants = route.has(Flag.UNMETERED) ? List.of() : grants(entered, exchange);
        Optional<Buckets.Grant> refused =
                grants.stream().filter(Buckets.Grant::isRefused).findFirst();
        Answer answer = refused.isPresent()
                ? Answers.problem(refused.get().problem(), exchange)
                : switch (entered.flatMap(entry -> checked(entry, exchange))) {
                    case Result.Err<Checked<Q>, Problem>(Problem problem) -> Answers.problem(problem, exchange);
                    case Result.Ok<Checked<Q>, Problem>(Checked<Q> checked) -> ordered(checked, exchange);
                };
        return refused.or(() -> grants.stream().findFirst())
                .map(grant -> grant.on(answer))
                .orElse(answer);
    }

    private List<Buckets.Grant> grants(Result<Gate.Entry, Problem> entered, Exchange exchange) {
        Optional<Gate.Entry> entry = entered.toOptional();
        String address = exchange.address();
        Optional<Buckets.Grant> general = entry.flatMap(Gate.Entry::key)
                .map(key ->
                        desk.buckets().take(RateLimit.API_KEY, key.key().id().text()))
                .or(() -> entry.flatMap(Gate.Entry::caller)
                        .map(caller -> desk.buckets()
                                .take(RateLimit.USER, caller.userId().text())))
                .orElseGet(() -> desk.buckets().take(RateLimit.ADDRESS, address));
        String owner = entry.flatMap(Gate.Entry::tenant)
                .map(scope -> scope.clientId().text())
                .orElse(address);
        Stream<Buckets.Grant> own = entry.isEmpty()
                ? Stream.empty()
                : route.limit().stream().flatMap(limit -> desk.buckets().takeAll(limit, owner).stream());
        return Stream.concat(own, general.stream()).toList();
    }

    private Answer ordered(Checked<Q> checked, Exchange exchange) {
        boolean onlyAsked = route.hasTrial() && checked.call().query().flag(Route.DRY_RUN);
        if (!route.has(Flag.IDEMPOTENT) || onlyAsked) {
            return handled(checked, exchange);
        }
        return switch (Replays.key(exchange)) {
            case Result.Err<String, Problem>(Problem problem) -> Answers.problem(problem, exchange);
            case Result.Ok<String, Problem>(String key) ->
                desk.replays()
                        .once(
                                new Replays.Order(key, checked.entry(), checked.print(), route.has(Flag.SHOWS_SECRET)),
                                exchange,
                                () -> handled(checked, exchange));
        };
    }

    private Answer handled(Checked<Q> checked, Exchange exchange) {
        Reply<R> reply = route.handler().handle(checked.call());
        return desk.answers()
                .of(
                        route,
                        exchange,
                        checked.asked(),
                        route.isList() && checked.call().paging().total()
                                ? Totals.added(route, checked.call(), reply)
                                : reply);
    }

    private Result<Checked<Q>, Problem> checked(Gate.Entry entry, Exchange exchange) {
        return path(exchange)
                .flatMap(path -> ifMatch(entry, exchange)
                        .flatMap(ifMatch -> desk.queries()
                                .read(route, exchange)
                                .flatMap(asked -> Intake.take(route.request(), exchange)
                                        .map(taken -> {
                                            Call<Q> call = new Call<>(
                                                    taken.body(),
                                                    entry.caller(),
                                                    entry.key(),
                                                    entry.tenant(),
                                                    path,
                                                    asked.query(),
                                                    asked.paging(),
                                                    ifMatch,
                                                    exchange.header("Idempotency-Key"),
                                                    Accepts.of(route, exchange),
                                                    exchange.header("Last-Event-ID"),
                                                    taken.files(),
                                                    taken.form(),
                                                    exchange.origin(),
                                                    exchange.path());
                                            return new Checked<>(call, asked, entry, taken.print());
                                        }))));
    }

    /** A malformed id is an unknown one. */
    private Result<Map<String, String>, Problem> path(Exchange exchange) {
        Map<String, String> params = exchange.pathParams();
        boolean wellFormed = params.entrySet().stream()
                .allMatch(param -> !Route.isId(param.getKey())
                        || Ids.parse(param.getValue()).isPresent());
        return wellFormed ? Result.ok(params) : Result.err(Problem.notFound());
    }

    private Result<Optional<Integer>, Problem> ifMatch(Gate.Entry entry, Exchange exchange) {
        boolean leftOut = route.has(Flag.LAST_WRITE_WINS)
                && entry.key().isPresent()
                && exchange.header("If-Match").isEmpty();
        if (!route.has(Flag.IF_MATCH) || leftOut) {
            return Result.ok(Optional.empty());
        }
        Optional<Integer> version = exchange.header("If-Match").flatMap(ETag::read);
        return version.isPresent()
                ? Result.ok(version)
                : Result.err(
                        Problem.of(ProblemCode.PRECONDITION_REQUIRED, "If-Match must carry the ETag that you read."));
    }
}
