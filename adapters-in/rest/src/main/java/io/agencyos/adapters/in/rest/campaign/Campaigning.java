package io.agencyos.adapters.in.rest.campaign;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.FieldError;
import io.agencyos.adapters.in.http.route.Problem;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.rest.campaign.CampaignJson.CampaignShown;
import io.agencyos.application.campaign.CampaignUseCases;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.FieldProblem;
import io.agencyos.domain.shared.id.CampaignId;
import java.util.List;

/** Answers that several groups of campaigns give. */
final class Campaigning {

    private Campaigning() {}

    /** The campaign of the path as it is now. */
    static Reply<CampaignShown> shown(CampaignUseCases use, Call<?> call) {
        return use.showCampaign()
                .of(call.scope(), call.id("id", CampaignId::new))
                .<Reply<CampaignShown>>map(view ->
                        Reply.ok(CampaignShown.of(view)).version(view.campaign().version()))
                .orElseGet(Reply::notFound);
    }

    static <R> Reply<R> invalid(List<FieldProblem> problems) {
        return Reply.invalid(problems.stream().map(FieldError::of).toList());
    }

    static <R> Reply<R> nameTaken() {
        return Reply.refused(ProblemCode.DUPLICATE, "Another campaign has this name.");
    }

    static <R> Reply<R> terminal() {
        return Reply.refused(ProblemCode.CAMPAIGN_TERMINAL, "A completed campaign does not change any more.");
    }

    static <R> Reply<R> roleRequired(Call<?> call, Role required) {
        return Reply.refused(
                Problem.roleRequired(required.wire(), call.scope().role().wire()));
    }
}
