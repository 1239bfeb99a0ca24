package io.agencyos.application.scoring;

import io.agencyos.application.lead.store.Leads;
import io.agencyos.application.lead.store.ScoreLeads;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.scoring.ScoreCause;
import io.agencyos.domain.shared.id.LeadId;
import java.util.List;

/** Scores and explains in one unit of work, so that what is shown is what was stored. */
final class ScoreLeadNowService implements ScoreLeadNow {

    private final Leads leads;
    private final ScoreLeads scoring;
    private final ExplainScoreService explaining;
    private final UnitOfWork units;

    ScoreLeadNowService(Leads leads, ScoreLeads scoring, ExplainScoreService explaining, UnitOfWork units) {
        this.leads = leads;
        this.scoring = scoring;
        this.explaining = explaining;
        this.units = units;
    }

    @Override
    public Outcome score(TenantScope scope, LeadId lead) {
        if (scope.role() != Role.WORKER && !scope.role().permits(Role.MEMBER)) {
            return new Outcome.RoleRequired();
        }
        TenantScope worker = scope.asWorker();
        return units.inTenant(worker, () -> {
            if (leads.findForUpdate(worker.clientId(), lead).isEmpty()) {
                return new Outcome.LeadNotFound();
            }
            scoring.score(worker.clientId(), List.of(lead), ScoreCause.MANUAL);
            return switch (explaining.inUnit(worker.clientId(), lead)) {
                case ExplainScore.Outcome.Explained(ExplainScore.Explanation explanation) ->
                    new Outcome.Scored(explanation);
                case ExplainScore.Outcome.LeadNotFound() -> new Outcome.LeadNotFound();
                case ExplainScore.Outcome.NotScored() -> new Outcome.NotScorable();
            };
        });
    }
}
