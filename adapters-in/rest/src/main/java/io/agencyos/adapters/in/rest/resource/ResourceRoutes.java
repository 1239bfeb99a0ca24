package io.agencyos.adapters.in.rest.resource;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.FieldError;
import io.agencyos.adapters.in.http.route.FieldErrors;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Page;
import io.agencyos.adapters.in.http.route.Pages;
import io.agencyos.adapters.in.http.route.Param;
import io.agencyos.adapters.in.http.route.Problem;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.route.Sorting;
import io.agencyos.adapters.in.http.route.Text;
import io.agencyos.application.resource.ConnectMailbox;
import io.agencyos.application.resource.ResourceUseCases;
import io.agencyos.application.resource.lending.ListResources;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.resource.DomainHealth;
import io.agencyos.domain.resource.LentResource;
import io.agencyos.domain.resource.Mailbox;
import io.agencyos.domain.resource.MailboxState;
import io.agencyos.domain.resource.ResourceKind;
import io.agencyos.domain.resource.ResourceStatus;
import io.agencyos.domain.resource.WarmUp;
import io.agencyos.domain.shared.FieldProblem;
import io.agencyos.domain.shared.contact.EmailAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a client sends from. Source: api 9.2. */
public final class ResourceRoutes implements RouteGroup {

    private static final String TAG = "Resources";

    private final ResourceUseCases use;
    private final ListResources list;

    public ResourceRoutes(ResourceUseCases use, ListResources list) {
        this.use = use;
        this.list = list;
    }

    /**
     * How far a domain is warmed up.
     *
     * @param day the day since warming up began, from 1; counted on after its end
     * @param days the days that a domain's warm-up takes
     * @param done whether warming up has ended
     */
    public record Warmup(long day, int days, boolean done) {}

    /**
     * What is sent from, as it stands today.
     *
     * @param kind whether a sending domain, a mailbox or a telephone number
     * @param value the domain, address or number itself
     * @param parentId a mailbox's domain; null for anything else
     * @param status where the resource is between being bought and being retired; {@code held} is one that rests before
     *     somebody else may have it
     * @param lent whether it is the platform's
     * @param connectionState whether the mailbox is connected; null for what is no mailbox
     * @param health how mail providers treat the domain, by its bounces and complaints
     * @param dailyLimit e-mails a day of the domain, which its mailboxes share, or calls a day of a number
     * @param usedToday e-mails of a domain or mailbox, calls and texts of a number
     */
    public record ResourceShown(
            UUID id,
            ResourceKind kind,
            String value,
            @Nullable UUID parentId,
            ResourceStatus status,
            boolean lent,
            @Nullable MailboxState connectionState,
            boolean authenticated,
            Warmup warmup,
            DomainHealth health,
            int dailyLimit,
            int usedToday,
            @Nullable Instant lastUsedAt) {

        static final ResourceShown EXAMPLE = new ResourceShown(
                UUID.fromString("019baaaa-0000-7000-8000-000000000020"),
                ResourceKind.MAILBOX,
                "sam@mail.northlight.example",
                UUID.fromString("019baaaa-0000-7000-8000-000000000021"),
                ResourceStatus.ASSIGNED,
                false,
                MailboxState.CONNECTED,
                true,
                new Warmup(4, WarmUp.DOMAIN_DAYS, false),
                DomainHealth.GOOD,
                10,
                3,
                null);

        static ResourceShown of(ListResources.Standing standing) {
            LentResource one = standing.holding().resource();
            Mailbox box = standing.mailbox();
            return new ResourceShown(
                    one.id().value(),
                    one.kind(),
                    one.value(),
                    one.parentId() == null ? null : one.parentId().value(),
                    one.status(),
                    standing.holding().lent(),
                    box == null ? null : box.state(),
                    box == null ? one.authenticated() : box.authenticated(),
                    new Warmup(standing.warmUpDay(), one.warmUpLength(), standing.warm()),
                    box == null ? one.health() : box.health(),
                    standing.limit(),
                    standing.usedToday(),
                    box == null ? standing.holding().lastUsedAt() : box.lastUsedAt());
        }
    }

