package io.agencyos.adapters.out.memory.conversation;

import io.agencyos.application.conversation.inbox.ChannelEvent;
import io.agencyos.application.conversation.inbox.LinkedInReplies;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.VendorFailure.Details;
import io.agencyos.domain.shared.id.ClientId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What people wrote to seats, and whose page belongs to whom. Thread-safe. */
public final class FakeLinkedInReplies implements LinkedInReplies {

    private final FakeChannelReplies written = new FakeChannelReplies();
    private final Set<String> seats = new HashSet<>();
    private final Map<String, String> slugs = new HashMap<>();

    public void add(ClientId client, ChannelEvent event) {
        written.add(client, event);
    }

    public synchronized void seat(String ref) {
        seats.add(ref);
    }

    public synchronized void page(String person, String slug) {
        slugs.put(person, slug);
    }

    /** From now on no messages can be read. */
    public void breakDown() {
        written.breakDown();
    }

    @Override
    public Result<Page, VendorFailure> since(ClientId client, @Nullable String cursor) {
        return written.since(client, cursor);
    }

    @Override
    public synchronized Result<Optional<String>, VendorFailure> slug(ClientId client, String seat, String person) {
        return seats.contains(seat)
                ? Result.ok(Optional.ofNullable(slugs.get(person)))
                : Result.err(new VendorFailure.Invalid(
                        Details.of("fake-network", "slug", "no seat of the client"), "seat", "no seat of the client"));
    }
}
