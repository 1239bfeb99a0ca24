package io.agencyos.domain.resource;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which mailbox an enrolment gets at its first e-mail. Source: outreach 7 (sender selection), scoring RES-8, ALLOC-1. */
public final class MailboxChoice {

    private static final Comparator<Candidate> ORDER = Comparator.comparingInt(Candidate::outboundLeft)
            .reversed()
            .thenComparing(MailboxChoice::domainUsed)
            .thenComparing(candidate -> candidate.mailbox().domainId().value())
            .thenComparingInt(Candidate::sentToday)
            .thenComparing(MailboxChoice::used)
            .thenComparing(candidate -> candidate.mailbox().id().value());

    private MailboxChoice() {}

    /**
     * A mailbox with what its domain and itself did today.
     *
     * @param outboundLeft of its domain, whose limit both mailboxes share
     * @param domainLastUsed the later of its mailboxes' last uses, null for never
     */
    public record Candidate(
            Mailbox mailbox, int outboundLeft, @Nullable Instant domainLastUsed, int sentToday) {}

    /** Most outbound left, then longest unused domain, then the mailbox with fewer sends; empty where none is left. */
    public static Optional<Mailbox> pick(Collection<Candidate> candidates) {
        return candidates.stream()
                .filter(candidate -> usable(candidate.mailbox()) && candidate.outboundLeft() > 0)
                .min(ORDER)
                .map(Candidate::mailbox);
    }

    /** Connected, authenticated, its domain not stopped. */
    public static boolean usable(Mailbox mailbox) {
        return mailbox.state() == MailboxState.CONNECTED && mailbox.authenticated() && !mailbox.stopped();
    }

    private static Instant domainUsed(Candidate candidate) {
        return candidate.domainLastUsed() == null ? Instant.MIN : candidate.domainLastUsed();
    }

    private static Instant used(Candidate candidate) {
        return candidate.mailbox().lastUsedAt() == null
                ? Instant.MIN
                : candidate.mailbox().lastUsedAt();
    }
}
