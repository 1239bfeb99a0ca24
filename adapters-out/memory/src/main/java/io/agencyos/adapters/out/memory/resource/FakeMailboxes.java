package io.agencyos.adapters.out.memory.resource;

import io.agencyos.application.resource.Mailboxes;
import io.agencyos.application.resource.VendorMailbox;
import io.agencyos.domain.resource.MailboxState;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.VendorFailure.Details;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A vendor's mailboxes in memory. Thread-safe. */
public final class FakeMailboxes implements Mailboxes {

    private static final String VENDOR = "fake-mail";
    private static final int USUAL_LIMIT = 30;

    private final Map<ClientId, List<VendorMailbox>> boxes = new HashMap<>();
    private int made;

    /** Somebody gave consent for this mailbox. */
    public synchronized String connect(ClientId client, EmailAddress address, MailboxState state) {
        String ref = "mbox-" + ++made;
        boxes.computeIfAbsent(client, key -> new ArrayList<>())
                .add(new VendorMailbox(ref, address, "Sam", "Oduya", state, null, null, USUAL_LIMIT));
        return ref;
    }

    @Override
    public synchronized Result<List<VendorMailbox>, VendorFailure> list(ClientId client) {
        return Result.ok(boxes.getOrDefault(client, List.of()).stream()
                .sorted(Comparator.comparing(box -> box.address().value()))
                .toList());
    }

    @Override
    public Result<URI, VendorFailure> connectUrl(ClientId client, Provider provider, URI back, EmailAddress address) {
        return Result.ok(URI.create("https://consent.example/" + provider.name()));
    }

    @Override
    public synchronized Result<Boolean, VendorFailure> setDailyLimit(ClientId client, String ref, int perDay) {
        if (perDay < 1 || perDay > 100) {
            String reason = "the vendor takes 1 to 100 a day";
            return Result.err(
                    new VendorFailure.Invalid(Details.of(VENDOR, "daily limit", reason), "daily_limit", reason));
        }
        List<VendorMailbox> own = boxes.getOrDefault(client, List.of());
        Optional<VendorMailbox> found =
                own.stream().filter(box -> box.ref().equals(ref)).findFirst();
        if (found.isEmpty()) {
            return Result.err(new VendorFailure.NotFound(Details.of(VENDOR, "daily limit", "no such mailbox")));
        }
        VendorMailbox box = found.get();
        own.set(
                own.indexOf(box),
                new VendorMailbox(
                        ref,
                        box.address(),
                        box.firstName(),
                        box.lastName(),
                        box.state(),
                        box.unknownStatus(),
                        box.disconnectReason(),
                        perDay));
        return Result.ok(true);
    }

    @Override
    public synchronized Result<Boolean, VendorFailure> remove(ClientId client, String ref) {
        boxes.getOrDefault(client, new ArrayList<>()).removeIf(box -> box.ref().equals(ref));
        return Result.ok(true);
    }
}
