package io.agencyos.adapters.in.http.server;

import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.application.platform.Actors;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.platform.AuditEntry.Actor;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.platform.IpAddress;
import io.agencyos.domain.shared.id.ClientId;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** One request as the server sees it. */
final class Exchange {

    private static final String REQUEST_ID = "agency-os.request-id";
    private static final String ACTOR = "agency-os.actor";
    private static final String CLIENT = "agency-os.client";
    private static final String PROBLEM = "agency-os.problem";
    private static final Pattern ACCEPTED_ID = Pattern.compile("[A-Za-z0-9_-]{8,64}");
    private static final int MAX_AGENT = 500;

    private final Context context;
    private final ServerSettings settings;
    private final String requestId;
    private final Map<String, String> pathParams;

    private Exchange(Context context, ServerSettings settings, String requestId, Map<String, String> pathParams) {
        this.context = context;
        this.settings = settings;
        this.requestId = requestId;
        this.pathParams = pathParams;
    }

    /** The exchange, with the same request id however often it is asked for. */
    static Exchange of(Context context, ServerSettings settings, ServerPorts ports) {
        String known = context.attribute(REQUEST_ID);
        if (known == null) {
            String sent = context.header("X-Request-Id");
            known = sent != null && ACCEPTED_ID.matcher(sent).matches()
                    ? sent
                    : ports.ids().next().toString();
            context.attribute(REQUEST_ID, known);
        }
        return new Exchange(context, settings, known, Map.of());
    }

    /** The same exchange, at a route whose parameters have these values. */
    Exchange at(Map<String, String> params) {
        return new Exchange(context, settings, requestId, Map.copyOf(params));
    }

    /** It is known who asks. */
    void asks(Actor actor) {
        context.attribute(ACTOR, actor);
    }

    /** Who asks has come into a client. */
    void inside(TenantScope scope) {
        asks(Actors.of(scope));
        context.attribute(CLIENT, scope.clientId());
    }

    /** What is answered is this problem. */
    void refusedWith(ProblemCode code) {
        context.attribute(PROBLEM, code);
    }

    Optional<Actor> actor() {
        return Optional.ofNullable(context.attribute(ACTOR));
    }

    /** The client that who asks has come into. */
    Optional<ClientId> client() {
        return Optional.ofNullable(context.attribute(CLIENT));
    }

    Optional<ProblemCode> problem() {
        return Optional.ofNullable(context.attribute(PROBLEM));
    }

    /** By name, decoded. */
    Map<String, String> pathParams() {
        return pathParams;
    }

    Context context() {
        return context;
    }

    String requestId() {
        return requestId;
    }

    String path() {
        return context.path();
    }

    String queryString() {
        String query = context.queryString();
        return query == null ? "" : query;
    }

    Map<String, List<String>> query() {
        return context.queryParamMap();
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(context.header(name));
    }

    /** The sender's address as text; {@code unknown} where a trusted proxy does not name one. */
    String address() {
        return sender().map(IpAddress::text).orElse("unknown");
    }

    /** The peer, or whom a trusted proxy names; never the proxy itself in the place of somebody whom it does not name. */
    private Optional<IpAddress> sender() {
        return proxy().filter(said -> !said.isSilent())
                .map(ProxyHeaders::sender)
                .orElseGet(() -> IpAddress.parse(context.ip()));
    }

    /** Whether a trusted proxy says that the request, with whatever secret it carries, came to it unencrypted. */
    boolean cameUnencrypted() {
        return proxy().filter(ProxyHeaders::isPlain).isPresent();
    }

    /** Empty where the peer is not a proxy that is listed; whatever it sends is anybody's word then. */
    private Optional<ProxyHeaders> proxy() {
        return settings.trustedProxies().contains(context.ip())
                ? Optional.of(new ProxyHeaders(
                        context.header("Forwarded"),
                        context.header("X-Forwarded-For"),
                        context.header("X-Forwarded-Proto")))
                : Optional.empty();
    }

    Origin origin() {
        String agent = context.userAgent();
        String shown = agent == null || agent.length() <= MAX_AGENT ? agent : agent.substring(0, MAX_AGENT);
        return new Origin(sender().orElse(null), shown, requestId);
    }
}
