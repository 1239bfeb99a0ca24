package io.agencyos.adapters.in.rest.client;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.Change;
import io.agencyos.adapters.in.http.route.FieldError;
import io.agencyos.adapters.in.http.route.FieldErrors;
import io.agencyos.adapters.in.http.route.Problem;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.route.Text;
import io.agencyos.adapters.in.rest.card.Moments;
import io.agencyos.adapters.in.rest.client.ClientSettingsViews.PatchExplore;
import io.agencyos.adapters.in.rest.client.ClientSettingsViews.PatchMail;
import io.agencyos.adapters.in.rest.client.ClientSettingsViews.PatchRecipients;
import io.agencyos.adapters.in.rest.client.ClientSettingsViews.PatchSettings;
import io.agencyos.adapters.in.rest.client.ClientSettingsViews.SettingsShown;
import io.agencyos.application.client.ChangeClientSettings;
import io.agencyos.application.client.ClientSetUpUseCases;
import io.agencyos.application.client.EditClient;
import io.agencyos.application.client.SettingsElsewhere;
import io.agencyos.application.client.ShowClient;
import io.agencyos.application.client.identity.session.Principal;
import io.agencyos.application.shared.Stamp;
import io.agencyos.application.shared.Stamps.Kind;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.ClientDetails;
import io.agencyos.domain.client.ClientMode;
import io.agencyos.domain.client.ClientProfile;
import io.agencyos.domain.client.ClientSettings;
import io.agencyos.domain.client.IcpProfile;
import io.agencyos.domain.client.OnboardingStatus;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.client.ReplenishmentMode;
import io.agencyos.domain.client.SeoMode;
import io.agencyos.domain.client.TestMode;
import io.agencyos.domain.client.billing.Plan;
import io.agencyos.domain.client.billing.Subscription;
import io.agencyos.domain.client.billing.SubscriptionStatus;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.FieldProblem;
import io.agencyos.domain.shared.Money;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.contact.PhoneNumbers;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The client itself and its settings. Source: api 8, 9.2. */
public final class ClientSetUpRoutes implements RouteGroup {

    static final String TAG = "Clients";
    private static final Instant AT = Instant.parse("2026-03-02T00:00:00Z");

    private final ClientSetUpUseCases use;
    private final Moments moments;

    public ClientSetUpRoutes(ClientSetUpUseCases use, Moments moments) {
        this.use = use;
        this.moments = moments;
    }

    /**
     * The stop in force, or none.
     *
     * @param paused whether outreach is stopped
     * @param reason why outreach was stopped, in the words of who did; null where none was given or nothing is stopped
     */
    public record Pause(
            boolean paused,
            @Nullable Instant pausedAt,
            @Nullable String reason,
            @Nullable UUID pausedBy) {

        static Pause of(Client client) {
            Client.Pause pause = client.pause();
            return new Pause(
                    client.paused(),
                    pause == null ? null : pause.at(),
                    pause == null ? null : pause.reason(),
                    pause == null || pause.by() == null ? null : pause.by().value());
        }
    }

    /**
     * A client as it is shown.
     *
     * @param name what the client is called
     * @param abn the Australian Business Number, eleven digits; null where it has none
     * @param description what the business does, in the client's own words; null where nobody said
     * @param services what it offers, the best first; messages name the first
     * @param valueProposition what it helps with, as it follows those words in messages; null where nobody said
     * @param dataSharingConsent whether what the client learns may be pooled, without its name, with what others learn
     * @param mode whether it is a client ({@code live}) or a test twin, where nothing reaches a real person
     * @param updatedAt when the client, what it says of itself, or its subscription was last changed
     * @param deletionScheduledAt when everything of it is removed for good, null for a client that stays
     */
    public record ClientShown(
            UUID id,
            String name,
            String slug,
            ClientMode mode,
            @Nullable UUID twinId,
            @Nullable Plan plan,
            @Nullable SubscriptionStatus subscriptionStatus,
            ZoneId timezone,
            PermissionMode defaultPermissionMode,
            @Nullable String legalName,
            @Nullable String abn,
            @Nullable String websiteUrl,
            @Nullable String contactEmail,
            @Nullable String contactPhone,
            @Nullable String description,
            List<String> services,
            @Nullable String valueProposition,
            Pause outreachPause,
            OnboardingStatus onboardingStatus,
            @Nullable Instant icpConfirmedAt,
            boolean dataSharingConsent,
            Instant createdAt,
            Instant updatedAt,
            @Nullable Instant deletionScheduledAt,
            int version) {

        static final ClientShown EXAMPLE = new ClientShown(
                UUID.fromString("019baaaa-0000-7000-8000-000000000001"),
                "Northlight",
                "northlight",
                ClientMode.LIVE,
                UUID.fromString("019baaaa-0000-7000-8000-000000000002"),
                Plan.IGNITION,
                SubscriptionStatus.TRIALING,
                ZoneId.of("Australia/Sydney"),
                PermissionMode.CO_PILOT,
                "Northlight Pty Ltd",
                "51824753556",
                "https://northlight.example",
                "hello@northlight.example",
                null,
                "A marketing agency for local health businesses.",
                List.of("local search"),
                "winning more local patients",
                new Pause(false, null, null, null),
                OnboardingStatus.CONFIRMED,
                AT,
                false,
                AT,
                AT,
                null,
                3);
    }

