package io.agencyos.adapters.in.rest.platform;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.rest.platform.HealthCheck.Finding;
import io.agencyos.adapters.in.rest.platform.HealthCheck.Status;
import io.agencyos.domain.platform.IpAddress;
import io.agencyos.domain.shared.Vocabulary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether the server is there and ready. Source: api 9.1. */
public final class HealthRoutes implements RouteGroup {

    private static final String TAG = "Health";
    private static final int NOT_READY = 503;

    private final String version;
    private final List<HealthCheck> checks;

    public HealthRoutes(String version, List<HealthCheck> checks) {
        this.version = version;
        this.checks = List.copyOf(checks);
    }

    /**
     * That the server is there; nothing else is looked at.
     *
     * @param status always {@code ok}: a server that cannot say so does not answer
     * @param service the product's name
     * @param version the version of the product that runs
     */
    public record Health(String status, String service, String version) {}

    /**
     * That requests are served.
     *
     * @param status always {@code ok}: a server that cannot say so does not answer
     */
    public record Live(String status) {}

    /** Whether the house is ready for work. */
    public enum Readiness implements Vocabulary {
        READY,
        DEGRADED,
        NOT_READY
    }

    /**
     * How one part is; without detail for callers from elsewhere.
     *
     * @param name which part of the server it is
     * @param status whether it works, works badly, or does not
     * @param critical whether nothing works without it
     * @param message what is wrong or to be known, in a sentence; null for callers from elsewhere
     */
    public record Component(
            String name, Status status, boolean critical, Optional<Long> latencyMs, Optional<String> message) {}

    /**
     * Whether requests are served, part by part.
     *
     * @param status whether requests are served: fully, with some part missing, or not at all
     * @param components the parts of the server; empty for callers from elsewhere
     */
    public record Ready(Readiness status, List<Component> components) {}

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get("/api/v1/health", "Whether the server is there")
                        .tag(TAG)
                        .open()
                        .unmetered()
                        .answers(Health.class, health())
                        .handledBy(call -> Reply.ok(health())),
                Route.get("/api/v1/health/live", "Whether requests are served")
                        .tag(TAG)
                        .open()
                        .unmetered()
                        .answers(Live.class, new Live("ok"))
                        .handledBy(call -> Reply.ok(new Live("ok"))),
                Route.get("/api/v1/health/ready", "Whether the house is ready for work")
                        .tag(TAG)
                        .open()
                        .unmetered()
                        .answers(Ready.class, new Ready(Readiness.READY, List.of()))
                        .alsoAnswers(NOT_READY)
                        .handledBy(this::ready),
                Route.post(Route.P + "/system/status/check", "Looks at every part now")
                        .tag("Platform")
                        .platformAdmin()
                        .answers(
                                Ready.class,
                                new Ready(
                                        Readiness.READY,
                                        List.of(new Component(
                                                "database",
                                                Status.OPERATIONAL,
                                                true,
                                                Optional.of(2L),
                                                Optional.empty()))))
                        .handledBy(call -> Reply.ok(looked())));
    }

    private Health health() {
        return new Health("ok", "agency-os", version);
    }

    private Reply<Ready> ready(Call<None> call) {
        Ready looked = looked();
        IpAddress from = call.origin().ip();
        Ready shown = from != null && from.isLoopback() ? looked : new Ready(looked.status(), List.of());
        return looked.status() == Readiness.NOT_READY ? Reply.ok(shown).status(NOT_READY) : Reply.ok(shown);
    }

    private Ready looked() {
        List<Component> components = new ArrayList<>();
        for (HealthCheck check : checks) {
            long start = System.nanoTime();
            Finding finding = check.look().get();
            long took = Duration.ofNanos(System.nanoTime() - start).toMillis();
            components.add(new Component(
                    check.name(),
                    finding.status(),
                    check.critical(),
                    Optional.of(took),
                    Optional.of(finding.message())));
        }
        boolean broken = components.stream().anyMatch(part -> part.critical() && part.status() == Status.DOWN);
        boolean whole = components.stream().allMatch(part -> part.status() == Status.OPERATIONAL);
        Readiness readiness = broken ? Readiness.NOT_READY : whole ? Readiness.READY : Readiness.DEGRADED;
        return new Ready(readiness, components);
    }
}
