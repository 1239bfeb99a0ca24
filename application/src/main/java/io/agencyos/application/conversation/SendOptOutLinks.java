package io.agencyos.application.conversation;

import io.agencyos.application.client.identity.store.AccountMail;
import io.agencyos.application.conversation.reply.Desk;
import io.agencyos.application.conversation.store.OptOutWishes;
import io.agencyos.application.conversation.store.TouchOutcomes;
import io.agencyos.application.outreach.mail.UnsubscribeLinks;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.contact.EmailKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Answers whoever asked for an opt-out link: one letter an address, with a link of each client that wrote to it. Nothing is
 * said to an address that nobody wrote to. What a crash leaves undone is looked at again five minutes later; a letter is queued
 * with the note that it was, so that none goes twice. Source: api 9.1.
 */
public final class SendOptOutLinks implements AskOptOutLink {

    private static final Duration ONCE = Duration.ofDays(1);
    private static final Duration CLAIM = Duration.ofMinutes(5);

    private final Desk desk;
    private final OptOutWishes wishes;
    private final UnsubscribeLinks links;
    private final Consumer<AccountMail> letters;

    /** @param letters takes a letter to be sent, inside the open unit of work of the platform */
    SendOptOutLinks(Desk desk, OptOutWishes wishes, UnsubscribeLinks links, Consumer<AccountMail> letters) {
        this.desk = desk;
        this.wishes = wishes;
        this.links = links;
        this.letters = letters;
    }

    @Override
    public void ask(EmailAddress address) {
        desk.units().onPlatform(() -> wishes.ask(address, desk.now()));
    }

    /** Looks at what was asked since the last time. Safe beside others. */
    public void run(int limit) {
        Instant now = desk.now();
        Instant until = now.plus(CLAIM);
        List<EmailAddress> asked = desk.units().onPlatform(() -> {
            wishes.forget(now.minus(ONCE));
            return wishes.take(now, until, limit);
        });
        if (!asked.isEmpty()) {
            answer(asked, until, now);
        }
    }

    private void answer(List<EmailAddress> asked, Instant until, Instant now) {
        Map<EmailKey, List<String>> writers = writers(asked);
        desk.units()
                .onPlatform(() -> wishes.settle(asked, until).stream()
                        .filter(address -> writers.containsKey(address.key()))
                        .map(address -> letter(address, writers.get(address.key()), now))
                        .forEach(letters));
    }

    /** A line of each client that wrote to an address. */
    private Map<EmailKey, List<String>> writers(List<EmailAddress> asked) {
        Map<EmailKey, List<String>> writers = new LinkedHashMap<>();
        for (Client client :
                desk.units().readingPlatform(() -> desk.world().clients().allServed())) {
            desk.reading(client.id(), () -> desk.stores().outcomes().lastMails(client.id(), asked))
                    .forEach(mail -> writers.computeIfAbsent(mail.to().key(), key -> new ArrayList<>())
                            .add(line(client, mail)));
        }
        return writers;
    }

    private String line(Client client, TouchOutcomes.LastMail mail) {
        return client.name() + "\n" + links.of(new UnsubscribeLinks.Subject(client.id(), mail.lead(), mail.touch()));
    }

    private AccountMail letter(EmailAddress to, List<String> lines, Instant now) {
        return new AccountMail(
                desk.ids().next(), to, "Stop e-mails to this address", """
                    Somebody, we think you, asked for a link that stops e-mails to this address. Open it and press its button:

                    %s

                    If it was not you, nothing happens without it.
                    """.formatted(String.join("\n\n", lines)), now);
    }
}
