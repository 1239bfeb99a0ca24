package io.agencyos.application.resource.lending;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UniqueViolation;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.resource.DomainHealth;
import io.agencyos.domain.resource.LentResource;
import io.agencyos.domain.resource.ResourceKind;
import io.agencyos.domain.resource.ResourceSource;
import io.agencyos.domain.resource.ResourceStatus;
import io.agencyos.domain.shared.FieldProblem;
import io.agencyos.domain.shared.InputProblem;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.contact.Country;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.contact.PhoneNumbers;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ResourceId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The stock is changed on the platform, what a client has in that client's own unit of work. */
final class ResourceDeskService implements ResourceDesk {

    private static final int MOST_CLIENTS = 20;

    /** What stands where a number should: nobody can answer it. Source: outreach 6.6. */
    private static final Pattern NAME = Pattern.compile("\\p{L}");

    private final LendingPorts ports;
    private final LendingNews news;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final IdSource ids;

    ResourceDeskService(LendingPorts ports, LendingNews news, UnitOfWork units, ClockPort clock, IdSource ids) {
        this.ports = ports;
        this.news = news;
        this.units = units;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public List<Shown> list(LentResources.Filter filter, LentResources.@Nullable After after, int limit) {
        return units.onPlatform(() -> ports.resources().list(filter, after, limit).stream()
                .map(this::shown)
                .toList());
    }

    private Shown shown(LentResource resource) {
        return new Shown(
                resource,
                resource.clients() == 0 ? List.of() : ports.resources().holders(resource.id()));
    }

    @Override
    public Optional<Shown> find(ResourceId id) {
        return units.onPlatform(() -> ports.resources().find(id).map(this::shown));
    }

    @Override
    public Outcome add(UserId by, Addition addition, Origin origin) {
        try {
            return units.onPlatform(() -> addInside(by, addition, origin));
        } catch (UniqueViolation known) {
            return new Outcome.Known();
        }
    }

    private Outcome addInside(UserId by, Addition addition, Origin origin) {
        List<FieldProblem> problems = new ArrayList<>();
        String value = value(addition, problems);
        LentResource parent = addition.parentId() == null
                ? null
                : ports.resources().find(addition.parentId()).orElse(null);
        boolean wantsParent = addition.kind() == ResourceKind.MAILBOX;
        if (wantsParent != (parent != null && parent.kind() == ResourceKind.EMAIL_DOMAIN)) {
            problems.add(FieldProblem.of("parent_id", "invalid", "A mailbox names its domain, and nothing else does."));
        } else if (parent != null && !value.endsWith("@" + parent.value())) {
            problems.add(FieldProblem.of("value", "invalid", "A mailbox is at its domain."));
        }
        if (addition.reputation() < 0 || addition.reputation() > 100) {
            problems.add(FieldProblem.of("reputation", "out_of_range", "From 0 to 100."));
        }
        if (addition.capacity() < 1 || addition.capacity() > MOST_CLIENTS) {
            problems.add(FieldProblem.of("max_clients", "out_of_range", "From 1 to 20."));
        }
        if (!problems.isEmpty()) {
            return new Outcome.Invalid(problems);
        }
        LentResource alone = made(addition, value).by(clock.now());
        LentResource made = parent == null ? alone : alone.following(parent);
        ports.resources().add(made);
        news.audit(by, AuditAction.CREATE, null, made, Map.of("value", value), origin);
        return new Outcome.Done(new Shown(made, List.of()));
    }

    private LentResource made(Addition addition, String value) {
        boolean warming = addition.warmingSince() != null;
        return new LentResource(
                new ResourceId(ids.next()),
                addition.kind(),
                value,
                addition.parentId(),
                new ResourceSource(addition.provider(), addition.providerRef(), addition.name()),
                warming ? ResourceStatus.WARMING : ResourceStatus.AVAILABLE,
                addition.capacity(),
                0,
                addition.reputation(),
                DomainHealth.GOOD,
                addition.authenticated(),
                addition.warmingSince(),
                null,
                null,
                clock.now(),
                0);
    }

    private static String value(Addition addition, List<FieldProblem> problems) {
        Result<String, InputProblem> read = switch (addition.kind()) {
            case EMAIL_DOMAIN -> DomainName.parse(addition.value()).map(DomainName::value);
            case MAILBOX -> EmailAddress.parse(addition.value()).map(EmailAddress::value);
            case PHONE_NUMBER ->
                NAME.matcher(addition.value()).find()
                        ? Result.err(new InputProblem(
                                "sender_not_replyable", "Outreach is sent from numbers that people can answer."))
                        : PhoneNumbers.parse(addition.value(), new Country("AU"))
                                .map(PhoneNumber::e164);
        };
        return switch (read) {
            case Result.Ok<String, InputProblem>(String normal) -> normal;
            case Result.Err<String, InputProblem>(InputProblem problem) -> {
                problems.add(FieldProblem.of("value", problem.code(), problem.reason()));
                yield addition.value();
            }
        };
    }

    @Override
    public Outcome correct(UserId by, ResourceId id, Correction correction, Origin origin) {
        Integer reputation = correction.reputation();
        if (reputation != null && (reputation < 0 || reputation > 100)) {
            return new Outcome.Invalid(List.of(FieldProblem.of("reputation", "out_of_range", "From 0 to 100.")));
        }
        return onStock(id, before -> {
            LentResource after = ports.resources()
                    .update(before.corrected(correction.name(), reputation, correction.authenticated()));
            news.audit(by, AuditAction.UPDATE, null, after, Map.of(), origin);
            return new Outcome.Done(shown(after));
        });
    }

    private Outcome onStock(ResourceId id, Function<LentResource, Outcome> work) {
        return units.onPlatform(() -> ports.resources().find(id).map(work).orElseGet(Outcome.NotFound::new));
    }

    @Override
    public Outcome assign(UserId by, ResourceId id, ClientId client, Origin origin) {
        Optional<Shown> before = find(id).filter(shown -> shown.resource().kind() != ResourceKind.MAILBOX);
        if (before.isEmpty()) {
            return new Outcome.NotFound();
        }
        boolean live = units.onPlatform(() -> ports.clients().find(client).isPresent());
        if (!live) {
            return new Outcome.Invalid(List.of(FieldProblem.of("client_id", "not_found", "There is no such client.")));
        }
        boolean has = before.get().clients().contains(client);
        Optional<LentResource> lent = has
                ? Optional.of(before.get().resource())
                : units.inTenant(TenantScope.worker(client), () -> {
                    Optional<LentResource> taken = ports.resources().takeExtra(client, id, clock.now());
                    taken.ifPresent(one -> {
                        news.lent(client, one);
                        news.audit(by, AuditAction.UPDATE, client, one, Map.of("order", "assign"), origin);
                    });
                    return taken;
                });
        return lent.isEmpty()
                ? new Outcome.NotFrom(before.get().resource().status(), ResourceStatus.ASSIGNED)
                : done(id);
    }

    @Override
    public Outcome release(UserId by, ResourceId id, boolean immediate, Origin origin) {
        Optional<Shown> before = find(id).filter(shown -> shown.resource().kind() != ResourceKind.MAILBOX);
        if (before.isEmpty()) {
            return new Outcome.NotFound();
        }
        Shown shown = before.get();
        if (shown.clients().isEmpty() && !(immediate && shown.resource().status() == ResourceStatus.HELD)) {
            return new Outcome.NotFrom(shown.resource().status(), ResourceStatus.HELD);
        }
        Instant rest = rest(id, immediate);
        takeBack(by, shown, rest, origin);
        if (shown.resource().status() == ResourceStatus.HELD) {
            return onStock(id, held -> {
                LentResource free = ports.resources().update(held.givenBack(rest));
                news.audit(by, AuditAction.UPDATE, null, free, Map.of("order", "release"), origin);
                return new Outcome.Done(shown(free));
            });
        }
        return done(id);
    }

    /**
     * Until when nobody new gets it: people who were written to can answer there for 30 days, which nobody can shorten. Source:
     * outreach 6.6, 10.8.
     */
    private @Nullable Instant rest(ResourceId id, boolean immediate) {
        Instant now = clock.now();
        if (!immediate) {
            return now.plus(LentResource.HOLD);
        }
        return units.onPlatform(() -> ports.resources().usedAt(id))
                .map(used -> used.plus(LentResource.HOLD))
                .filter(now::isBefore)
                .orElse(null);
    }

    private void takeBack(UserId by, Shown shown, @Nullable Instant restUntil, Origin origin) {
        ResourceId id = shown.resource().id();
        for (ClientId client : shown.clients()) {
            units.inTenant(
                    TenantScope.worker(client),
                    () -> ports.resources()
                            .giveBack(client, List.of(id), restUntil, clock.now())
                            .forEach(one -> {
                                news.returned(client, one);
                                news.audit(by, AuditAction.UPDATE, client, one, Map.of("order", "release"), origin);
                            }));
        }
    }

    @Override
    public Outcome retire(UserId by, ResourceId id, Origin origin) {
        Optional<Shown> before = find(id);
        if (before.isEmpty()) {
            return new Outcome.NotFound();
        }
        takeBack(by, before.get(), null, origin);
        return onStock(
                id,
                known -> known.retired()
                        .<Outcome>map(gone -> {
                            LentResource stored = ports.resources().update(gone);
                            news.audit(by, AuditAction.DELETE, null, stored, Map.of("order", "retire"), origin);
                            return new Outcome.Done(shown(stored));
                        })
                        .orElseGet(() -> new Outcome.NotFrom(known.status(), ResourceStatus.RETIRED)));
    }

    private Outcome done(ResourceId id) {
        return new Outcome.Done(find(id).orElseThrow());
    }
}
