package io.agencyos.adapters.out.memory.conversation;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.conversation.notice.Notices;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.conversation.notice.Notice;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What members were told. */
public final class MemoryNotices implements Notices {

    private static final Comparator<Notice> NEWEST = Comparator.comparing(Notice::createdAt)
            .thenComparing(notice -> notice.id().toString())
            .reversed();

    private static final int MOST = 500;

    private record Once(ClientId client, UserId user, String dedupe) {}

    private record Letter(ClientId client, UserId user, UUID notice, Instant at) {}

    private record Progress(ClientId client, Instant until) {}

    private final MemoryTable<UUID, Notice> notices;
    private final MemoryTable<ClientId, Progress> progress;
    private final MemoryTable<UUID, Letter> letters;

    public MemoryNotices(MemoryUnitOfWork units) {
        notices = MemoryTable.<UUID, Notice>ofTenants("notification", units, Notice::clientId, Notice::id)
                .writtenBy(Role.OWNER, Role.ADMIN, Role.MEMBER, Role.VIEWER, Role.WORKER)
                .unique(
                        "uq_notification_dedupe",
                        notice -> new Once(notice.clientId(), notice.userId(), notice.dedupe()));
        progress = MemoryTable.<ClientId, Progress>ofTenants(
                        "notification_progress", units, Progress::client, Progress::client)
                .writtenBy(Role.WORKER);
        letters = MemoryTable.<UUID, Letter>ofTenants("notification_letter", units, Letter::client, Letter::notice)
                .writtenBy(Role.WORKER);
    }

    @Override
    public void add(Collection<Notice> added) {
        added.stream()
                .filter(notice -> notices.findBy(
                                "uq_notification_dedupe", new Once(notice.clientId(), notice.userId(), notice.dedupe()))
                        .isEmpty())
                .forEach(notices::insert);
    }

    private Stream<Notice> own(ClientId client, UserId user) {
        return notices.rows()
                .filter(notice ->
                        notice.clientId().equals(client) && notice.userId().equals(user));
    }

    @Override
    public List<Notice> list(ClientId client, UserId user, Filter filter, @Nullable After after, int limit) {
        return own(client, user)
                .filter(notice -> notice.ways().inApp())
                .filter(notice -> !filter.unread() || notice.readAt() == null)
                .filter(notice ->
                        filter.severities().isEmpty() || filter.severities().contains(notice.severity()))
                .filter(notice -> after == null || isBehind(notice, after))
                .sorted(NEWEST)
                .limit(limit)
                .toList();
    }

    private static boolean isBehind(Notice notice, After after) {
        int order = notice.createdAt().compareTo(after.createdAt());
        return order < 0
                || order == 0 && notice.id().toString().compareTo(after.id().toString()) < 0;
    }

    @Override
    public boolean read(ClientId client, UserId user, UUID id, Instant now) {
        Optional<Notice> found =
                own(client, user).filter(notice -> notice.id().equals(id)).findFirst();
        found.filter(notice -> notice.readAt() == null)
                .map(notice -> notice.read(now))
                .ifPresent(notices::put);
        return found.isPresent();
    }

    @Override
    public void readAll(ClientId client, UserId user, Instant now) {
        own(client, user)
                .filter(notice -> notice.readAt() == null)
                .map(notice -> notice.read(now))
                .toList()
                .forEach(notices::put);
    }

    @Override
    public List<Owed> owed(ClientId client, Instant since) {
        Map<UserId, List<Notice>> owed = notices.rows()
                .filter(notice -> notice.clientId().equals(client)
                        && notice.ways().email()
                        && !notice.createdAt().isBefore(since)
                        && letters.find(notice.id()).isEmpty())
                .sorted(NEWEST.reversed())
                .limit(MOST)
                .collect(Collectors.groupingBy(Notice::userId, LinkedHashMap::new, Collectors.toList()));
        return owed.entrySet().stream()
                .map(person -> new Owed(person.getKey(), person.getValue(), lastLetter(client, person.getKey())))
                .toList();
    }

    private @Nullable Instant lastLetter(ClientId client, UserId user) {
        return letters.rows()
                .filter(letter ->
                        letter.client().equals(client) && letter.user().equals(user))
                .map(Letter::at)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    @Override
    public void mailed(ClientId client, Collection<UUID> told, Instant at) {
        notices.rows()
                .filter(notice -> notice.clientId().equals(client) && told.contains(notice.id()))
                .filter(notice -> letters.find(notice.id()).isEmpty())
                .toList()
                .forEach(notice -> letters.insert(new Letter(client, notice.userId(), notice.id(), at)));
    }

    @Override
    public Optional<Instant> toldUntil(ClientId client) {
        return progress.find(client).map(Progress::until);
    }

    @Override
    public void tellFrom(ClientId client, Instant at) {
        progress.put(new Progress(client, at));
    }
}
