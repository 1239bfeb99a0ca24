package io.agencyos.application.outreach;

import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.TouchId;
import java.util.Collection;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/** What a lead does with a message brings its next step nearer, where its campaign wants that. Source: outreach 2.5. */
@PrimaryPort
@FunctionalInterface
public interface AdaptSteps {

    /**
     * People have opened these e-mails for the third time. Opens units of work of its own.
     *
     * @return how many next steps come a day earlier
     */
    int openedOften(ClientId client, Collection<TouchId> emails);
}
