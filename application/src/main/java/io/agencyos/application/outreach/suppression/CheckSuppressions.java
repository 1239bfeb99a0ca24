package io.agencyos.application.outreach.suppression;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.lead.SuppressionKeyType;
import io.agencyos.domain.shared.InputProblem;
import io.agencyos.domain.shared.Result;
import java.util.List;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Says whether somebody may be contacted at all, by an address, a number, a profile or a company's domain; entries of the
 * platform before those of the client. Changes nothing. Source: api 9.14.
 */
@PrimaryPort
@FunctionalInterface
public interface CheckSuppressions {

    /** @param type one of e-mail, domain, phone and LinkedIn */
    record Question(SuppressionKeyType type, String text) {}

    /** @param entry the first that matches, empty where none does */
    record Answer(Question question, Optional<Suppression> entry) {}

    /** An answer to each question, in order; what cannot be read has its reason instead. */
    List<Result<Answer, InputProblem>> check(TenantScope scope, List<Question> questions);
}
