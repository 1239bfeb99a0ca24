package io.agencyos.adapters.out.memory.conversation;

import io.agencyos.application.conversation.inbox.EmailReplies;
import io.agencyos.application.conversation.inbox.InboundMail;
import io.agencyos.application.conversation.inbox.MailEvent;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What came back, as the test says. Pages of two, so that paging is exercised. Thread-safe. */
public final class FakeEmailReplies implements EmailReplies {

    private static final int PAGE = 2;

    private final Map<ClientId, List<MailEvent>> events = new HashMap<>();
    private boolean down;

    /** A mail arrives. */
    public synchronized FakeEmailReplies receive(ClientId client, InboundMail mail) {
        return report(client, new MailEvent.Received(mail));
    }

    /** The vendor reports something. */
    public synchronized FakeEmailReplies report(ClientId client, MailEvent event) {
        events.computeIfAbsent(client, key -> new ArrayList<>()).add(event);
        return this;
    }

    /** From now on nothing can be read, or everything again. */
    public synchronized FakeEmailReplies down(boolean nowDown) {
        down = nowDown;
        return this;
    }

    @Override
    public synchronized Result<Page, VendorFailure> since(ClientId client, @Nullable String cursor) {
        if (down) {
            return Result.err(unavailable("replies"));
        }
        List<MailEvent> all = events.getOrDefault(client, List.of());
        int from = cursor == null ? 0 : Integer.parseInt(cursor);
        int to = Math.min(all.size(), from + PAGE);
        List<MailEvent> page = all.subList(from, to).stream()
                .sorted(Comparator.comparing(MailEvent::at))
                .toList();
        return Result.ok(new Page(page, String.valueOf(to), to < all.size()));
    }

    /** It tells what it was given and nothing of the fate of e-mails, so there is nothing to leave out. */
    @Override
    public void heard(ClientId client, Collection<MailEvent.Sent> sent) {}

    @Override
    public synchronized Result<List<InboundMail>, VendorFailure> conversationWith(
            ClientId client, EmailAddress address) {
        if (down) {
            return Result.err(unavailable("conversation"));
        }
        List<InboundMail> mails = new ArrayList<>();
        events.getOrDefault(client, List.of()).forEach(event -> {
            if (event instanceof MailEvent.Received(InboundMail mail)
                    && mail.from().key().equals(address.key())) {
                mails.add(mail);
            }
        });
        mails.sort(Comparator.comparing(InboundMail::receivedAt));
        return Result.ok(mails);
    }

    private static VendorFailure unavailable(String operation) {
        return new VendorFailure.Unavailable(VendorFailure.Details.of("fake-mail", operation, "down"));
    }
}
