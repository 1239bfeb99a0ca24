package io.agencyos.adapters.out.memory.conversation;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.client.identity.store.Profiles;
import io.agencyos.application.client.identity.store.Users;
import io.agencyos.application.conversation.notice.NoticeWishes;
import io.agencyos.domain.conversation.notice.NoticePreferences;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.UserId;
import java.util.Comparator;
import java.util.List;

/** What people want to be told. */
public final class MemoryNoticeWishes implements NoticeWishes {

    private record Wish(UserId user, NoticePreferences wanted) {}

    private final MemoryTable<UserId, Wish> wishes;
    private final Users users;
    private final Profiles profiles;

    /**
     * @param users who knows the members
     * @param profiles who knows their zones
     */
    public MemoryNoticeWishes(MemoryUnitOfWork units, Users users, Profiles profiles) {
        wishes = MemoryTable.ofPlatform("notification_preference", units, Wish::user);
        this.users = users;
        this.profiles = profiles;
    }

    @Override
    public NoticePreferences find(UserId user) {
        return wishes.find(user).map(Wish::wanted).orElse(NoticePreferences.PLAIN);
    }

    @Override
    public void save(UserId user, NoticePreferences preferences) {
        wishes.put(new Wish(user, preferences));
    }

    @Override
    public List<Listener> listeners(ClientId client) {
        return users.members(client).stream()
                .filter(member -> !member.user().suspended())
                .map(member -> new Listener(
                        member.user().id(),
                        member.membership().role(),
                        find(member.user().id()),
                        member.user().email(),
                        profiles.find(member.user().id()).timezone()))
                .sorted(Comparator.comparing(listener -> listener.user().text()))
                .toList();
    }
}
