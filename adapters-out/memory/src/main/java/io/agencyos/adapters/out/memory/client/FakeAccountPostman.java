package io.agencyos.adapters.out.memory.client;

import io.agencyos.application.client.identity.store.AccountMail;
import io.agencyos.application.client.identity.store.AccountPostman;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Keeps every letter that it takes, and takes it unless it was told otherwise. Thread-safe. */
public final class FakeAccountPostman implements AccountPostman {

    private final List<AccountMail> taken = new ArrayList<>();
    private final Deque<Outcome> next = new ArrayDeque<>();
    private boolean down;

    /** What becomes of the next letter that no earlier call speaks of. */
    public synchronized void next(Outcome outcome) {
        next.add(outcome);
    }

    /** From now on every letter has to wait. */
    public synchronized void breakDown() {
        down = true;
    }

    /** Letters that it took, oldest first. */
    public synchronized List<AccountMail> taken() {
        return List.copyOf(taken);
    }

    @Override
    public synchronized Outcome post(AccountMail mail) {
        if (down) {
            return Outcome.NOT_NOW;
        }
        Outcome outcome = next.isEmpty() ? Outcome.TAKEN : next.remove();
        if (outcome == Outcome.TAKEN) {
            taken.add(mail);
        }
        return outcome;
    }
}
