package io.agencyos.application.client;

import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.Persona;
import io.agencyos.domain.client.PersonaDetails;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry.Change;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.FieldProblem;
import io.agencyos.domain.shared.id.PersonaId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Everything is decided under the client's lock, so two changes never leave two defaults or one too many. */
final class PersonaService implements ManagePersonas {

    private final ClientPorts ports;
    private final AuditTrail trail;
    private final UnitOfWork units;
    private final IdSource ids;

    PersonaService(ClientPorts ports, AuditTrail trail, UnitOfWork units, IdSource ids) {
        this.ports = ports;
        this.trail = trail;
        this.units = units;
        this.ids = ids;
    }

    @Override
    public List<Persona> of(TenantScope scope) {
        return units.inTenant(scope, () -> ports.clients().personas(scope.clientId()));
    }

    @Override
    public Outcome add(TenantScope scope, Wish wish, Origin origin) {
        return locked(scope, (client, all) -> {
            List<FieldProblem> problems = problems(wish, false);
            if (!problems.isEmpty()) {
                return new Outcome.Invalid(problems);
            }
            int limit = ports.clients()
                    .subscription(client.id())
                    .map(booked -> booked.plan().terms().personas())
                    .orElse(0);
            if (all.size() >= limit) {
                return new Outcome.LimitReached(limit, all.size());
            }
            boolean first = wish.isActive() && all.stream().noneMatch(Persona::isDefault);
            Persona persona = Persona.of(
                    new PersonaId(ids.next()),
                    client.id(),
                    wish.details(),
                    client.name(),
                    wish.isActive(),
                    first || wish.isDefault());
            if (persona.isDefault()) {
                clearDefault(all);
            }
            ports.clients().insertPersona(persona);
            audit(scope, AuditAction.CREATE, persona, changes(null, persona), origin);
            return new Outcome.Done(persona);
        });
    }

    @Override
    public Outcome change(TenantScope scope, PersonaId id, int version, Wish wish, Origin origin) {
        return locked(scope, (client, all) -> {
            Optional<Persona> found = find(all, id);
            if (found.isEmpty()) {
                return new Outcome.NotFound();
            }
            Persona before = seen(found.get(), version);
            List<FieldProblem> problems = problems(wish, before.isDefault());
            if (!problems.isEmpty()) {
                return new Outcome.Invalid(problems);
            }
            boolean first = wish.isActive() && all.stream().noneMatch(Persona::isDefault);
            Persona after = before.with(named(before, wish.details(), client), client.name())
                    .active(wish.isActive())
                    .asDefault(first || wish.isDefault());
            if (after.equals(before)) {
                return new Outcome.Done(before);
            }
            if (after.isDefault() && !before.isDefault()) {
                clearDefault(all);
            }
            Persona stored = ports.clients().updatePersona(after);
            audit(scope, AuditAction.UPDATE, stored, changes(before, stored), origin);
            return new Outcome.Done(stored);
        });
    }

    // a display name that nobody chose follows the first name
    private static PersonaDetails named(Persona before, PersonaDetails now, Client client) {
        String standard = before.firstName() + " from " + client.name();
        return standard.equals(now.displayName())
                ? new PersonaDetails(
                        now.firstName(),
                        now.lastName(),
                        now.title(),
                        now.email(),
                        now.phone(),
                        null,
                        now.photoUrl(),
                        now.calendarLink())
                : now;
    }

    @Override
    public Outcome remove(
            TenantScope scope, PersonaId id, int version, @Nullable PersonaId replacement, Origin origin) {
        return locked(scope, (client, all) -> {
            Optional<Persona> found = find(all, id);
            if (found.isEmpty()) {
                return new Outcome.NotFound();
            }
            Persona before = seen(found.get(), version);
            Optional<Persona> next = find(all, replacement).filter(one -> one.isActive() && !one.equals(before));
            if (before.isDefault() && next.isEmpty()) {
                return new Outcome.ReplacementRequired();
            }
            ports.clients().deletePersona(client.id(), id);
            if (before.isDefault()) {
                ports.clients().updatePersona(next.orElseThrow().asDefault(true));
            }
            audit(scope, AuditAction.DELETE, before, Map.of(), origin);
            return new Outcome.Removed();
        });
    }

    private Outcome locked(TenantScope scope, BiFunction<Client, List<Persona>, Outcome> work) {
        if (scope.role() != Role.WORKER && !scope.role().permits(Role.ADMIN)) {
            return new Outcome.RoleRequired(Role.ADMIN);
        }
        return units.inTenant(
                scope.asWorker(),
                () -> ports.clients()
                        .findForUpdate(scope.clientId())
                        .map(client -> work.apply(client, ports.clients().personas(client.id())))
                        .orElseGet(Outcome.NotFound::new));
    }

    private static Optional<Persona> find(List<Persona> all, @Nullable PersonaId id) {
        return all.stream().filter(persona -> persona.id().equals(id)).findFirst();
    }

    private static Persona seen(Persona persona, int version) {
        if (persona.version() != version) {
            throw new ConcurrentUpdate("persona " + persona.id());
        }
        return persona;
    }

    private static List<FieldProblem> problems(Wish wish, boolean wasDefault) {
        List<FieldProblem> problems = new ArrayList<>(wish.details().problems());
        if (!wish.isActive() && (wasDefault || wish.isDefault())) {
            problems.add(FieldProblem.of("is_active", "default_required", "The default persona is an active one."));
        }
        if (wasDefault && !wish.isDefault()) {
            problems.add(FieldProblem.of(
                    "is_default", "default_required", "Make another persona the default; this one then ceases to be."));
        }
        return problems;
    }

    private void clearDefault(List<Persona> all) {
        all.stream()
                .filter(Persona::isDefault)
                .forEach(before -> ports.clients().updatePersona(before.asDefault(false)));
    }

    // who somebody is and how to reach them stays out of the trail
    private static Map<String, Change> changes(@Nullable Persona before, Persona after) {
        Map<String, Change> changes = new LinkedHashMap<>();
        put(changes, "display_name", before == null ? null : before.displayName(), after.displayName());
        put(changes, "is_active", before == null ? null : before.isActive(), after.isActive());
        put(changes, "is_default", before == null ? null : before.isDefault(), after.isDefault());
        return changes;
    }

    private static void put(Map<String, Change> changes, String field, @Nullable Object before, Object after) {
        if (!Objects.equals(before, after)) {
            changes.put(field, new Change(before == null ? null : before.toString(), after.toString()));
        }
    }

    private void audit(
            TenantScope scope, AuditAction action, Persona persona, Map<String, Change> changes, Origin origin) {
        trail.change(
                AuditTrail.actor(scope),
                action,
                scope.clientId(),
                "persona",
                persona.id().value(),
                changes,
                origin);
    }
}
