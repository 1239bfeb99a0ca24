package io.agencyos.application.resource;

import io.agencyos.application.platform.Actors;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UniqueViolation;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.AuditEntry.Change;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.platform.DomainEvent;
import io.agencyos.domain.platform.EventName;
import io.agencyos.domain.resource.DailyLimit;
import io.agencyos.domain.resource.DomainHealth;
import io.agencyos.domain.resource.Mailbox;
import io.agencyos.domain.resource.MailboxState;
import io.agencyos.domain.resource.WarmUp;
import io.agencyos.domain.shared.FieldProblem;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ResourceId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The vendor is asked before the transaction; the index on addresses decides who has a mailbox. */
final class MailboxService implements ConnectMailbox, ListMailboxes {

    private static final int LARGEST_LIMIT = 50;
    private static final String TAKEN = "uq_resource_value";

    private final ResourcePorts ports;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final IdSource ids;
    private final MailboxNews news;

    MailboxService(ResourcePorts ports, MailboxNews news, UnitOfWork units, ClockPort clock, IdSource ids) {
        this.ports = ports;
        this.news = news;
        this.units = units;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public Outcome connect(TenantScope scope, Request request, Origin origin) {
        if (scope.role() != Role.WORKER && !scope.role().permits(Role.ADMIN)) {
            return new Outcome.RoleRequired(Role.ADMIN);
        }
        List<FieldProblem> problems = problems(request);
        if (!problems.isEmpty()) {
            return new Outcome.Invalid(problems);
        }
        Optional<Mailboxes> list = ports.lists().apply(request.vendor());
        if (list.isEmpty()) {
            return assigned(scope, mailbox(scope, request, null, MailboxState.CONNECTED), origin);
        }
        return switch (list.get().list(scope.clientId())) {
            case Result.Err<List<VendorMailbox>, VendorFailure>(VendorFailure failure) ->
                new Outcome.VendorFailed(failure);
            case Result.Ok<List<VendorMailbox>, VendorFailure>(List<VendorMailbox> known) ->
                known.stream()
                        .filter(one ->
                                one.address().key().equals(request.address().key()))
                        .findFirst()
                        .map(one -> assigned(scope, mailbox(scope, request, one.ref(), one.state()), origin))
                        .orElseGet(() -> new Outcome.Invalid(List.of(FieldProblem.of(
                                "address", "not_found", "The vendor has no such mailbox for this client."))));
        };
    }

    private List<FieldProblem> problems(Request request) {
        List<FieldProblem> problems = new ArrayList<>();
        if (ports.freeMail().contains(request.address().domain())) {
            problems.add(FieldProblem.of("address", "freemail_domain", "A free-mail address cannot be sent from."));
        }
        if (!ports.vendors().contains(request.vendor())) {
            problems.add(FieldProblem.of("vendor", "unknown_vendor", "This installation has no such vendor."));
        }
        Integer limit = request.dailyLimit();
        if (limit != null && (limit < 1 || limit > LARGEST_LIMIT)) {
            problems.add(FieldProblem.of("daily_limit", "out_of_range", "From 1 to 50."));
        }
        return problems;
    }

    private Mailbox mailbox(TenantScope scope, Request request, @Nullable String ref, MailboxState state) {
        return new Mailbox(
                new ResourceId(ids.next()),
                scope.clientId(),
                request.address(),
                new ResourceId(ids.next()),
                request.address().domain(),
                request.vendor(),
                ref,
                state,
                DomainHealth.GOOD,
                request.warmupStartedAt() == null ? clock.now() : request.warmupStartedAt(),
                request.authenticated(),
                request.dailyLimit(),
                null);
    }

    private Outcome assigned(TenantScope scope, Mailbox mailbox, Origin origin) {
        try {
            return units.inTenant(scope.asWorker(), () -> assignedInside(scope, mailbox, origin));
        } catch (UniqueViolation taken) {
            if (!taken.getMessage().contains(TAKEN)) {
                throw taken;
            }
            return units.inTenant(scope.asWorker(), () -> own(scope, mailbox))
                    .<Outcome>map(Outcome.AlreadyConnected::new)
                    .orElseGet(Outcome.Taken::new);
        }
    }

    private Optional<Mailbox> own(TenantScope scope, Mailbox mailbox) {
        return ports.mailboxes().ofClient(scope.clientId()).stream()
                .filter(other -> other.address().equals(mailbox.address()))
                .findFirst();
    }

    // only what a vendor's own list says is news of it
    private Mailbox told(Mailbox known, Mailbox asked) {
        return asked.vendorRef() != null && asked.vendor().equals(known.vendor())
                ? news.take(known, asked.vendorRef(), asked.state())
                : known;
    }

    private Outcome assignedInside(TenantScope scope, Mailbox mailbox, Origin origin) {
        Optional<Mailbox> known = own(scope, mailbox);
        if (known.isPresent()) {
            return new Outcome.AlreadyConnected(told(known.get(), mailbox));
        }
        ports.mailboxes().assign(mailbox);
        // its domain may have been known, with an id and a standing of its own
        Mailbox stored = ports.mailboxes().find(scope.clientId(), mailbox.id()).orElseThrow();
        Instant now = clock.now();
        ports.events()
                .append(new DomainEvent(
                        ids.next(),
                        scope.clientId(),
                        EventName.RESOURCE_ASSIGNED,
                        stored.id().value(),
                        now,
                        Map.of("kind", "mailbox")));
        ports.audit()
                .append(new AuditEntry(
                        ids.next(),
                        now,
                        scope.clientId(),
                        Actors.of(scope),
                        AuditAction.CREATE,
                        AuditEntry.Outcome.OK,
                        "mailbox",
                        stored.id().value(),
                        Map.of("address", new Change(null, stored.address().value())),
                        Map.of(),
                        origin));
        return new Outcome.Connected(stored);
    }

    @Override
    public List<Standing> of(TenantScope scope) {
        Instant now = clock.now();
        return units.inTenant(
                scope.asWorker(),
                () -> ports.mailboxes().ofClient(scope.clientId()).stream()
                        .map(mailbox -> standing(mailbox, now))
                        .toList());
    }

    private static Standing standing(Mailbox mailbox, Instant now) {
        long day = WarmUp.elapsedDays(mailbox.warmupStartedAt(), now, Duration.ZERO);
        return new Standing(mailbox, DailyLimit.of(mailbox, now), day, day >= WarmUp.DOMAIN_DAYS);
    }
}
