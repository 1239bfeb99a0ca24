package io.agencyos.adapters.in.http.server;

import io.agencyos.adapters.in.http.openapi.DocumentRoutes;
import io.agencyos.adapters.in.http.openapi.OpenApi;
import io.agencyos.adapters.in.http.route.FileBody;
import io.agencyos.adapters.in.http.route.LiveBody;
import io.agencyos.adapters.in.http.route.Method;
import io.agencyos.adapters.in.http.route.Problem;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.application.shared.StorageUnavailable;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The HTTP server: every route of the groups, and nothing that is not a route. Of its own it has only what tells of
 * itself: the document of its routes and what it counts.
 */
public final class ApiServer implements AutoCloseable {

    /** Room for the longest token that is taken, and for all else. */
    private static final int LONGEST_HEADERS = 16 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(ApiServer.class);
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int MAX_IN_MEMORY_MB = 1;

    private final ServerPorts ports;
    private final ServerSettings settings;
    private final Metrics metrics;
    private final List<Route<?, ?>> routes;
    private final RouteTree<Served> tree = new RouteTree<>();
    private final Budget budget;
    private final Denials denials;
    private final Javalin server;
    private volatile boolean closing;

    /** A route at work, and its clock. */
    private record Served(Endpoint<?, ?> endpoint, Metrics.Watch watch) {}

    public ApiServer(List<RouteGroup> groups, ServerPorts ports, ServerSettings settings) {
        this.ports = ports;
        this.settings = settings;
        metrics = new Metrics(ports.meters());
        routes = Stream.concat(groups.stream(), Stream.of(new DocumentRoutes(this::document), metrics))
                .<Route<?, ?>>flatMap(group -> group.routes().stream())
                .sorted(Comparator.comparing(ApiServer::literalsFirst))
                .toList();
        budget = new Budget(settings.budget());
        denials = new Denials(ports.denials());
        Cursors cursors = new Cursors(settings.cursorSecret());
        Endpoint.Desk desk = new Endpoint.Desk(
                new Gate(ports),
                new Queries(cursors),
                new Answers(cursors),
                new Replays(ports),
                new Buckets(
                        ports.clock(),
                        settings.limited(),
                        Optional.of(ports.sharedLimits()).filter(any -> settings.sharedLimits())),
                budget,
                ports.defects(),
                denials,
                settings.readmission());
        routes.forEach(route -> tree.add(
                route,
                new Served(
                        new Endpoint<>(route, desk),
                        metrics.watch(route.method().name(), route.path()))));
        server = Javalin.create(this::configure);
    }

    /** Every route, in the order in which an address is matched. */
    public List<Route<?, ?>> routes() {
        return routes;
    }

    /** The OpenAPI document of every route. */
    public ObjectNode document() {
        return OpenApi.document(routes, settings.version());
    }

    /** Begins to listen. */
    public ApiServer start() {
        server.start();
        budget.start();
        return this;
    }

    /** The port it listens on. */
    public int port() {
        return server.port();
    }

    /** Takes no more requests, lets the running ones finish, stops. */
    @Override
    public void close() {
        closing = true;
        server.stop();
        budget.close();
        denials.keepAll();
    }

    /** Counted from the left, a literal segment wins over a parameter. Source: api, notation at the top. */
    private static String literalsFirst(Route<?, ?> route) {
        return route.segments().stream()
                .map(segment -> Route.isParam(segment) ? "~" : segment)
                .collect(Collectors.joining("/"));
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.concurrency.useVirtualThreads = true;
        config.router.ignoreTrailingSlashes = false;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = Intake.MAX_UPLOAD;
        config.jetty.host = settings.host();
        config.jetty.port = settings.port();
        config.jetty.multipartConfig.maxTotalRequestSize(Intake.MAX_UPLOAD, SizeUnit.BYTES);
        config.jetty.multipartConfig.maxInMemoryFileSize(MAX_IN_MEMORY_MB, SizeUnit.MB);
        config.jetty.modifyServer(this::jetty);
        config.jetty.modifyHttpConfiguration(http -> {
            http.setRequestHeaderSize(LONGEST_HEADERS);
            http.addCustomizer(new OwnMethod());
        });
        config.routes.before(this::everywhere);
        config.routes.before(context -> CrossOrigin.on(context, settings.origins()));
        // one address that means everything, and a tree below it: the router would try hundreds of patterns in turn
        Stream.of(Method.values())
                .forEach(method -> config.routes.addHttpHandler(type(method), "*", context -> serve(method, context)));
        config.routes.addHttpHandler(HandlerType.HEAD, "*", context -> serve(Method.GET, context));
        config.routes.exception(
                HttpResponseException.class, (failure, context) -> write(context, refused(failure, context)));
        config.routes.exception(
                Exception.class,
                (failure, context) -> write(
                        context, Answers.problem(Failures.of(failure, exchange(context), false), exchange(context))));
    }

