package io.agencyos.application.conversation.store;

import io.agencyos.domain.shared.contact.EmailAddress;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** Addresses for which an opt-out link was asked. Needs an open unit of work of the platform. Source: api 9.1. */
@SecondaryPort
public interface OptOutWishes {

    /** Notes an address, once: who asks again before it was forgotten has asked already. */
    void ask(EmailAddress address, Instant now);

    /** Takes what is due and puts it off until {@code until}, so that nobody else looks at it meanwhile; longest waiting first. */
    List<EmailAddress> take(Instant now, Instant until, int limit);

    /** Of these those that are still put off until {@code until}, which are looked at with this. */
    List<EmailAddress> settle(Collection<EmailAddress> addresses, Instant until);

    /** Forgets who asked before an instant. */
    void forget(Instant askedBefore);
}
