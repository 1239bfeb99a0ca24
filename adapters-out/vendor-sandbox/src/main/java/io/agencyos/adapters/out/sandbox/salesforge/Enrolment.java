package io.agencyos.adapters.out.sandbox.salesforge;

import io.agencyos.adapters.out.sandbox.http.Json;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A contact inside a sequence: at most one per pair, for life. */
final class Enrolment {

    /** States of a contact in a sequence that the one-step sequences of the sandbox reach. */
    enum State {
        ACTIVE,
        FINISHED,
        REPLIED,
        OOO,
        BOUNCED,
        FAILED,
        DNC,
        UNSUBSCRIBED;

        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    final Sequence sequence;
    final Contact contact;
    final String emailId;
    State state = State.ACTIVE;

    @Nullable
    Mailbox mailbox;

    @Nullable
    Instant scheduled;

    @Nullable
    Instant sent;

    @Nullable
    Instant opened;

    @Nullable
    Instant clicked;

    String subject = "";
    String html = "";

    Enrolment(Sequence sequence, Contact contact, String emailId) {
        this.sequence = sequence;
        this.contact = contact;
        this.emailId = emailId;
    }

    boolean unsent() {
        return sent == null && state == State.ACTIVE;
    }

    Map<String, @Nullable Object> sendingData() {
        Mailbox from = mailbox;
        return Json.object(
                "sequenceId",
                sequence.id,
                "contactId",
                contact.id,
                "email",
                from == null ? "" : from.address,
                "scheduled",
                scheduled,
                "sent",
                sent,
                "opened",
                opened,
                "clicked",
                clicked);
    }
}