    private void jetty(Server jetty) {
        jetty.setStopTimeout(settings.drain().toMillis());
        jetty.setErrorHandler(new JettyErrors(ports.ids()));
        jetty.insertHandler(new GracefulHandler());
    }

    private static HandlerType type(Method method) {
        return switch (method) {
            case GET -> HandlerType.GET;
            case POST -> HandlerType.POST;
            case PUT -> HandlerType.PUT;
            case PATCH -> HandlerType.PATCH;
            case DELETE -> HandlerType.DELETE;
        };
    }

    private void serve(Method method, Context context) {
        long start = System.nanoTime();
        Optional<RouteTree.Found<Served>> found = tree.find(method, context.path());
        if (found.isEmpty()) {
            write(context, unknown(context));
            return;
        }
        Endpoint<?, ?> endpoint = found.get().endpoint().endpoint();
        Exchange exchange = exchange(context).at(found.get().params());
        if (exchange.cameUnencrypted()) {
            write(
                    context,
                    Answers.problem(
                            Problem.of(ProblemCode.MALFORMED_REQUEST, "This came unencrypted; use https."), exchange));
            return;
        }
        Answer answer = endpoint.serve(exchange);
        try {
            write(context, answer);
            if (answer.live().isPresent() && context.method() == HandlerType.GET) {
                LiveBody body = answer.live().get();
                stream(context, body, () -> endpoint.admits(exchange), endpoint.admittedFor(exchange));
            }
        } finally {
            answer.live().ifPresent(LiveBody::over);
        }
        if (answer.file().isPresent() && context.method() == HandlerType.GET) {
            send(context, answer.file().get());
        }
        found.get().endpoint().watch().took(answer.status(), Duration.ofNanos(System.nanoTime() - start));
    }

    private static void send(Context context, FileBody file) {
        try {
            file.writer().to(context.res().getOutputStream());
        } catch (IOException gone) {
            LOG.debug("a reader of a file went away", gone);
        }
    }

    private void stream(Context context, LiveBody body, BooleanSupplier admitted, Duration checked) {
        try {
            context.res().flushBuffer();
            body.write(
                    new LiveLine(context.res().getOutputStream(), admitted, () -> !closing, checked, System::nanoTime));
        } catch (IOException gone) {
            LOG.debug("a reader of a stream went away", gone);
        } catch (StorageUnavailable down) {
            // the line ends as if it had broken; the reader comes again with the id of its last event
            LOG.warn(
                    "request {}: a stream ended, storage is not available",
                    exchange(context).requestId(),
                    down);
        }
    }

    private Exchange exchange(Context context) {
        return Exchange.of(context, settings, ports);
    }

    private void everywhere(Context context) {
        context.header("X-Request-Id", exchange(context).requestId());
        context.header("Cache-Control", "no-store");
        context.header("X-Content-Type-Options", "nosniff");
        context.header("Referrer-Policy", "no-referrer");
        context.header("Strict-Transport-Security", "max-age=31536000");
    }

    /** What Javalin itself refuses: a method that nothing here has, a body that is too large. */
    private Answer refused(HttpResponseException failure, Context context) {
        return switch (failure.getStatus()) {
            case NOT_FOUND, METHOD_NOT_ALLOWED -> unknown(context);
            default ->
                Answers.problem(
                        Problem.of(ProblemCode.MALFORMED_REQUEST, "The request cannot be read."), exchange(context));
        };
    }

    /** Nobody's address, or one that knows other methods. */
    private Answer unknown(Context context) {
        List<String> allowed =
                tree.methods(context.path()).stream().map(Method::name).sorted().toList();
        return Answers.problem(
                allowed.isEmpty()
                        ? Problem.notFound()
                        : Problem.of(ProblemCode.METHOD_NOT_ALLOWED, "This address knows other methods.")
                                .with("allowed", allowed)
                                .withHeader("Allow", String.join(", ", allowed)),
                exchange(context));
    }

    private static void write(Context context, Answer answer) {
        Intake.hearOut(context);
        context.status(answer.status());
        answer.headers().forEach(context::header);
        if (answer.mediaType().isEmpty()) {
            context.res().setContentType(null);
        } else {
            context.contentType(answer.mediaType()).result(answer.body().bytes());
        }
    }
}
