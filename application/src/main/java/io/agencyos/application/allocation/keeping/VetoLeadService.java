package io.agencyos.application.allocation.keeping;

import io.agencyos.application.allocation.DecidedOfLeads;
import io.agencyos.application.allocation.ReleaseLeads;
import io.agencyos.application.allocation.ReleaseLeadsService;
import io.agencyos.application.allocation.store.LeadVetoes;
import io.agencyos.application.outreach.stop.StopOutreach;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.allocation.Veto;
import io.agencyos.domain.allocation.VetoReason;
import io.agencyos.domain.campaign.enrolment.StopReason;
import io.agencyos.domain.client.billing.CreditAccount;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.ClaimStatus;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadSource;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.lead.PoolClaim;
import io.agencyos.domain.lead.ReleaseReason;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.PoolPersonId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The client's ledger is locked first, so that two rejections at once count each other. */
final class VetoLeadService implements VetoLead {

    private static final String REFUND = "veto";

    private final PoolKeeping on;
    private final ReleaseLeads release;
    private final DecidedOfLeads decided;

    VetoLeadService(PoolKeeping on) {
        this.on = on;
        this.release = new ReleaseLeadsService(on.world(), on.clock(), on.ids());
        this.decided = new DecidedOfLeads(on.world(), on.ids());
    }

    /** Found out only after the outreach was stopped, which is taken back with it. */
    private static final class UnderWay extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnderWay() {
            super("a touch of this lead is under way", null, false, false);
        }
    }

    @Override
    public List<LeadVetoes.Rejected> newest(TenantScope scope, int limit) {
        return on.units().inTenant(scope, () -> on.ports().vetoes().newest(scope.clientId(), limit));
    }

    @Override
    public Outcome veto(TenantScope scope, LeadId lead, VetoReason reason, @Nullable String note) {
        if (scope.role() != Role.WORKER && !scope.role().permits(Role.MEMBER)) {
            return new Outcome.RoleRequired();
        }
        try {
            return on.units().inTenant(scope.asWorker(), () -> inside(scope, lead, reason, note));
        } catch (UnderWay touched) {
            return new Outcome.NotEligible(Veto.Refusal.TOUCHED);
        }
    }

    private Outcome inside(TenantScope scope, LeadId id, VetoReason reason, @Nullable String note) {
        ClientId client = scope.clientId();
        Instant now = on.clock().now();
        on.world().credits().lock(client);
        Optional<Lead> found = on.world().leads().leads().find(client, id);
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        int quota =
                on.world().credits().account(client).map(CreditAccount::quota).orElse(0);
        int vetoed = on.ports().vetoes().countSince(client, on.world().periodBegan(client));
        Optional<Veto.Refusal> refusal = Veto.refusal(
                new Veto.Facts(assignedAt(found.get()), found.get().history().touches(), vetoed, quota, now));
        if (refusal.isPresent()) {
            return new Outcome.NotEligible(refusal.get());
        }
        StopOutreach.Stopped stopped = on.outreach().stop(client, id, StopReason.Plain.NOT_ASSIGNED);
        Lead lead = on.world().leads().leads().findForUpdate(client, id).orElseThrow();
        if (stopped.inFlight() > 0 || lead.history().touches() > 0) {
            throw new UnderWay();
        }
        release.release(client, List.of(id), ReleaseReason.MANUAL);
        on.world().credits().refund(client, List.of(id), REFUND);
        // as an invalid lead it stays as history, and nobody gives it to this client again
        Lead ended = on.world().leads().leads().update(lead.becoming(LeadStatus.INVALID, now));
        on.ports()
                .vetoes()
                .insert(new LeadVetoes.Rejected(
                        client,
                        id,
                        reason,
                        note,
                        LeadVetoes.Example.of(lead.person(), lead.company()),
                        scope.userId(),
                        now));
        decided.tell(scope, ended, "Rejected: " + reason.wire() + ".", Map.of("veto", reason.wire()), now);
        return new Outcome.Vetoed(Veto.most(quota) - vetoed - 1);
    }

    private @Nullable Instant assignedAt(Lead lead) {
        PoolPersonId person = lead.poolPersonId();
        if (person == null || lead.source() != LeadSource.POOL) {
            return null;
        }
        PoolClaim claim = on.world().leads().people().claims(List.of(person)).get(person);
        return claim != null
                        && claim.clientId().equals(lead.clientId())
                        && claim.status() == ClaimStatus.ACTIVE
                        && claim.leadId().equals(lead.id())
                ? claim.claimedAt()
                : null;
    }
}
