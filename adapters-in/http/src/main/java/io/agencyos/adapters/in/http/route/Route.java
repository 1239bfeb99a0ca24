package io.agencyos.adapters.in.http.route;

import io.agencyos.domain.client.identity.KeyScope;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One endpoint, declared once: registers itself with the server, has its role enforced and its body checked, and is its
 * own entry in the OpenAPI document. Made with {@link #get}, {@link #post} and so on. Source: api 1, 1.9.
 *
 * @param request what it takes
 * @param response what it answers when it works
 * @param scope what a key must open; empty where no key may
 * @param limit how often it may be asked for, beside the limits of every caller
 * @param flags what it demands of headers
 * @param problems codes of its own, beside those that follow from its declaration
 */
public record Route<Q, R>(
        Method method,
        String path,
        String tag,
        String summary,
        Access access,
        RequestBody<Q> request,
        ResponseBody response,
        List<Param> params,
        Optional<KeyScope> scope,
        Optional<RateLimit> limit,
        Set<Flag> flags,
        List<ProblemCode> problems,
        Handler<Q, R> handler) {

    /** The tenant's prefix of api: {@code C}. */
    public static final String C = "/api/v1/clients/{client_id}";

    /** The platform's prefix: {@code P}. */
    public static final String P = "/api/v1/admin";

    /** What a route demands or promises beyond its types. */
    public enum Flag {
        /** {@code I}: Idempotency-Key required. */
        IDEMPOTENT,
        /** {@code E}: If-Match required. */
        IF_MATCH,
        /** {@code W}: a program's key may leave If-Match out, and then changes whatever is the newest. */
        LAST_WRITE_WINS,
        /** {@code no-key}: never open to API keys, though it is a viewer's reading. */
        NO_KEY,
        /** Answers a secret that is shown once; what is kept of it for a replay is encrypted. */
        SHOWS_SECRET,
        /** Serves the product's own sign-in, and nobody where people sign in elsewhere. */
        EMBEDDED_SIGN_IN,
        /** Not limited in how often it is asked for. */
        UNMETERED,
        /** The answer may be cached by others; all else is {@code no-store}. */
        CACHEABLE
    }

    /**
     * What a route takes.
     *
     * @param type {@link None} where it takes no body
     * @param example a body that the schema accepts
     * @param rules what is wrong with a body that can be read
     */
    public record RequestBody<Q>(Class<Q> type, Media media, Optional<Q> example, Function<Q, List<FieldError>> rules) {

        RequestBody(Class<Q> type, Media media, Optional<Q> example) {
            this(type, media, example, body -> List.of());
        }

        /** How the body is sent. */
        public enum Media {
            NONE,
            JSON,
            /** JSON that changes what it mentions. */
            MERGE_PATCH,
            /** Parts, one of them a file. */
            MULTIPART,
            /** The same, or JSON; the body's record has no member of its own where parts came. */
            JSON_OR_MULTIPART,
            /** Fields of a form, as parts or URL-encoded. */
            FORM,
            /** Anything, not looked at. */
            RAW
        }
    }

    /**
     * What a route answers when it works.
     *
     * @param type of the body, or of the items of a list; {@link None} for no body
     * @param sorting present for lists
     * @param also other statuses with the same body
     * @param example a body, or an item, that the schema accepts
     * @param others further bodies under another status
     */
    public record ResponseBody(
            int status,
            Class<?> type,
            Optional<Sorting> sorting,
            Optional<?> example,
            Set<Integer> also,
            List<Other> others) {

        public ResponseBody {
            others = List.copyOf(others);
        }

        ResponseBody(int status, Class<?> type, Optional<Sorting> sorting, Optional<?> example, Set<Integer> also) {
            this(status, type, sorting, example, also, List.of());
        }

        /** @param example a body that the schema accepts */
        public record Other(int status, Class<?> type, Object example) {}
    }

    public Route {
        params = List.copyOf(params);
        flags = Set.copyOf(flags);
        problems = List.copyOf(problems);
        boolean tenantPath = path.startsWith(C);
        if (access instanceof Access.Member != tenantPath) {
            throw new IllegalArgumentException(path + ": a member's role and a client's path belong together");
        }
    }

    /** The parameter that makes an order a question. */
    public static final String DRY_RUN = "dry_run";

    public boolean has(Flag flag) {
        return flags.contains(flag);
    }

    /** The same, handled by something else. */
    public Route<Q, R> withHandler(Handler<Q, R> other) {
        return new Route<>(
                method, path, tag, summary, access, request, response, params, scope, limit, flags, problems, other);
    }

    /** The same, which may be refused with this code too. */
    public Route<Q, R> alsoRefusing(ProblemCode code) {
        List<ProblemCode> more =
                Stream.concat(problems.stream(), Stream.of(code)).distinct().toList();
        return new Route<>(
                method, path, tag, summary, access, request, response, params, scope, limit, flags, more, handler);
    }

    /** Whether it can be asked what an order would do, which is no order. */
    public boolean hasTrial() {
        return params.stream().anyMatch(param -> param.name().equals(DRY_RUN));
    }

    public boolean isList() {
        return response.sorting().isPresent();
    }

    /** The path's segments after the leading slash. */
    public List<String> segments() {
        return List.of(path.substring(1).split("/"));
    }

    /** Names of the path's parameters, left to right. */
    public List<String> pathParams() {
        return segments().stream()
                .filter(Route::isParam)
                .map(segment -> segment.substring(1, segment.length() - 1))
                .toList();
    }

    public static boolean isParam(String segment) {
        return segment.startsWith("{");
    }

    /** Whether a path parameter of this name is an id, which malformed is simply not found (api 1.1). */
    public static boolean isId(String param) {
        return param.equals("id") || param.equals("did") || param.equals("rid") || param.endsWith("_id");
    }

    /** Every code it can answer: those that follow from the declaration and its own. */
    public List<ProblemCode> everyProblem() {
        Stream.Builder<ProblemCode> codes = Stream.builder();
        if (!(access instanceof Access.Public)) {
            codes.add(ProblemCode.UNAUTHENTICATED).add(ProblemCode.TOKEN_INVALID);
        }
        if (has(Flag.EMBEDDED_SIGN_IN)) {
            codes.add(ProblemCode.EMBEDDED_AUTH_DISABLED);
        }
        if (!(access instanceof Access.Public)) {
            codes.add(ProblemCode.EMAIL_UNVERIFIED);
        }
        if (access instanceof Access.SignedIn) {
            codes.add(ProblemCode.SCOPE_REQUIRED);
        }
        if (access instanceof Access.Member) {
            codes.add(ProblemCode.ROLE_REQUIRED).add(ProblemCode.SCOPE_REQUIRED).add(ProblemCode.MFA_REQUIRED);
        }
        if (access instanceof Access.PlatformAdmin) {
            codes.add(ProblemCode.PLATFORM_ADMIN_REQUIRED).add(ProblemCode.MFA_REQUIRED);
        }
        if (!pathParams().isEmpty()) {
            codes.add(ProblemCode.NOT_FOUND);
        }
        if (request.media() != RequestBody.Media.NONE) {
            codes.add(ProblemCode.PAYLOAD_TOO_LARGE).add(ProblemCode.UNSUPPORTED_MEDIA_TYPE);
        }
        if (isList()) {
            codes.add(ProblemCode.CURSOR_INVALID).add(ProblemCode.CURSOR_MISMATCH);
        }
        if (has(Flag.IDEMPOTENT)) {
            codes.add(ProblemCode.IDEMPOTENCY_KEY_REQUIRED)
                    .add(ProblemCode.IDEMPOTENCY_IN_PROGRESS)
                    .add(ProblemCode.IDEMPOTENCY_KEY_REUSED);
        }
        if (has(Flag.IF_MATCH)) {
            codes.add(ProblemCode.PRECONDITION_REQUIRED).add(ProblemCode.VERSION_CONFLICT);
        }
        codes.add(ProblemCode.MALFORMED_REQUEST)
                .add(ProblemCode.VALIDATION_FAILED)
                .add(ProblemCode.RATE_LIMITED)
                .add(ProblemCode.INTERNAL)
                .add(ProblemCode.UNAVAILABLE);
        if (path.startsWith(C)) {
            codes.add(ProblemCode.MAINTENANCE);
        }
        return Stream.concat(codes.build(), problems.stream()).distinct().toList();
    }

    public static RouteBuilder<None, None> get(String path, String summary) {
        return RouteBuilder.of(Method.GET, path, summary);
    }

    public static RouteBuilder<None, None> post(String path, String summary) {
        return RouteBuilder.of(Method.POST, path, summary);
    }

    public static RouteBuilder<None, None> put(String path, String summary) {
        return RouteBuilder.of(Method.PUT, path, summary);
    }

    public static RouteBuilder<None, None> patch(String path, String summary) {
        return RouteBuilder.of(Method.PATCH, path, summary);
    }

    public static RouteBuilder<None, None> delete(String path, String summary) {
        return RouteBuilder.of(Method.DELETE, path, summary);
    }
}