    /**
     * A merge patch of a client.
     *
     * @param name what the client is called
     * @param abn the Australian Business Number, eleven digits; null where it has none
     * @param description what the business does, in the client's own words; null where nobody said
     * @param services what it offers, the best first; messages name the first
     * @param valueProposition what it helps with, as it follows those words in messages; null where nobody said
     */
    public record PatchClient(
            @Text(max = 200) Change<String> name,
            @Text(max = 63) Change<String> slug,
            @Text(max = 200) Change<@Nullable String> legalName,
            @Text(max = 2000) Change<@Nullable String> websiteUrl,
            Change<@Nullable String> contactEmail,
            Change<@Nullable String> contactPhone,
            Change<ZoneId> timezone,
            Change<PermissionMode> defaultPermissionMode,
            Change<@Nullable String> abn,
            @Text(max = 5000) Change<@Nullable String> description,
            @Text(min = 0, max = 1000) Change<List<String>> services,
            @Text(max = 1000) Change<@Nullable String> valueProposition) {}

    @Override
    public List<Route<?, ?>> routes() {
        PatchClient patch = new PatchClient(
                Change.absent(),
                Change.absent(),
                Change.to("Northlight Pty Ltd"),
                Change.to("https://northlight.example"),
                Change.to("hello@northlight.example"),
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.to("51 824 753 556"),
                Change.absent(),
                Change.to(List.of("local search")),
                Change.to("winning more local patients"));
        PatchSettings settings = new PatchSettings(
                Change.to(ReplenishmentMode.MANUAL),
                Change.absent(),
                Change.to(250),
                Change.absent(),
                Change.to(false),
                Change.absent(),
                Change.to(SeoMode.OFF),
                Change.absent(),
                Change.absent(),
                Change.to(true),
                Change.absent(),
                Change.to(new PatchExplore(Change.absent(), Change.to(15), Change.absent(), Change.absent())),
                Change.to(new PatchMail(Change.absent(), Change.to(25_000L))),
                Change.to(2_000L),
                Change.absent(),
                Change.absent());
        return List.of(
                Route.get(Route.C, "The client")
                        .tag(TAG)
                        .role(Role.VIEWER)
                        .answers(ClientShown.class, ClientShown.EXAMPLE)
                        .handledBy(this::show),
                Route.patch(Route.C, "Change the client's name, identity and default permission mode")
                        .tag(TAG)
                        .role(Role.ADMIN)
                        .ifMatch()
                        .body(PatchClient.class, patch)
                        .answers(ClientShown.class, ClientShown.EXAMPLE)
                        .problems(ProblemCode.DUPLICATE, ProblemCode.NOT_ELIGIBLE)
                        .handledBy(this::edit),
                Route.get(Route.C + "/settings", "How the product behaves for the client")
                        .tag(TAG)
                        .role(Role.VIEWER)
                        .answers(SettingsShown.class, SettingsShown.EXAMPLE)
                        .handledBy(this::settings),
                Route.patch(Route.C + "/settings", "Change how the product behaves for the client")
                        .tag(TAG)
                        .role(Role.ADMIN)
                        .ifMatch()
                        .body(PatchSettings.class, settings)
                        .answers(SettingsShown.class, SettingsShown.EXAMPLE)
                        .handledBy(this::change));
    }

