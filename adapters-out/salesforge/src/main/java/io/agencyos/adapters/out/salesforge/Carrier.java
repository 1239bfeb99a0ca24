package io.agencyos.adapters.out.salesforge;

import io.agencyos.application.platform.vendor.VendorObjects.VendorObject;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A one-step sequence with one mailbox that carries the k-th e-mail of any contact from that mailbox. A contact joins
 * it at most once in its life, so contact and carrier together are an idempotency key. Source: salesforge 5.
 *
 * @param sequenceId null until it is made
 * @param retiredAt when its mailbox was found to be gone, null while it serves
 */
record Carrier(
        ClientId clientId,
        String mailboxId,
        int k,
        State state,
        @Nullable String sequenceId,
        @Nullable Instant retiredAt) {

    Carrier(ClientId clientId, String mailboxId, int k, State state, @Nullable String sequenceId) {
        this(clientId, mailboxId, k, state, sequenceId, null);
    }

    static final String KIND = "carrier";
    static final int MAX_K = 12;

    /** How far it got. */
    enum State {
        /** A touch asked for it; the job makes it. */
        WANTED,
        /** Complete, nobody joined yet; the vendor activates nothing that is empty. */
        READY,
        /** Somebody joined, activation is still to be confirmed. */
        STARTED,
        ACTIVE,
        /** Its mailbox is gone: nothing leaves by it, and it is taken away after a while. */
        RETIRED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static String nameOf(String mailboxId, int k) {
        return "aos " + mailboxId + " #" + k;
    }

    static Carrier wanted(ClientId client, String mailboxId, int k) {
        return new Carrier(client, mailboxId, k, State.WANTED, null);
    }

    static Carrier of(VendorObject object) {
        String name = object.name();
        int hash = name.lastIndexOf(" #");
        return new Carrier(
                object.clientId(),
                name.substring("aos ".length(), hash),
                Integer.parseInt(name.substring(hash + 2)),
                State.valueOf(object.state().toUpperCase(Locale.ROOT)),
                object.externalId(),
                object.detail() == null ? null : Instant.parse(object.detail()));
    }

    String name() {
        return nameOf(mailboxId, k);
    }

    boolean usable() {
        return state != State.WANTED && state != State.RETIRED && sequenceId != null;
    }

    boolean isRetired() {
        return state == State.RETIRED;
    }

    Carrier retired(Instant at) {
        return new Carrier(clientId, mailboxId, k, State.RETIRED, sequenceId, at);
    }

    Carrier in(State next) {
        return new Carrier(clientId, mailboxId, k, next, sequenceId);
    }

    Carrier madeAs(String id, State next) {
        return new Carrier(clientId, mailboxId, k, next, id);
    }

    VendorObject object() {
        return new VendorObject(
                clientId,
                Failures.VENDOR,
                KIND,
                name(),
                sequenceId,
                state.word(),
                retiredAt == null ? null : retiredAt.toString());
    }
}
