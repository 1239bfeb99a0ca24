package io.agencyos.application.campaign;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.sequence.Sequence;
import io.agencyos.domain.campaign.sequence.SequenceRules;
import io.agencyos.domain.campaign.sequence.SequenceStep;
import io.agencyos.domain.campaign.sequence.SequenceTemplate;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.id.CampaignId;
import java.util.List;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Writes the next version of a campaign's sequence. Enrolments that wait for their first touch and have none planned move
 * to it; the others stay on theirs. Source: outreach 2.1, 2.7, api 9.4.
 */
@PrimaryPort
public interface EditSequence {

    /** What is asked for. */
    sealed interface Change {

        /** A step more, at its own number; later ones move up. */
        record Insert(SequenceStep step) implements Change {}

        /** Another step in the place of the one with its number. */
        record Replace(SequenceStep step) implements Change {}

        /** One step less. */
        record Delete(int stepNo) implements Change {}

        /** @param numbers a permutation of the numbers of now */
        record Order(List<Integer> numbers) implements Change {
            public Order {
                numbers = List.copyOf(numbers);
            }
        }

        /** The steps of a template for the senders of now, with its gaps. */
        record Reset(SequenceTemplate template) implements Change {}
    }

    /** What came of it. */
    sealed interface Outcome {

        /** @param moved enrolments that moved to the new version */
        record Edited(Campaign campaign, Sequence sequence, int moved) implements Outcome {}

        /** Wire code {@code validation_failed}, every problem with the path of its field. */
        record Invalid(List<SequenceRules.Problem> problems) implements Outcome {
            public Invalid {
                problems = List.copyOf(problems);
            }
        }

        /** There is no such campaign, or no such step. */
        record NotFound() implements Outcome {}

        /** Wire code {@code campaign_terminal}. */
        record Terminal() implements Outcome {}

        /** Wire code {@code role_required}. */
        record RoleRequired(Role required) implements Outcome {}
    }

    /** @param version the sequence version that the caller saw; another one is a {@code ConcurrentUpdate} */
    Outcome edit(TenantScope scope, CampaignId campaign, int version, Change change, Origin origin);
}
