package io.agencyos.application.outreach.writing;

import io.agencyos.application.outreach.engine.WrittenByHand;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.campaign.sequence.StepPurpose;
import io.agencyos.domain.content.quality.Finding;
import io.agencyos.domain.content.template.Variable;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.util.List;
import java.util.Map;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/**
 * Writes a text to a lead that a person looks at, changes and sends by hand; stores and sends nothing. What sending adds,
 * the signature and the footer, is not in it. Source: api 9.6 {@code drafts}, content 3.5 and 3.8.
 */
@PrimaryPort
public interface WriteDraft {

    /**
     * A text.
     *
     * @param subject null where the channel has none
     * @param sources what of the lead, the client and the persona it says, by variable
     * @param findings what the checks of the finished message say, in their order
     */
    record Draft(
            @Nullable String subject,
            String body,
            String templateId,
            Map<Variable, String> sources,
            List<Finding> findings) {

        public Draft {
            sources = Map.copyOf(sources);
            findings = List.copyOf(findings);
        }
    }

    /** What came of it. */
    sealed interface Outcome {

        record Written(Draft draft) implements Outcome {}

        /** There is too little to say: the code, and what is missing. */
        record Wordless(String code, List<Variable> missing) implements Outcome {}

        record NotFound() implements Outcome {}
    }

    /** Whether the client has this lead; viewers write nothing, so they are not told. */
    boolean isThere(TenantScope scope, LeadId lead);

    /** @param channel one of {@link WrittenByHand#CHANNELS} */
    Outcome write(ClientId client, LeadId lead, Channel channel, StepPurpose purpose);
}