    Reply<ClientShown> show(Call<?> call) {
        return use.showClient()
                .of(call.scope())
                .<Reply<ClientShown>>map(standing -> Reply.ok(shown(
                                standing,
                                twin(call, standing.client()),
                                moments.of(
                                        call.scope(),
                                        Kind.CLIENT,
                                        standing.client().id())))
                        .version(standing.client().version()))
                .orElseGet(Reply::notFound);
    }

    private static @Nullable UUID twin(Call<?> call, Client client) {
        if (client.twinOf() != null) {
            return client.twinOf().value();
        }
        return call.caller().stream()
                .flatMap(person -> person.access().stream())
                .filter(entry -> client.id().equals(entry.twinOf()))
                .map(entry -> entry.clientId().value())
                .findFirst()
                .orElse(null);
    }

    private static ClientShown shown(ShowClient.Standing standing, @Nullable UUID twin, Stamp stamp) {
        Client client = standing.client();
        Subscription subscription = standing.subscription();
        IcpProfile icp = standing.icp();
        return new ClientShown(
                client.id().value(),
                client.name(),
                client.slug(),
                client.mode(),
                twin,
                subscription == null ? null : subscription.plan(),
                subscription == null ? null : subscription.status(),
                client.timezone(),
                client.defaultPermissionMode(),
                client.legalName(),
                client.profile().abn(),
                client.websiteUrl(),
                client.contactEmail() == null ? null : client.contactEmail().value(),
                client.contactPhone() == null ? null : client.contactPhone().e164(),
                client.profile().description(),
                client.profile().services(),
                client.profile().valueProposition(),
                Pause.of(client),
                standing.onboarding(),
                icp == null ? null : icp.confirmedAt(),
                standing.sharesLearning(),
                client.createdAt(),
                stamp.updatedAt(),
                standing.leavesAt(),
                client.version());
    }

    private Reply<ClientShown> edit(Call<PatchClient> call) {
        Optional<Client> found = use.showClient().of(call.scope()).map(ShowClient.Standing::client);
        if (found.isEmpty()) {
            return Reply.notFound();
        }
        Client before = found.get();
        if (before.version() != call.expectedVersion()) {
            return Reply.refused(Problem.versionConflict(Optional.of(before.version())));
        }
        FieldErrors errors = new FieldErrors();
        ClientDetails details = merged(before, call.body(), errors);
        if (!errors.isEmpty()) {
            details.problems().stream().map(FieldError::of).forEach(errors::add);
            return Reply.invalid(errors);
        }
        return switch (use.editClient().edit(call.scope(), call.expectedVersion(), details, call.origin())) {
            case EditClient.Outcome.Changed changed -> show(call);
            case EditClient.Outcome.Invalid(List<FieldProblem> problems) ->
                Reply.invalid(problems.stream().map(FieldError::of).toList());
            case EditClient.Outcome.NotFound gone -> Reply.notFound();
            case EditClient.Outcome.SlugTaken taken -> slugTaken();
            case EditClient.Outcome.SlugOfTwin twin -> slugOfTwin();
            case EditClient.Outcome.RoleRequired(Role required) -> roleRequired(call, required);
        };
    }

    static <R> Reply<R> slugTaken() {
        return Reply.refused(ProblemCode.DUPLICATE, "Another client has this slug, or had it until lately.");
    }

    static <R> Reply<R> slugOfTwin() {
        return Reply.refused(ProblemCode.NOT_ELIGIBLE, "The slug of a test twin follows that of its live client.");
    }

    static ClientDetails merged(Client before, PatchClient body, FieldErrors errors) {
        EmailAddress email = before.contactEmail();
        if (body.contactEmail().mentioned()) {
            email = body.contactEmail()
                    .map(EmailAddress::parse)
                    .flatMap(parsed -> errors.read("/contact_email", parsed))
                    .orElse(null);
        }
        PhoneNumber phone = before.contactPhone();
        if (body.contactPhone().mentioned()) {
            phone = body.contactPhone()
                    .map(text -> PhoneNumbers.parse(text, before.country()))
                    .flatMap(parsed -> errors.read("/contact_phone", parsed))
                    .orElse(null);
        }
        return new ClientDetails(
                body.name().orElse(before.name()),
                body.slug().orElse(before.slug()),
                body.legalName().orElse(before.legalName()),
                email,
                phone,
                body.websiteUrl().orElse(before.websiteUrl()),
                body.timezone().orElse(before.timezone()),
                body.defaultPermissionMode().orElse(before.defaultPermissionMode()),
                profile(before.profile(), body));
    }

