package io.agencyos.adapters.in.rest.http;

import io.agencyos.adapters.in.rest.route.Call;
import io.agencyos.adapters.in.rest.route.ETag;
import io.agencyos.adapters.in.rest.route.Problem;
import io.agencyos.adapters.in.rest.route.ProblemCode;
import io.agencyos.adapters.in.rest.route.Route;
import io.agencyos.adapters.in.rest.route.Route.Flag;
import io.agencyos.domain.shared.Result;
import java.util.Map;
import java.util.Optional;

/** One route at work: who may, what is read, what is answered. */
final class Endpoint<Q, R> {

    private final Route<Q, R> route;
    private final Desk desk;

    /** What every endpoint shares. */
    record Desk(Gate gate, Queries queries, Answers answers, Replays replays) {}

    Endpoint(Route<Q, R> route, Desk desk) {
        this.route = route;
        this.desk = desk;
    }

    /** A request that passed every check. */
    private record Checked<Q>(Call<Q> call, Queries.Asked asked, Gate.Entry entry, byte[] print) {}

    Answer serve(Exchange exchange) {
        try {
            return switch (checked(exchange)) {
                case Result.Err<Checked<Q>, Problem>(Problem problem) -> Answers.problem(problem, exchange);
                case Result.Ok<Checked<Q>, Problem>(Checked<Q> checked) ->
                    desk.answers()
                            .of(
                                    route,
                                    exchange,
                                    checked.asked(),
                                    route.handler().handle(checked.call()));
            };
        } catch (RuntimeException | StackOverflowError | AssertionError failure) {
            return Answers.problem(Failures.of(failure, exchange, route.has(Flag.IF_MATCH)), exchange);
        }
    }

    private Answer ordered(Checked<Q> checked, Exchange exchange) {
        if (!route.has(Flag.IDEMPOTENT)) {
            return handled(checked, exchange);
        }
        return switch (Replays.key(exchange)) {
            case Result.Err<String, Problem>(Problem problem) -> Answers.problem(problem, exchange);
            case Result.Ok<String, Problem>(String key) ->
                desk.replays().once(key, checked.entry(), exchange, checked.print(), () -> handled(checked, exchange));
        };
    }

    private Answer handled(Checked<Q> checked, Exchange exchange) {
        return desk.answers()
                .of(route, exchange, checked.asked(), route.handler().handle(checked.call()));
    }

    private Result<Checked<Q>, Problem> checked(Exchange exchange) {
        return desk.gate()
                .enter(route.access(), exchange)
                .flatMap(entry -> path(exchange)
                        .flatMap(path -> ifMatch(exchange)
                                .flatMap(ifMatch -> desk.queries()
                                        .read(route, exchange)
                                        .flatMap(asked -> Intake.take(route.request(), exchange)
                                                .map(taken -> new Checked<>(
                                                        new Call<>(
                                                                taken.body(),
                                                                entry.caller(),
                                                                entry.tenant(),
                                                                path,
                                                                asked.query(),
                                                                asked.paging(),
                                                                ifMatch,
                                                                exchange.header("Idempotency-Key"),
                                                                taken.files(),
                                                                taken.form(),
                                                                exchange.origin(),
                                                                exchange.path()),
                                                        asked,
                                                        entry,
                                                        taken.print()))))));
    }

    /** A malformed id is an unknown one. */
    private Result<Map<String, String>, Problem> path(Exchange exchange) {
        Map<String, String> params = exchange.context().pathParamMap();
        boolean wellFormed = params.entrySet().stream()
                .allMatch(param -> !Route.isId(param.getKey())
                        || Ids.parse(param.getValue()).isPresent());
        return wellFormed ? Result.ok(Map.copyOf(params)) : Result.err(Problem.notFound());
    }

    private Result<Optional<Integer>, Problem> ifMatch(Exchange exchange) {
        if (!route.has(Flag.IF_MATCH)) {
            return Result.ok(Optional.empty());
        }
        Optional<Integer> version = exchange.header("If-Match").flatMap(ETag::read);
        return version.isPresent()
                ? Result.ok(version)
                : Result.err(
                        Problem.of(ProblemCode.PRECONDITION_REQUIRED, "If-Match must carry the ETag that you read."));
    }
}
