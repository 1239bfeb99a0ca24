package io.agencyos.adapters.in.rest.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.http.testing.Caller;
import io.agencyos.adapters.in.http.testing.MemoryWorld;
import io.agencyos.adapters.in.rest.testing.FlowWorld;
import io.agencyos.application.platform.flow.FlowEngine;
import io.agencyos.application.platform.flow.run.Run;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.billing.CreditEntryKind;
import io.agencyos.domain.client.billing.Subscription;
import io.agencyos.domain.client.billing.SubscriptionStatus;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.flow.BreakerScope;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class JobRoutesTest {

    private static final String START = "/flows/enrich/runs";
    private static final String SYSTEM = "/api/v1/admin/system";

    private static final UserId STAFF = new UserId(new UUID(0, 7));

    private @Nullable FlowEngine made;
    private final ApiUnderTest api = ApiUnderTest.with(this::groups);

    private List<RouteGroup> groups(MemoryWorld world) {
        FlowWorld flows = new FlowWorld(world);
        made = flows.engine;
        return List.of(
                new JobRoutes(flows.engine),
                new FlowRoutes(flows.watch),
                new SystemRunRoutes(flows.engine, flows.watch));
    }

    private FlowEngine engine() {
        return Objects.requireNonNull(made);
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test // api 4, flows 1.9: started, watched, looked into
    void a_job_is_started_and_tells_how_far_it_is_and_what_failed() {
        Caller member = api.as(Role.MEMBER);
        Answer started = member.post(START, "{'params':{}}");
        assertThat(started.status()).as(started.text()).isEqualTo(202);
        assertThat(started.at("/status")).isEqualTo("queued");
        String job = "/jobs/" + started.at("/id");

        engine().drain();

        Answer done = api.as(Role.VIEWER).get(job);
        assertThat(done.at("/status")).isEqualTo("partial");
        assertThat(done.json().at("/progress/pct").decimalValue()).isEqualByComparingTo("100");
        assertThat(done.json().at("/progress/items/done").intValue()).isEqualTo(1);
        assertThat(done.json().at("/progress/items/unknown").intValue()).isEqualTo(1);
        assertThat(done.at("/steps/0/name")).isEqualTo("look_up");
        assertThat(member.get("/jobs?kind=enrich&status=partial").at("/items/0/id"))
                .isEqualTo(started.at("/id"));
        assertThat(member.get("/jobs?status=failed").json().at("/items").size()).isZero();
        Answer failed = member.get(job + "/items?status=failed");
        assertThat(failed.at("/items/0/key")).isEqualTo("lead-2");
        assertThat(failed.at("/items/0/reason")).isEqualTo("Nobody of that name.");
        assertThat(api.stranger().get(job).status()).isEqualTo(404);
    }

    @Test // flows 1.9: flow history with a success-rate over 30 days; tenant page: next run of each flow
    void members_see_how_the_flows_of_the_last_thirty_days_did() {
        api.as(Role.MEMBER).post(START, "{'params':{}}");
        engine().drain();

        Answer flows = api.as(Role.VIEWER).get("/flows");
        JsonNode enrich = line(flows, "enrich");
        assertThat(enrich.at("/runs").intValue()).isEqualTo(1);
        assertThat(enrich.at("/partial").intValue()).isEqualTo(1);
        assertThat(enrich.at("/success_rate").decimalValue()).isEqualByComparingTo("0");

        api.world().clock.advance(Duration.ofDays(31));
        JsonNode later = line(api.as(Role.VIEWER).get("/flows"), "enrich");
        assertThat(later.at("/runs").intValue()).isZero();
        assertThat(later.at("/success_rate").isNull()).isTrue();
        assertThat(api.stranger().get("/flows").status()).isEqualTo(404);
    }

    @Test // flows 1.9: tenant page: backlog per work class
    void members_see_what_waits_for_them_by_class_of_work() {
        api.as(Role.MEMBER).post(START, "{'params':{}}");
        api.world().clock.advance(Duration.ofSeconds(7));

        JsonNode first = api.as(Role.VIEWER).get("/flows/backlog").json().at("/items/0");
        assertThat(first.at("/work").asString()).isEqualTo("interactive");
        assertThat(first.at("/due").intValue()).isEqualTo(1);
        assertThat(first.at("/oldest_due_s").longValue()).isEqualTo(7);
        engine().drain();
        JsonNode then = api.as(Role.VIEWER).get("/flows/backlog").json().at("/items/0");
        assertThat(then.at("/due").intValue()).isZero();
        assertThat(then.at("/oldest_due_s").isNull()).isTrue();
    }

    private static JsonNode line(Answer flows, String name) {
        for (JsonNode line : flows.json().at("/items")) {
            if (line.at("/flow").asString().equals(name)) {
                return line;
            }
        }
        throw new AssertionError(flows.text());
    }

    @Test // api 1.7: while it is unfinished, GET carries Retry-After: 2 s, from the third minute 15 s
    void whoever_waits_for_a_job_is_told_when_to_ask_again() {
        Caller member = api.as(Role.MEMBER);
        String job = "/jobs/" + member.post(START, "{'params':{}}").at("/id");

        assertThat(member.get(job).header("Retry-After")).contains("2");
        assertThat(member.get(job).json().at("/eta_s").isNull()).isTrue();
        assertThat(member.get(job).json().at("/children").isEmpty()).isTrue();
        api.world().clock.advance(Duration.ofMinutes(2));
        assertThat(member.get(job).header("Retry-After")).contains("15");
        engine().drain();
        assertThat(member.get(job).header("Retry-After")).isEmpty();
    }

    @Test // api 4: at most one unfinished job; 409 with its id
    void a_second_start_names_the_job_that_is_running() {
        Caller member = api.as(Role.MEMBER);
        Answer started = member.post(START, "{'params':{}}");

        Answer second = member.post(START, "{'params':{}}");

        assertThat(second.code()).isEqualTo("already_running");
        assertThat(second.at("/job_id")).isEqualTo(started.at("/id"));
    }

    @Test // flows 1.9: 404, 403, 422, 423
    void a_start_that_cannot_be_is_refused_with_its_reason() {
        Caller member = api.as(Role.MEMBER);
        assertThat(member.post("/flows/nothing/runs", "{'params':{}}").status()).isEqualTo(404);
        assertThat(api.as(Role.VIEWER).post(START, "{'params':{}}").status()).isEqualTo(403);
        assertThat(member.post(START, "{'params':{'wrong':'x'}}").status()).isEqualTo(422);
        engine().platform()
                .open(
                        new UserId(UUID.randomUUID()),
                        api.client(),
                        BreakerScope.AI_BUDGET,
                        "",
                        "AI budget of AUD 50 used; templates until 00:00.",
                        AuditEntry.Origin.NONE);

        Answer blocked = member.post(START, "{'params':{}}");

        assertThat(blocked.status()).isEqualTo(423);
        assertThat(blocked.at("/scope")).isEqualTo("ai_budget");
        assertThat(member.get("/breakers").at("/items/0/message")).startsWith("AI budget of AUD 50");
    }

    @Test // api 1.7: credits, subscription, client pause, budget or a vendor breaker; 1.3: scope, until
    void each_of_the_five_causes_that_forbid_a_start_is_told_by_its_name() {
        MemoryWorld world = api.world();
        Client client = inClient(() -> world.clients.find(api.client()).orElseThrow());
        Subscription paid =
                inClient(() -> world.clients.subscription(api.client()).orElseThrow());

        books(paid.as(SubscriptionStatus.PAST_DUE));
        assertBlocked("subscription", "Subscription past_due. Outreach is paused.", null);
        books(paid);

        Instant now = world.clock.now();
        inClient(() -> world.clients.update(client.pausedBy(new Client.Pause(now, "a complaint", null))));
        assertBlocked("client_pause", "All outreach paused: a complaint", null);
        inClient(() -> {
            Client paused = world.clients.find(api.client()).orElseThrow();
            return world.clients.update(paused.pausedBy(null));
        });

        int left = inClient(() -> world.credits.balance(api.client()));
        gives(-left);
        Instant reset = inClient(() -> world.credits.account(api.client()).orElseThrow())
                .nextReset();
        assertBlocked("credits", "No credits left until ", Objects.requireNonNull(reset));
        gives(left);

        open(api.client(), BreakerScope.AI_BUDGET, "", "AI budget of AUD 50 used; templates until 00:00.");
        assertBlocked("ai_budget", "AI budget of AUD 50 used", null);
        close(api.client(), BreakerScope.AI_BUDGET, "");

        open(api.client(), BreakerScope.VENDOR, "directory", "directory unavailable; retrying.");
        assertBlocked("vendor", "directory unavailable", null);
        close(api.client(), BreakerScope.VENDOR, "directory");
        open(api.client(), BreakerScope.VENDOR, "some other account", "not what this flow needs");
        open(Run.PLATFORM, BreakerScope.VENDOR, "directory", "directory is down for everybody");
        assertBlocked("vendor", "directory is down for everybody", null);
        close(Run.PLATFORM, BreakerScope.VENDOR, "directory");

        assertThat(api.as(Role.MEMBER).post(START, "{'params':{}}").status()).isEqualTo(202);
    }

    private void assertBlocked(String scope, String message, @Nullable Instant until) {
        Answer blocked = api.as(Role.MEMBER).post(START, "{'params':{}}");
        assertThat(blocked.status()).as(blocked.text()).isEqualTo(423);
        assertThat(blocked.code()).isEqualTo("blocked");
        assertThat(blocked.at("/scope")).isEqualTo(scope);
        assertThat(blocked.at("/detail")).startsWith(message);
        assertThat(blocked.json().at("/until").isMissingNode()).isFalse();
        assertThat(blocked.json().at("/until").isNull() ? null : Instant.parse(blocked.at("/until")))
                .isEqualTo(until);
        assertThat(api.as(Role.VIEWER).get("/jobs").json().at("/items").isEmpty())
                .as("nothing was ordered")
                .isTrue();
    }

    private void open(ClientId client, BreakerScope scope, String key, String message) {
        engine().platform().open(STAFF, client, scope, key, message, AuditEntry.Origin.NONE);
    }

    private void close(ClientId client, BreakerScope scope, String key) {
        engine().platform().close(STAFF, client, scope, key, AuditEntry.Origin.NONE);
    }

    private void books(Subscription subscription) {
        inClient(() -> {
            api.world().clients.updateSubscription(subscription);
            return subscription;
        });
    }

    private void gives(int credits) {
        inClient(() -> {
            api.world().credits.book(api.client(), CreditEntryKind.ADJUST, credits, null, "by hand");
            return credits;
        });
    }

    private <T> T inClient(Supplier<T> work) {
        return api.world().units.inTenant(TenantScope.worker(api.client()), work);
    }

    @Test // api 4: cancel by members, retry and settle by admins
    void people_settle_retry_and_cancel() {
        Caller member = api.as(Role.MEMBER);
        Caller admin = api.as(Role.ADMIN);
        String job = "/jobs/" + member.post(START, "{'params':{}}").at("/id");
        engine().drain();

        assertThat(member.post(job + "/items/lead-3/settle", "{'was_sent':true}")
                        .status())
                .isEqualTo(403);
        Answer settled = admin.post(job + "/items/lead-3/settle", "{'was_sent':true}");
        assertThat(settled.status()).as(settled.text()).isEqualTo(200);
        assertThat(settled.json().at("/progress/items/unknown").intValue()).isZero();
        assertThat(admin.post(job + "/retry", "").at("/status")).isEqualTo("queued");
        assertThat(member.post(job + "/cancel", "").at("/status")).isEqualTo("cancelled");
        assertThat(member.post(job + "/cancel", "").code()).isEqualTo("invalid_transition");
    }

    @Test // flows 1.9: platform_admin only
    void the_platforms_pages_are_for_staff() {
        Caller owner = api.as(Role.OWNER);
        assertThat(owner.get(SYSTEM + "/schedules").status()).isEqualTo(403);
        assertThat(owner.get(SYSTEM + "/jobs").status()).isEqualTo(403);
        assertThat(owner.get(SYSTEM + "/status").status()).isEqualTo(403);
        assertThat(owner.post(SYSTEM + "/schedules/enrich/run", "{'reason':'because'}")
                        .status())
                .isEqualTo(403);
    }

    @Test // flows 1.9: platform overview; api 9.19: retry and cancel, start and limits
    void staff_sees_what_waits_and_steers_runs_of_any_client() {
        Caller staff = api.staff();
        String job = SYSTEM + "/jobs/"
                + api.as(Role.MEMBER).post(START, "{'params':{}}").at("/id");
        Answer status = staff.get(SYSTEM + "/status");
        assertThat(status.status()).as(status.text()).isEqualTo(200);
        assertThat(status.at("/classes/0/work_class")).isEqualTo("interactive");
        assertThat(status.json().at("/classes/0/due").intValue()).isEqualTo(1);

        assertThat(staff.get(SYSTEM + "/rate-limits").json().at("/items").size())
                .isZero();

        assertThat(staff.post(job + "/cancel", "").at("/status")).isEqualTo("cancelled");
        assertThat(staff.post(job + "/cancel", "").code()).isEqualTo("invalid_transition");
        String second = SYSTEM + "/jobs/"
                + api.as(Role.MEMBER).post(START, "{'params':{}}").at("/id");
        engine().drain();
        assertThat(staff.post(second + "/retry", "").at("/status")).isEqualTo("queued");
        assertThat(staff.post(SYSTEM + "/jobs/" + UUID.randomUUID() + "/retry", "")
                        .status())
                .isEqualTo(404);
    }

    @Test // flows 1.9: platform-wide start; cron and limits
    void staff_starts_a_schedule_now_and_changes_its_limits() {
        Caller staff = api.staff();
        String schedule = SYSTEM + "/schedules/enrich";
        Answer started = staff.post(schedule + "/run", "{'reason':'after the outage'}");
        assertThat(started.status()).as(started.text()).isEqualTo(202);
        assertThat(staff.post(schedule + "/run", "{'reason':'once more'}").at("/job_id"))
                .isEqualTo(started.at("/id"));

        assertThat(staff.patch(schedule, "{'global_max':3,'misfire_s':60}").status())
                .isEqualTo(204);
        assertThat(staff.get(SYSTEM + "/schedules")
                        .json()
                        .at("/items/0/global_max")
                        .intValue())
                .isEqualTo(3);
        assertThat(staff.get(SYSTEM + "/schedules").at("/items/0/cron")).isEqualTo("0 0 2 * * *");
        assertThat(staff.patch(schedule, "{'cron':null}").status()).isEqualTo(204);
        assertThat(staff.get(SYSTEM + "/schedules").json().at("/items/0/cron").isNull())
                .isTrue();
        assertThat(staff.patch(schedule, "{'cron':'every day'}").status()).isEqualTo(422);
    }
}
