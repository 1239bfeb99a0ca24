package io.agencyos.adapters.out.memory.outreach;

import io.agencyos.application.outreach.SenderUpkeep;
import io.agencyos.domain.resource.Mailbox;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.VendorFailure.Details;
import io.agencyos.domain.shared.id.ClientId;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/** A vendor that wants three things made for each mailbox and finishes them at once. Thread-safe. */
public final class FakeUpkeep implements SenderUpkeep {

    private static final String VENDOR = "fake-mail";
    private static final int WANTED = 3;

    private final Set<ClientId> accounts = new HashSet<>();
    private final Set<String> standing = new TreeSet<>();
    private boolean down;

    /** The client has an account there. */
    public synchronized void knows(ClientId client) {
        accounts.add(client);
    }

    /** From now on nobody is answered. */
    public synchronized void breakDown() {
        down = true;
    }

    /** How many things stand. */
    public synchronized int standing() {
        return standing.size();
    }

    @Override
    public synchronized Result<Integer, VendorFailure> prepare(Mailbox mailbox) {
        String ref = mailbox.vendorRef();
        if (ref == null) {
            String reason = "the mailbox is not connected to the vendor";
            return Result.err(new VendorFailure.Invalid(Details.of(VENDOR, "prepare", reason), "mailbox", reason));
        }
        return asked(mailbox.clientId(), "prepare").map(known -> {
            for (int number = 1; number <= WANTED; number++) {
                standing.add(ref + " #" + number);
            }
            return WANTED;
        });
    }

    @Override
    public synchronized Result<Integer, VendorFailure> catchUp(ClientId client) {
        return asked(client, "catch up").map(known -> 0);
    }

    /** No mailbox ever leaves here. */
    @Override
    public synchronized Result<Integer, VendorFailure> tend(ClientId client) {
        return asked(client, "tend").map(known -> 0);
    }

    private Result<ClientId, VendorFailure> asked(ClientId client, String operation) {
        if (down) {
            return Result.err(new VendorFailure.Unavailable(Details.of(VENDOR, operation, "unavailable")));
        }
        return accounts.contains(client)
                ? Result.ok(client)
                : Result.err(new VendorFailure.Unauthorized(Details.of(VENDOR, operation, "no account")));
    }
}
