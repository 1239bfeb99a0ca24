package io.agencyos.application.client;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.ClientDetails;
import io.agencyos.domain.client.ClientSettings;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.client.TestMode;
import io.agencyos.domain.client.billing.Plan;
import io.agencyos.domain.client.billing.Subscription;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry.Change;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.FieldProblem;
import io.agencyos.domain.shared.Money;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The client and its settings; both are an admin's. */
final class EditClientService implements EditClient, ChangeClientSettings, ShowClient {

    /** How long a former slug leads to its client, and is nobody else's. Source: api 8. */
    private static final Duration REDIRECTED = Duration.ofDays(90);

    private final ClientPorts ports;
    private final SettingsElsewhere elsewhere;
    private final AuditTrail trail;
    private final UnitOfWork units;
    private final ClockPort clock;

    EditClientService(
            ClientPorts ports, SettingsElsewhere elsewhere, AuditTrail trail, UnitOfWork units, ClockPort clock) {
        this.ports = ports;
        this.elsewhere = elsewhere;
        this.trail = trail;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public EditClient.Outcome edit(TenantScope scope, int version, ClientDetails details, Origin origin) {
        if (!permits(scope)) {
            return new EditClient.Outcome.RoleRequired(Role.ADMIN);
        }
        Optional<Client> known = units.inTenant(scope, () -> ports.clients().find(scope.clientId()));
        boolean renamed =
                known.filter(client -> !client.slug().equals(details.slug())).isPresent();
        if (renamed && known.map(Client::twinOf).isPresent()) {
            return new EditClient.Outcome.SlugOfTwin();
        }
        List<FieldProblem> problems = problems(details, renamed);
        if (!problems.isEmpty()) {
            return new EditClient.Outcome.Invalid(problems);
        }
        return renamed
                ? units.onPlatform(() -> renamed(scope, version, details, origin))
                : units.inTenant(scope.asWorker(), () -> editInside(scope, version, details, origin));
    }

    /** A slug that stays is what it is: that of a twin begins as no other may. */
    private static List<FieldProblem> problems(ClientDetails details, boolean renamed) {
        return details.problems().stream()
                .filter(problem -> renamed || !"slug".equals(problem.path()))
                .toList();
    }

    private EditClient.Outcome renamed(TenantScope scope, int version, ClientDetails details, Origin origin) {
        Instant now = clock.now();
        Optional<Client> client = ports.clients().findForUpdate(scope.clientId());
        Optional<ClientId> holder = ports.clients().holderOfSlug(details.slug(), now);
        if (holder.filter(id -> !id.equals(scope.clientId())).isPresent()) {
            return new EditClient.Outcome.SlugTaken();
        }
        EditClient.Outcome outcome = editInside(scope, version, details, origin);
        if (outcome instanceof EditClient.Outcome.Changed) {
            client.ifPresent(before -> ports.clients().rename(before, details.slug(), now, now.plus(REDIRECTED)));
        }
        return outcome;
    }

    private EditClient.Outcome editInside(TenantScope scope, int version, ClientDetails details, Origin origin) {
        Optional<Client> found = ports.clients().findForUpdate(scope.clientId());
        if (found.isEmpty()) {
            return new EditClient.Outcome.NotFound();
        }
        Client client = found.get();
        if (client.version() != version) {
            throw new ConcurrentUpdate("client " + client.id());
        }
        // staff in a support session lets no message leave
        boolean unasked = details.defaultPermissionMode() == PermissionMode.AUTOPILOT
                && client.defaultPermissionMode() != PermissionMode.AUTOPILOT;
        if (unasked && scope.support() != null) {
            return new EditClient.Outcome.RoleRequired(Role.OWNER);
        }
        Map<String, Change> changes = changes(client.details(), details);
        if (changes.isEmpty()) {
            return new EditClient.Outcome.Changed(client);
        }
        Client changed = ports.clients().update(client.with(details));
        audit(scope, "client", changes, origin);
        return new EditClient.Outcome.Changed(changed);
    }

    private static Map<String, Change> changes(ClientDetails before, ClientDetails after) {
        Map<String, Change> changes = new LinkedHashMap<>();
        put(changes, "name", before.name(), after.name());
        put(changes, "slug", before.slug(), after.slug());
        put(changes, "legal_name", before.legalName(), after.legalName());
        put(changes, "contact_email", before.contactEmail(), after.contactEmail());
        put(changes, "contact_phone", before.contactPhone(), after.contactPhone());
        put(changes, "website_url", before.websiteUrl(), after.websiteUrl());
        put(changes, "timezone", before.timezone(), after.timezone());
        put(
                changes,
                "default_permission_mode",
                before.defaultPermissionMode().wire(),
                after.defaultPermissionMode().wire());
        put(changes, "abn", before.profile().abn(), after.profile().abn());
        put(
                changes,
                "description",
                before.profile().description(),
                after.profile().description());
        put(changes, "services", before.profile().services(), after.profile().services());
        put(
                changes,
                "value_proposition",
                before.profile().valueProposition(),
                after.profile().valueProposition());
        return changes;
    }

    @Override
    public SettingsElsewhere.Kept elsewhere(TenantScope scope) {
        return units.inTenant(scope, () -> elsewhere.of(scope.clientId()));
    }

    @Override
    public ChangeClientSettings.Outcome change(
            TenantScope scope,
            ClientSettings settings,
            boolean requireSecondFactor,
            SettingsElsewhere.@Nullable Kept others,
            Origin origin) {
        if (!permits(scope)) {
            return new ChangeClientSettings.Outcome.RoleRequired(Role.ADMIN);
        }
        if (!settings.clientId().equals(scope.clientId())) {
            throw new IllegalArgumentException("settings of another client");
        }
        List<FieldProblem> problems = others == null ? List.of() : elsewhere.problems(scope, others);
        if (!problems.isEmpty()) {
            return new ChangeClientSettings.Outcome.Invalid(problems);
        }
        return units.inTenant(
                scope.asWorker(), () -> changeInside(scope, settings, requireSecondFactor, others, origin));
    }

    private ChangeClientSettings.Outcome changeInside(
            TenantScope scope,
            ClientSettings settings,
            boolean requireSecondFactor,
            SettingsElsewhere.@Nullable Kept others,
            Origin origin) {
        if (ports.clients().findForShare(scope.clientId()).isEmpty()) {
            return new ChangeClientSettings.Outcome.NotFound();
        }
        Optional<FieldProblem> beyond = beyondThePlan(settings);
        if (beyond.isPresent()) {
            return new ChangeClientSettings.Outcome.Invalid(List.of(beyond.get()));
        }
        ClientSettings before = ports.clients().settings(scope.clientId());
        boolean required = ports.clients().requiresSecondFactor(scope.clientId());
        SettingsElsewhere.Kept keptBefore = elsewhere.of(scope.clientId());
        SettingsElsewhere.Kept kept = others == null ? keptBefore : others;
        if (before.equals(settings) && required == requireSecondFactor && kept.equals(keptBefore)) {
            return new ChangeClientSettings.Outcome.Changed(before);
        }
        Map<String, Change> changes = changes(before, ports.clients().updateSettings(settings));
        if (required != requireSecondFactor) {
            ports.clients().requireSecondFactor(scope.clientId(), requireSecondFactor);
            put(changes, "require_mfa", required, requireSecondFactor);
        }
        if (!kept.equals(keptBefore)) {
            elsewhere.save(scope.clientId(), kept);
            put(changes, "cis_refinement_enabled", keptBefore.refinement(), kept.refinement());
            put(changes, "explore", keptBefore.explore(), kept.explore());
            put(changes, "mail.enabled", keptBefore.mail(), kept.mail());
            put(changes, "mail.budget_cents", cents(keptBefore.mailBudget()), cents(kept.mailBudget()));
        }
        audit(scope, "client_settings", changes, origin);
        return new ChangeClientSettings.Outcome.Changed(ports.clients().settings(scope.clientId()));
    }

    private Optional<FieldProblem> beyondThePlan(ClientSettings settings) {
        Plan plan = ports.clients()
                .subscription(settings.clientId())
                .map(Subscription::plan)
                .orElse(Plan.IGNITION);
        Money most = plan.terms().aiBudgetPerDay();
        return Optional.ofNullable(settings.aiPerDay())
                .filter(wanted -> wanted.compareTo(most) > 0)
                .map(wanted -> new FieldProblem(
                        "ai_daily_budget_cents",
                        "out_of_range",
                        "The plan allows less on a day.",
                        Map.of("max", Long.toString(most.cents()))));
    }

    private static @Nullable Long cents(@Nullable Money money) {
        return money == null ? null : money.cents();
    }

    private static Map<String, Change> changes(ClientSettings before, ClientSettings after) {
        Map<String, Change> changes = new LinkedHashMap<>();
        put(
                changes,
                "replenishment_mode",
                before.replenishmentMode().wire(),
                after.replenishmentMode().wire());
        put(changes, "min_pipeline_alert", before.minPipelineAlert(), after.minPipelineAlert());
        put(changes, "hot_cost_guard", before.hotCostGuard(), after.hotCostGuard());
        put(changes, "auto_replenish", before.autoReplenish(), after.autoReplenish());
        put(changes, "reply_automation", before.replyAutomation(), after.replyAutomation());
        put(changes, "open_tracking", before.openTracking(), after.openTracking());
        put(changes, "click_tracking", before.clickTracking(), after.clickTracking());
        put(changes, "ai_disclosure", before.aiDisclosure(), after.aiDisclosure());
        put(changes, "blackout_dates", before.quietDays(), after.quietDays());
        put(changes, "test_mode", before.testMode().on(), after.testMode().on());
        put(changes, "test_recipients", recipients(before.testMode()), recipients(after.testMode()));
        put(changes, "ai_daily_budget_cents", cents(before.aiPerDay()), cents(after.aiPerDay()));
        put(changes, "seo_mode", before.seoMode().wire(), after.seoMode().wire());
        return changes;
    }

    /** Which there are; whose they are is nobody's to read in an audit. */
    private static String recipients(TestMode mode) {
        return Stream.of(Channel.EMAIL, Channel.SMS, Channel.LINKEDIN)
                .filter(channel -> mode.recipient(channel).isPresent())
                .map(Channel::wire)
                .collect(Collectors.joining(","));
    }

    private static void put(
            Map<String, Change> changes, String field, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            changes.put(
                    field,
                    new Change(before == null ? null : before.toString(), after == null ? null : after.toString()));
        }
    }

    @Override
    public Optional<Standing> of(TenantScope scope) {
        return units.inTenant(
                scope,
                () -> ports.clients()
                        .find(scope.clientId())
                        .map(client -> new Standing(
                                client,
                                ports.clients().settings(client.id()),
                                ports.clients().subscription(client.id()).orElse(null),
                                ports.clients().icp(client.id()).orElse(null),
                                ports.clients().leavesAt(client.id()).orElse(null),
                                ports.clients().requiresSecondFactor(client.id()),
                                ports.sharing().test(client.id()),
                                ports.clients().onboarding(client.id()))));
    }

    private void audit(TenantScope scope, String type, Map<String, Change> changes, Origin origin) {
        trail.change(
                AuditTrail.actor(scope),
                AuditAction.UPDATE,
                scope.clientId(),
                type,
                scope.clientId().value(),
                changes,
                origin);
    }

    private static boolean permits(TenantScope scope) {
        return scope.role() == Role.WORKER || scope.role().permits(Role.ADMIN);
    }
}
