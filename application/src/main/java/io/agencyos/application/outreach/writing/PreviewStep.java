package io.agencyos.application.outreach.writing;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.content.quality.Finding;
import io.agencyos.domain.content.template.Variable;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.LeadId;
import java.util.List;
import java.util.Set;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/** What a step of a campaign would say to a lead; writes and sends nothing. Source: api 9.5. */
@PrimaryPort
public interface PreviewStep {

    /**
     * The text as it would leave.
     *
     * @param subject null where the channel has none or there is no text
     * @param body null where there is no text, as {@code problems} say
     * @param missing variables of the step that this lead has no value for
     * @param findings what the checks of an e-mail say, in the order of the checks
     * @param problems codes of why there is no text
     */
    record Preview(
            TouchKind kind,
            @Nullable String subject,
            @Nullable String body,
            Set<Variable> used,
            Set<Variable> missing,
            List<Finding> findings,
            List<String> problems) {

        public Preview {
            used = Set.copyOf(used);
            missing = Set.copyOf(missing);
            findings = List.copyOf(findings);
            problems = List.copyOf(problems);
        }
    }

    /** What came of it. */
    sealed interface Outcome {

        record Previewed(Preview preview) implements Outcome {}

        /** No such campaign, or it has no such step. */
        record StepNotFound() implements Outcome {}

        record LeadNotFound() implements Outcome {}

        /** A viewer previews nothing. */
        record Forbidden() implements Outcome {}
    }

    Outcome preview(TenantScope scope, CampaignId campaign, int stepNo, LeadId lead);
}
