package io.agencyos.application.conversation;

import io.agencyos.application.conversation.inbox.EmailReplies;
import io.agencyos.application.conversation.inbox.InboundMail;
import io.agencyos.application.conversation.inbox.MailEvent;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A feed of e-mails that shows one event a page, as it was told, and remembers what it need not show again. */
final class ToldMail implements EmailReplies {

    private final String vendor;
    private final List<MailEvent> source = new ArrayList<>();
    private final List<MailEvent.Sent> heard = new ArrayList<>();
    private boolean down;

    ToldMail(String vendor) {
        this.vendor = vendor;
    }

    void shows(MailEvent event) {
        source.add(event);
    }

    void isDown(boolean now) {
        down = now;
    }

    List<MailEvent.Sent> heard() {
        return List.copyOf(heard);
    }

    @Override
    public Result<Page, VendorFailure> since(ClientId client, @Nullable String cursor) {
        if (down) {
            return Result.err(new VendorFailure.Unavailable(VendorFailure.Details.of(vendor, "replies", "down")));
        }
        int from = cursor == null ? 0 : Integer.parseInt(cursor);
        int to = Math.min(source.size(), from + 1);
        return Result.ok(new Page(source.subList(from, to), String.valueOf(to), to < source.size()));
    }

    @Override
    public void heard(ClientId client, Collection<MailEvent.Sent> sent) {
        heard.addAll(sent);
    }

    @Override
    public Result<List<InboundMail>, VendorFailure> conversationWith(ClientId client, EmailAddress address) {
        List<InboundMail> mails = new ArrayList<>();
        source.forEach(event -> {
            if (event instanceof MailEvent.Received(InboundMail mail)
                    && mail.from().equals(address)) {
                mails.add(mail);
            }
        });
        return Result.ok(mails);
    }
}