    private static ClientProfile profile(ClientProfile before, PatchClient body) {
        return new ClientProfile(
                body.abn().orElse(before.abn()),
                body.description().orElse(before.description()),
                body.services().orElse(before.services()),
                body.valueProposition().orElse(before.valueProposition()));
    }

    private Reply<SettingsShown> settings(Call<?> call) {
        return use.showClient()
                .of(call.scope())
                .<Reply<SettingsShown>>map(standing -> Reply.ok(SettingsShown.of(
                                standing.settings(),
                                standing.requiresSecondFactor(),
                                use.changeSettings().elsewhere(call.scope())))
                        .version(standing.settings().version()))
                .orElseGet(Reply::notFound);
    }

    private Reply<SettingsShown> change(Call<PatchSettings> call) {
        Optional<ShowClient.Standing> found = use.showClient().of(call.scope());
        if (found.isEmpty()) {
            return Reply.notFound();
        }
        ClientSettings before = found.get().settings();
        if (before.version() != call.expectedVersion()) {
            return Reply.refused(Problem.versionConflict(Optional.of(before.version())));
        }
        PatchSettings body = call.body();
        boolean asked = found.get().requiresSecondFactor();
        boolean require = body.requireMfa().orElse(asked);
        if (require && !asked && call.caller().filter(Principal::secondFactor).isEmpty()) {
            return Reply.refused(
                    ProblemCode.MFA_REQUIRED,
                    "Who asks it of everybody has it: POST /api/v1/me/mfa/totp, then sign in anew.");
        }
        FieldErrors errors = new FieldErrors();
        TestMode testing = testMode(body, before.testMode(), errors);
        if (!errors.isEmpty()) {
            return Reply.invalid(errors);
        }
        ClientSettings changed = new ClientSettings(
                before.clientId(),
                body.replenishmentMode().orElse(before.replenishmentMode()),
                body.autoReplenish().orElse(before.autoReplenish()),
                body.minPipelineAlert().orElse(before.minPipelineAlert()),
                body.replyAutomation().orElse(before.replyAutomation()),
                body.openTracking().orElse(before.openTracking()),
                body.clickTracking().orElse(before.clickTracking()),
                body.seoMode().orElse(before.seoMode()),
                body.hotCostGuard().orElse(before.hotCostGuard()),
                body.aiDisclosure().orElse(before.aiDisclosure()),
                testing,
                before.quietDays(),
                body.aiDailyBudgetCents().mentioned()
                        ? body.aiDailyBudgetCents().map(Money::new).orElse(null)
                        : before.aiPerDay(),
                before.version());
        SettingsElsewhere.Kept kept = body.elsewhere(use.changeSettings().elsewhere(call.scope()));
        return switch (use.changeSettings().change(call.scope(), changed, require, kept, call.origin())) {
            case ChangeClientSettings.Outcome.Changed(ClientSettings now) ->
                Reply.ok(SettingsShown.of(now, require, kept)).version(now.version());
            case ChangeClientSettings.Outcome.Invalid(List<FieldProblem> problems) ->
                Reply.invalid(problems.stream().map(FieldError::of).toList());
            case ChangeClientSettings.Outcome.NotFound gone -> Reply.notFound();
            case ChangeClientSettings.Outcome.RoleRequired(Role required) -> roleRequired(call, required);
        };
    }

    private static TestMode testMode(PatchSettings body, TestMode before, FieldErrors errors) {
        return body.testRecipients()
                .map(people -> people.over(before, body.testMode().orElse(before.on()), errors))
                .orElseGet(
                        () -> PatchRecipients.NONE.over(before, body.testMode().orElse(before.on()), errors));
    }

    static <R> Reply<R> roleRequired(Call<?> call, Role required) {
        return Reply.refused(
                Problem.roleRequired(required.wire(), call.scope().role().wire()));
    }
}
