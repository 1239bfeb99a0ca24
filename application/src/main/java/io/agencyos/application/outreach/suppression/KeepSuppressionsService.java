package io.agencyos.application.outreach.suppression;

import io.agencyos.application.client.Clients;
import io.agencyos.application.lead.store.Leads;
import io.agencyos.application.lead.store.Suppressions;
import io.agencyos.application.platform.Actors;
import io.agencyos.application.platform.Audit;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.lead.SuppressionKeyType;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.lead.SuppressionSource;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.AuditEntry.Change;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.InputProblem;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.contact.Country;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.SuppressionId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The entry and the stops of up to {@value #AT_ONCE} matches commit together; the rest follows in batches. */
final class KeepSuppressionsService implements KeepSuppressions {

    private static final int AT_ONCE = 500;

    private final Suppressions suppressions;
    private final Leads leads;
    private final Clients clients;
    private final Audit audit;
    private final SuppressionSweep sweep;
    private final LikeNamedCompanies likeNamed;
    private final SuppressionKeys keys;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final IdSource ids;

    KeepSuppressionsService(
            Suppressions suppressions,
            Leads leads,
            Clients clients,
            Audit audit,
            SuppressionSweep sweep,
            LikeNamedCompanies likeNamed,
            SuppressionKeys keys,
            UnitOfWork units,
            ClockPort clock,
            IdSource ids) {
        this.suppressions = suppressions;
        this.leads = leads;
        this.clients = clients;
        this.audit = audit;
        this.sweep = sweep;
        this.likeNamed = likeNamed;
        this.keys = keys;
        this.units = units;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public Page list(TenantScope scope, Suppressions.Filter filter, Suppressions.@Nullable After after, int limit) {
        List<Suppression> found =
                units.inTenant(scope, () -> suppressions.list(scope.clientId(), filter, after, limit + 1));
        boolean more = found.size() > limit;
        return new Page(more ? found.subList(0, limit) : found, more);
    }

    /** What is still to be stopped once the entry is on the list. */
    private record Written(
            Added answer, List<LeadId> left, @Nullable Suppression entry) {}

    @Override
    public Added add(TenantScope scope, NewEntry entry, Origin origin) {
        if (scope.role() != Role.WORKER && !scope.role().permits(Role.MEMBER)) {
            return new Added.Forbidden();
        }
        Written written = units.inTenant(scope.asWorker(), () -> addInside(scope, entry, origin));
        List<LeadId> left = written.left();
        for (int from = 0; from < left.size(); from += AT_ONCE) {
            List<LeadId> batch = left.subList(from, Math.min(left.size(), from + AT_ONCE));
            units.inTenant(
                    scope.asWorker(),
                    () -> batch.forEach(lead -> sweep.stop(scope.clientId(), lead, present(written.entry()))));
        }
        return written.answer();
    }

    private Written addInside(TenantScope scope, NewEntry entry, Origin origin) {
        return switch (keysOf(scope, entry.target())) {
            case Result.Err<List<Suppressions.Key>, Added>(Added refused) -> new Written(refused, List.of(), null);
            case Result.Ok<List<Suppressions.Key>, Added>(List<Suppressions.Key> named) ->
                write(scope, entry, named, origin);
        };
    }

    private Result<List<Suppressions.Key>, Added> keysOf(TenantScope scope, Target target) {
        return switch (target) {
            case Target.ByKey(SuppressionKeyType type, String text) -> {
                Country home =
                        clients.find(scope.clientId()).map(Client::country).orElse(Country.AUSTRALIA);
                yield keys.read(type, text, home)
                        .map(List::of)
                        .mapError(problem ->
                                new Added.Invalid(type == SuppressionKeyType.PERSON ? "lead_id" : "key", problem));
            }
            case Target.Person(LeadId id) ->
                leads.find(scope.clientId(), id)
                        .<Result<List<Suppressions.Key>, Added>>map(lead -> Result.ok(ofPerson(lead)))
                        .orElseGet(() -> Result.err(new Added.LeadNotFound()));
        };
    }

    /** The person first, then every address; what names others too, such as the employer, is left out. */
    static List<Suppressions.Key> ofPerson(Lead lead) {
        return Suppressions.Subject.of(lead).keys().stream()
                .filter(key -> switch (key.type()) {
                    case PERSON, EMAIL, PHONE, LINKEDIN -> true;
                    case DOMAIN, COMPANY -> false;
                })
                .toList();
    }

    private Written write(TenantScope scope, NewEntry entry, List<Suppressions.Key> named, Origin origin) {
        Instant now = clock.now();
        if (entry.expiresAt() != null && !entry.expiresAt().isAfter(now)) {
            InputProblem past = new InputProblem("in_the_past", "An entry ends in the future or not at all.");
            return new Written(new Added.Invalid("expires_at", past), List.of(), null);
        }
        Optional<Suppression> known = suppressions.findByKey(scope.clientId(), named.getFirst());
        SuppressionId group = new SuppressionId(ids.next());
        suppressions.add(named.stream()
                .map(key -> new Suppression(
                        new SuppressionId(ids.next()),
                        scope.clientId(),
                        key.type(),
                        key.value(),
                        entry.reason(),
                        SuppressionSource.MANUAL,
                        group,
                        entry.note(),
                        now,
                        entry.expiresAt(),
                        0))
                .toList());
        List<Suppression> stored = named.stream()
                .flatMap(key -> suppressions.findByKey(scope.clientId(), key).stream())
                .toList();
        Suppression first = stored.getFirst();
        audit(scope, AuditAction.CREATE, first, new Change(null, first.reason().wire()), origin);
        List<LeadId> matched = sweep.named(scope.clientId(), stored);
        likeNamed.review(scope.clientId(), first);
        matched.stream().limit(AT_ONCE).forEach(lead -> sweep.stop(scope.clientId(), lead, first));
        return new Written(
                known.isPresent() ? new Added.Strengthened(first) : new Added.Listed(first),
                matched.stream().skip(AT_ONCE).toList(),
                first);
    }

    @Override
    public Removed remove(TenantScope scope, SuppressionId id, int version, Origin origin) {
        if (!scope.role().permits(Role.ADMIN)) {
            return new Removed.Forbidden();
        }
        return units.inTenant(
                scope.asWorker(),
                () -> suppressions
                        .find(scope.clientId(), id)
                        .map(entry -> removeInside(scope, entry, version, origin))
                        .orElseGet(Removed.NotFound::new));
    }

    private Removed removeInside(TenantScope scope, Suppression entry, int version, Origin origin) {
        if (!SuppressionReason.REMOVABLE_BY_CLIENTS.contains(entry.reason())) {
            return new Removed.Permanent(entry.reason());
        }
        if (entry.version() != version) {
            return new Removed.VersionConflict(entry.version());
        }
        List<Suppression> together = entry.keyType() == SuppressionKeyType.PERSON
                ? suppressions.group(scope.clientId(), entry.groupId())
                : List.of(entry);
        together.stream()
                .filter(one -> SuppressionReason.REMOVABLE_BY_CLIENTS.contains(one.reason()))
                .forEach(one -> suppressions.remove(one, clock.now()));
        audit(scope, AuditAction.DELETE, entry, new Change(entry.reason().wire(), null), origin);
        return new Removed.Gone();
    }

    private void audit(TenantScope scope, AuditAction action, Suppression entry, Change reason, Origin origin) {
        if (!scope.ofTheProduct()) {
            audit.append(new AuditEntry(
                    ids.next(),
                    clock.now(),
                    scope.clientId(),
                    Actors.of(scope),
                    action,
                    AuditEntry.Outcome.OK,
                    "suppression",
                    entry.id().value(),
                    Map.of("reason", reason),
                    Map.of(),
                    origin));
        }
    }

    private static <T> T present(@Nullable T value) {
        return Optional.ofNullable(value).orElseThrow();
    }
}
