package io.agencyos.adapters.in.http.route;

import io.agencyos.adapters.in.http.route.Route.Flag;
import io.agencyos.adapters.in.http.route.Route.RequestBody;
import io.agencyos.adapters.in.http.route.Route.ResponseBody;
import io.agencyos.domain.client.identity.KeyScope;
import io.agencyos.domain.client.identity.Role;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** A route on its way; every step gives a new one, the last is {@link #handledBy}. */
public final class RouteBuilder<Q, R> {

    private static final int OK = 200;
    private static final int NO_CONTENT = 204;

    private record Head(
            Method method, String path, String tag, String summary, Access access, Optional<KeyScope> scope) {}

    private final Head head;
    private final RequestBody<Q> request;
    private final ResponseBody response;
    private final List<Param> params;
    private final Optional<RateLimit> limit;
    private final Set<Flag> flags;
    private final List<ProblemCode> problems;

    private RouteBuilder(
            Head head,
            RequestBody<Q> request,
            ResponseBody response,
            List<Param> params,
            Optional<RateLimit> limit,
            Set<Flag> flags,
            List<ProblemCode> problems) {
        this.head = head;
        this.request = request;
        this.response = response;
        this.params = params;
        this.limit = limit;
        this.flags = flags;
        this.problems = problems;
    }

    static RouteBuilder<None, None> of(Method method, String path, String summary) {
        return new RouteBuilder<>(
                new Head(method, path, "", summary, new Access.SignedIn(), Optional.empty()),
                new RequestBody<>(None.class, RequestBody.Media.NONE, Optional.empty()),
                new ResponseBody(NO_CONTENT, None.class, Optional.empty(), Optional.empty(), Set.of()),
                List.of(),
                Optional.empty(),
                Set.of(),
                List.of());
    }

    public RouteBuilder<Q, R> tag(String tag) {
        return with(new Head(head.method, head.path, tag, head.summary, head.access, head.scope));
    }

    /** Open to everybody. */
    public RouteBuilder<Q, R> open() {
        return access(new Access.Public());
    }

    /** For any signed-in person. */
    public RouteBuilder<Q, R> signedIn() {
        return access(new Access.SignedIn());
    }

    /** For members of the path's client with at least this role. */
    public RouteBuilder<Q, R> role(Role least) {
        return access(new Access.Member(least));
    }

    public RouteBuilder<Q, R> platformAdmin() {
        return access(new Access.PlatformAdmin());
    }

    private RouteBuilder<Q, R> access(Access access) {
        return with(new Head(head.method, head.path, head.tag, head.summary, access, head.scope));
    }

    private RouteBuilder<Q, R> with(Head changed) {
        return new RouteBuilder<>(changed, request, response, params, limit, flags, problems);
    }

    /** Takes a JSON body; PATCH takes it as a merge patch, whose members are {@link Change}s. */
    public <N> RouteBuilder<N, R> body(Class<N> type, N example) {
        RequestBody.Media media = head.method == Method.PATCH ? RequestBody.Media.MERGE_PATCH : RequestBody.Media.JSON;
        return new RouteBuilder<>(
                head, new RequestBody<>(type, media, Optional.of(example)), response, params, limit, flags, problems);
    }

    /** What is wrong with a body that can be read; a handler meets none of which they say anything. */
    public RouteBuilder<Q, R> rules(Function<Q, List<FieldError>> rules) {
        return new RouteBuilder<>(
                head,
                new RequestBody<>(request.type(), request.media(), request.example(), rules),
                response,
                params,
                limit,
                flags,
                problems);
    }

    /** Takes multipart/form-data; the handler checks the parts. */
    public RouteBuilder<None, R> upload() {
        return new RouteBuilder<>(
                head,
                new RequestBody<>(None.class, RequestBody.Media.MULTIPART, Optional.empty()),
                response,
                params,
                limit,
                flags,
                problems);
    }

    /** Takes multipart/form-data as {@link #upload} does, or this body as JSON. */
    public <N> RouteBuilder<N, R> uploadOr(Class<N> type, N example) {
        return new RouteBuilder<>(
                head,
                new RequestBody<>(type, RequestBody.Media.JSON_OR_MULTIPART, Optional.of(example)),
                response,
                params,
                limit,
                flags,
                problems);
    }

    /** Takes the fields of a form, found in {@link Call#form}. */
    public RouteBuilder<None, R> form() {
        return new RouteBuilder<>(
                head,
                new RequestBody<>(None.class, RequestBody.Media.FORM, Optional.empty()),
                response,
                params,
                limit,
                flags,
                problems);
    }

    /** Takes any body unread, with the headers. */
    public RouteBuilder<RawBody, R> rawBody() {
        return new RouteBuilder<>(
                head,
                new RequestBody<>(RawBody.class, RequestBody.Media.RAW, Optional.empty()),
                response,
                params,
                limit,
                flags,
                problems);
    }

    /** Answers 200 with this body. */
    public <N> RouteBuilder<Q, N> answers(Class<N> type, N example) {
        return answers(OK, type, example);
    }

    public <N> RouteBuilder<Q, N> answers(int status, Class<N> type, N example) {
        return new RouteBuilder<>(
                head,
                request,
                new ResponseBody(status, type, Optional.empty(), Optional.of(example), Set.of()),
                params,
                limit,
                flags,
                problems);
    }

    /** Answers another body with another status in some cases; the handler says which. */
    public <N> RouteBuilder<Q, Object> orAnswers(int status, Class<N> type, N example) {
        return new RouteBuilder<>(
                head,
                request,
                new ResponseBody(
                        response.status(),
                        response.type(),
                        response.sorting(),
                        response.example(),
                        response.also(),
                        Stream.concat(
                                        response.others().stream(),
                                        Stream.of(new ResponseBody.Other(status, type, example)))
                                .toList()),
                params,
                limit,
                flags,
                problems);
    }

    /** Answers the same body with these statuses too. */
    public RouteBuilder<Q, R> alsoAnswers(Integer... statuses) {
        return new RouteBuilder<>(
                head,
                request,
                new ResponseBody(
                        response.status(), response.type(), response.sorting(), response.example(), Set.of(statuses)),
                params,
                limit,
                flags,
                problems);
    }

    /** Answers pages of these items. */
    public <N> RouteBuilder<Q, Page<N>> lists(Class<N> item, Sorting sorting, N example) {
        return new RouteBuilder<>(
                head,
                request,
                new ResponseBody(OK, item, Optional.of(sorting), Optional.of(example), Set.of()),
                params,
                limit,
                flags,
                problems);
    }

    /** Knows these query parameters; any other is refused. */
    public RouteBuilder<Q, R> params(Param... known) {
        return new RouteBuilder<>(head, request, response, List.of(known), limit, flags, problems);
    }

    /** {@code I}: needs an Idempotency-Key. */
    public RouteBuilder<Q, R> idempotent() {
        return flag(Flag.IDEMPOTENT);
    }

    /** {@code E}: needs If-Match. */
    public RouteBuilder<Q, R> ifMatch() {
        return flag(Flag.IF_MATCH);
    }

    /** {@code E W}: the same of a person; a key may leave it out and then changes the newest version. */
    public RouteBuilder<Q, R> ifMatchOrLastWrite() {
        return flag(Flag.IF_MATCH).flag(Flag.LAST_WRITE_WINS);
    }

    /** Also open to keys with this scope; what a viewer may GET is open to {@code read} without saying so. */
    public RouteBuilder<Q, R> key(KeyScope scope) {
        return with(new Head(head.method, head.path, head.tag, head.summary, head.access, Optional.of(scope)));
    }

    /** Answers a secret that is shown once. */
    public RouteBuilder<Q, R> showsSecret() {
        return flag(Flag.SHOWS_SECRET);
    }

    /** A viewer's reading that no key may. */
    public RouteBuilder<Q, R> noKey() {
        return flag(Flag.NO_KEY);
    }

    public RouteBuilder<Q, R> cacheable() {
        return flag(Flag.CACHEABLE);
    }

    /** Not limited in how often it is asked for. */
    public RouteBuilder<Q, R> unmetered() {
        return flag(Flag.UNMETERED);
    }

    /** Part of the product's own sign-in: 404 where an identity provider outside signs people in. */
    public RouteBuilder<Q, R> embeddedSignIn() {
        return flag(Flag.EMBEDDED_SIGN_IN);
    }

    /** Limited like this beside the limits of every caller. */
    public RouteBuilder<Q, R> limited(RateLimit own) {
        return new RouteBuilder<>(head, request, response, params, Optional.of(own), flags, problems);
    }

    private RouteBuilder<Q, R> flag(Flag flag) {
        Set<Flag> more = Set.copyOf(
                Stream.concat(flags.stream(), Stream.of(flag)).distinct().toList());
        return new RouteBuilder<>(head, request, response, params, limit, more, problems);
    }

    /** Codes of its own, beside those that follow from the declaration. */
    public RouteBuilder<Q, R> problems(ProblemCode... own) {
        return new RouteBuilder<>(head, request, response, params, limit, flags, List.of(own));
    }

    public Route<Q, R> handledBy(Handler<Q, R> handler) {
        return new Route<>(
                head.method,
                head.path,
                head.tag,
                head.summary,
                head.access,
                request,
                response,
                params,
                scope(),
                limit,
                flags,
                problems,
                handler);
    }

    private Optional<KeyScope> scope() {
        boolean read = head.method == Method.GET
                && head.access.equals(new Access.Member(Role.VIEWER))
                && !flags.contains(Flag.NO_KEY);
        return head.scope.or(() -> read ? Optional.of(KeyScope.READ) : Optional.empty());
    }
}