    /**
     * A mailbox that is to be sent from.
     *
     * @param dailyLimit a lower limit of the domain than its warm-up gives, in e-mails a day, 1 to 50; null means none
     */
    public record NewMailbox(
            @Text(max = 320) String address,
            @Text(max = 100) String vendor,
            boolean authenticated,
            @Nullable Instant warmupStartedAt,
            @Nullable Integer dailyLimit) {}

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get(Route.C + "/resources", "The domains, mailboxes and numbers that are sent from")
                        .tag(TAG)
                        .role(Role.VIEWER)
                        .params(
                                Param.words("kind", ResourceKind.class),
                                Param.words("status", ResourceStatus.class),
                                Param.words("health", DomainHealth.class))
                        .lists(ResourceShown.class, Sorting.of("value", "-value"), ResourceShown.EXAMPLE)
                        .handledBy(this::list),
                Route.post(Route.C + "/mailboxes", "Connect a mailbox to send from")
                        .tag(TAG)
                        .role(Role.ADMIN)
                        .idempotent()
                        .body(NewMailbox.class, new NewMailbox("sam@mail.northlight.example", "smtp", true, null, null))
                        .answers(201, ResourceShown.class, ResourceShown.EXAMPLE)
                        .problems(ProblemCode.DUPLICATE, ProblemCode.VENDOR_ERROR)
                        .handledBy(this::connect));
    }

    private Reply<Page<ResourceShown>> list(Call<None> call) {
        Set<ResourceKind> kinds = call.query().words("kind", ResourceKind.class);
        Set<ResourceStatus> statuses = call.query().words("status", ResourceStatus.class);
        Set<DomainHealth> healths = call.query().words("health", DomainHealth.class);
        List<ResourceShown> wanted = list.of(call.scope()).stream()
                .map(ResourceShown::of)
                .filter(one -> kinds.isEmpty() || kinds.contains(one.kind()))
                .filter(one -> statuses.isEmpty() || statuses.contains(one.status()))
                .filter(one -> healths.isEmpty() || healths.contains(one.health()))
                .toList();
        return Reply.ok(Pages.of(wanted, call.paging(), ResourceShown::value, ResourceShown::id, one -> one));
    }

    private Reply<ResourceShown> connect(Call<NewMailbox> call) {
        FieldErrors errors = new FieldErrors();
        Optional<EmailAddress> address =
                errors.read("/address", EmailAddress.parse(call.body().address()));
        if (address.isEmpty()) {
            return Reply.invalid(errors);
        }
        ConnectMailbox.Request request = new ConnectMailbox.Request(
                address.get(),
                call.body().vendor(),
                call.body().authenticated(),
                call.body().warmupStartedAt(),
                call.body().dailyLimit());
        return switch (use.connectMailbox().connect(call.scope(), request, call.origin())) {
            case ConnectMailbox.Outcome.Connected(Mailbox mailbox) -> shown(call, mailbox);
            case ConnectMailbox.Outcome.AlreadyConnected(Mailbox mailbox) -> shown(call, mailbox);
            case ConnectMailbox.Outcome.Taken taken ->
                Reply.refused(ProblemCode.DUPLICATE, "Somebody else sends from this mailbox.");
            case ConnectMailbox.Outcome.Invalid(List<FieldProblem> problems) ->
                Reply.invalid(problems.stream().map(FieldError::of).toList());
            case ConnectMailbox.Outcome.VendorFailed failed ->
                Reply.refused(Problem.of(ProblemCode.VENDOR_ERROR, "The vendor's mailboxes could not be read.")
                        .with("vendor", call.body().vendor()));
            case ConnectMailbox.Outcome.RoleRequired(Role required) ->
                Reply.refused(Problem.roleRequired(
                        required.wire(), call.scope().role().wire()));
        };
    }

    private Reply<ResourceShown> shown(Call<?> call, Mailbox mailbox) {
        return list.of(call.scope()).stream()
                .map(ResourceShown::of)
                .filter(one -> one.id().equals(mailbox.id().value()))
                .findFirst()
                .<Reply<ResourceShown>>map(one -> Reply.created(call.path().replace("/mailboxes", "/resources"), one))
                .orElseGet(Reply::notFound);
    }
}
