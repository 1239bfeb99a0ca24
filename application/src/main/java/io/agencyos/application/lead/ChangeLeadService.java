package io.agencyos.application.lead;

import io.agencyos.application.lead.store.Leads;
import io.agencyos.application.lead.store.Suppressions;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UniqueViolation;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.IdentityKey;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.lead.intake.LeadDraft;
import io.agencyos.domain.lead.intake.LeadRecord;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.scoring.ScoreCause;
import io.agencyos.domain.shared.FieldProblem;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.contact.Country;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.PoolPersonId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One unit of work over the locked lead, tried again when somebody else took a new key meanwhile. */
final class ChangeLeadService implements ChangeLead {

    private static final int RACES = 5;

    private final LeadEditing on;
    private final LeadIdentity identity;

    ChangeLeadService(LeadEditing on) {
        this.on = on;
        this.identity = new LeadIdentity(on.ports());
    }

    @Override
    public Outcome change(
            TenantScope scope, LeadId id, @Nullable Integer version, UnaryOperator<LeadDraft> edit, Origin origin) {
        if (scope.role() != Role.WORKER && !scope.role().permits(Role.MEMBER)) {
            return new Outcome.RoleRequired();
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return on.units().inTenant(scope.asWorker(), () -> changeOnce(scope, id, version, edit, origin));
            } catch (UniqueViolation | ConcurrentUpdate race) {
                // an import, or the allocator, took one of the new keys between our look and our write
                if (attempt == RACES) {
                    throw race;
                }
            }
        }
    }

    private Outcome changeOnce(
            TenantScope scope, LeadId id, @Nullable Integer version, UnaryOperator<LeadDraft> edit, Origin origin) {
        ClientId client = scope.clientId();
        Optional<Lead> found = on.ports().leads().findForUpdate(client, id);
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        Lead before = found.get();
        if (version != null && before.version() != version) {
            return new Outcome.VersionConflict(before.version());
        }
        Map<String, String> pairs = on.ports().leads().metadata(client, id);
        LeadDraft draft = edit.apply(LeadDraft.of(before, pairs));
        Country home = on.clients().find(client).map(Client::country).orElse(Country.AUSTRALIA);
        return switch (draft.read(home, on.keys())) {
            case Result.Err<LeadRecord, List<FieldProblem>>(List<FieldProblem> problems) ->
                new Outcome.Invalid(problems);
            case Result.Ok<LeadRecord, List<FieldProblem>>(LeadRecord record) ->
                change(scope, before, record, pairs, origin);
        };
    }

    private Outcome change(
            TenantScope scope, Lead before, LeadRecord record, Map<String, String> pairs, Origin origin) {
        Instant now = on.clock().now();
        ClientId client = scope.clientId();
        boolean reachedOtherwise =
                !before.contact().equals(LeadDraft.onto(before, record, now).contact());
        LeadIdentity.Known known =
                identity.look(reachedOtherwise ? LeadIdentity.keys(record.contact(), record.person()) : List.of());
        Optional<Lead> same = identity.sameLead(client, record.contact(), known.ids(), record.externalId(), before);
        if (same.isPresent()) {
            return new Outcome.Duplicate(same.get().id());
        }
        if (reachedOtherwise) {
            Optional<Suppression> entry = suppression(client, before, record, known, now);
            if (entry.isPresent()) {
                return new Outcome.Suppressed(entry.get().reason());
            }
            if (!known.isFree(before.poolPersonId(), now)) {
                return new Outcome.Unavailable();
            }
            List<IdentityKey> all = new ArrayList<>(LeadIdentity.keys(before.contact(), before.person()));
            all.addAll(known.keys());
            identity.settle(client, all, now);
        }
        // a merge may have moved the lead to another person of the pool
        Lead lead = on.ports().leads().find(client, before.id()).orElseThrow();
        return new Outcome.Changed(write(scope, LeadDraft.onto(lead, record, now), pairs, record.metadata(), origin));
    }

    /**
     * Whoever asked for peace under the old address is not reached under a new one; that the old address is dead is no
     * reason to keep it.
     */
    private Optional<Suppression> suppression(
            ClientId client, Lead before, LeadRecord record, LeadIdentity.Known known, Instant now) {
        List<PoolPersonId> people = new ArrayList<>(known.ids());
        if (before.poolPersonId() != null) {
            people.add(before.poolPersonId());
        }
        return on.ports()
                .suppressions()
                .match(client, Suppressions.Subject.of(before), now)
                .filter(entry -> !entry.closesAddressOnly())
                .or(() -> identity.suppression(client, before.id(), record, people, now));
    }

    private Lead write(
            TenantScope scope,
            Lead after,
            Map<String, String> pairsBefore,
            Map<String, String> pairsAfter,
            Origin origin) {
        ClientId client = scope.clientId();
        Leads leads = on.ports().leads();
        leads.update(after);
        leads.putMetadata(client, Map.of(after.id(), pairsAfter));
        Set<String> gone = new HashSet<>(pairsBefore.keySet());
        gone.removeAll(pairsAfter.keySet());
        leads.dropMetadata(client, after.id(), gone);
        on.scoring().score(client, List.of(after.id()), ScoreCause.REFRESH);
        on.audit(scope, AuditAction.UPDATE, after.id(), origin);
        return leads.find(client, after.id()).orElseThrow();
    }
}
