package io.agencyos.application.conversation.notice;

import io.agencyos.application.client.Clients;
import io.agencyos.application.client.identity.store.AccountMail;
import io.agencyos.application.conversation.notice.NoticeWishes.Listener;
import io.agencyos.application.conversation.notice.Notices.Owed;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.conversation.notice.Notice;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.UserId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Writes to members what they wish to hear by e-mail: what came together in one letter, the next one a quarter of an hour
 * later at the earliest, and none in their quiet hours. After a crash in between a letter may come twice, never not.
 * Source: api 9.16.
 */
public final class MailNotices {

    /** What is older is seen in the product and no news any more. */
    private static final Duration NEWS = Duration.ofHours(24);

    private static final Duration BETWEEN = Duration.ofMinutes(15);

    private final Notices notices;
    private final NoticeWishes wishes;
    private final Ports ports;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final IdSource ids;

    /**
     * @param letters takes a letter to be sent, inside the open unit of work of the platform
     * @param publicUrl where links in letters lead; empty while the installation has no address
     */
    public record Ports(Clients clients, Consumer<AccountMail> letters, Supplier<Optional<URI>> publicUrl) {}

    public MailNotices(
            Notices notices, NoticeWishes wishes, Ports ports, UnitOfWork units, ClockPort clock, IdSource ids) {
        this.notices = notices;
        this.wishes = wishes;
        this.ports = ports;
        this.units = units;
        this.clock = clock;
        this.ids = ids;
    }

    /** Needs no unit of work; safe to repeat. */
    public void mail(ClientId client) {
        TenantScope worker = TenantScope.worker(client);
        Instant now = clock.now();
        List<Owed> owed = units.reading(worker, () -> notices.owed(client, now.minus(NEWS)));
        if (owed.isEmpty()) {
            return;
        }
        Map<UserId, Listener> people = units.readingPlatform(() -> wishes.listeners(client)).stream()
                .filter(listener -> !listener.wants().isQuiet(now, listener.zone()))
                .collect(Collectors.toMap(Listener::user, Function.identity()));
        List<Owed> due = owed.stream()
                .filter(one -> people.containsKey(one.user()) && isDue(one, now))
                .toList();
        units.onPlatform(() -> {
            String name = ports.clients().find(client).map(Client::name).orElse("");
            due.forEach(one -> ports.letters().accept(letter(one, people.get(one.user()), name, now)));
        });
        units.inTenant(
                worker,
                () -> notices.mailed(
                        client,
                        due.stream()
                                .flatMap(one -> one.notices().stream())
                                .map(Notice::id)
                                .toList(),
                        now));
    }

    private static boolean isDue(Owed owed, Instant now) {
        Instant last = owed.lastLetter();
        return last == null || !now.isBefore(last.plus(BETWEEN));
    }

    private AccountMail letter(Owed owed, Listener listener, String client, Instant now) {
        List<Notice> told = owed.notices();
        String what = told.size() == 1 ? told.getFirst().title() : told.size() + " pieces of news";
        String lines =
                told.stream().map(notice -> "- " + notice.body() + link(notice)).collect(Collectors.joining("\n"));
        return new AccountMail(
                ids.next(),
                listener.email(),
                what + ": " + client,
                "From %s on Agency OS:%n%n%s%n%nWhat you hear of is set in your notification preferences.%n"
                        .formatted(client, lines),
                now);
    }

    private String link(Notice notice) {
        String path = notice.link();
        return path == null
                ? ""
                : ports.publicUrl()
                        .get()
                        .map(base -> "\n  " + base.resolve(path))
                        .orElse("");
    }
}
