package io.agencyos.adapters.in.rest.resource;

import io.agencyos.adapters.in.rest.route.Call;
import io.agencyos.adapters.in.rest.route.FieldError;
import io.agencyos.adapters.in.rest.route.FieldErrors;
import io.agencyos.adapters.in.rest.route.None;
import io.agencyos.adapters.in.rest.route.Page;
import io.agencyos.adapters.in.rest.route.Pages;
import io.agencyos.adapters.in.rest.route.Problem;
import io.agencyos.adapters.in.rest.route.ProblemCode;
import io.agencyos.adapters.in.rest.route.Reply;
import io.agencyos.adapters.in.rest.route.Route;
import io.agencyos.adapters.in.rest.route.RouteGroup;
import io.agencyos.adapters.in.rest.route.Sorting;
import io.agencyos.adapters.in.rest.route.Text;
import io.agencyos.application.resource.ConnectMailbox;
import io.agencyos.application.resource.ListMailboxes;
import io.agencyos.application.resource.ResourceUseCases;
import io.agencyos.domain.client.Role;
import io.agencyos.domain.resource.DomainHealth;
import io.agencyos.domain.resource.Mailbox;
import io.agencyos.domain.resource.MailboxState;
import io.agencyos.domain.resource.WarmUp;
import io.agencyos.domain.shared.EmailAddress;
import io.agencyos.domain.shared.FieldProblem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a client sends from. Source: api 9.2. */
public final class ResourceRoutes implements RouteGroup {

    private static final String TAG = "Resources";
    private static final String MAILBOX = "mailbox";

    private final ResourceUseCases use;

    public ResourceRoutes(ResourceUseCases use) {
        this.use = use;
    }

    /** How far a domain is warmed up. */
    public record Warmup(long day, int days, boolean done) {}

    /**
     * A mailbox as it stands today.
     *
     * @param parentId its domain
     * @param dailyLimit e-mails a day of the domain, which its mailboxes share
     */
    public record ResourceShown(
            UUID id,
            String kind,
            String value,
            UUID parentId,
            MailboxState connectionState,
            boolean authenticated,
            Warmup warmup,
            DomainHealth health,
            int dailyLimit,
            @Nullable Instant lastUsedAt) {

        static final ResourceShown EXAMPLE = new ResourceShown(
                UUID.fromString("019baaaa-0000-7000-8000-000000000020"),
                MAILBOX,
                "sam@mail.northlight.example",
                UUID.fromString("019baaaa-0000-7000-8000-000000000021"),
                MailboxState.CONNECTED,
                true,
                new Warmup(4, WarmUp.DOMAIN_DAYS, false),
                DomainHealth.GOOD,
                10,
                null);

        static ResourceShown of(ListMailboxes.Standing standing) {
            Mailbox mailbox = standing.mailbox();
            return new ResourceShown(
                    mailbox.id().value(),
                    MAILBOX,
                    mailbox.address().value(),
                    mailbox.domainId().value(),
                    mailbox.state(),
                    mailbox.authenticated(),
                    new Warmup(standing.warmUpDay(), WarmUp.DOMAIN_DAYS, standing.warm()),
                    mailbox.health(),
                    standing.limit().total(),
                    mailbox.lastUsedAt());
        }
    }

    /** A mailbox that is to be sent from. */
    public record NewMailbox(
            @Text(max = 320) String address,
            @Text(max = 100) String vendor,
            boolean authenticated,
            @Nullable Instant warmupStartedAt,
            @Nullable Integer dailyLimit) {}

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get(Route.C + "/resources", "The mailboxes that are sent from")
                        .tag(TAG)
                        .role(Role.VIEWER)
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
        return Reply.ok(Pages.of(
                use.listMailboxes().of(call.scope()),
                call.paging(),
                standing -> standing.mailbox().address().value(),
                standing -> standing.mailbox().id().value(),
                ResourceShown::of));
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
        return use.listMailboxes().of(call.scope()).stream()
                .filter(standing -> standing.mailbox().id().equals(mailbox.id()))
                .findFirst()
                .<Reply<ResourceShown>>map(standing ->
                        Reply.created(call.path().replace("/mailboxes", "/resources"), ResourceShown.of(standing)))
                .orElseGet(Reply::notFound);
    }
}
