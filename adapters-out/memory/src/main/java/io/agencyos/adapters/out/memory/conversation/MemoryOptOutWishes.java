package io.agencyos.adapters.out.memory.conversation;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.conversation.store.OptOutWishes;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.contact.EmailKey;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who asked for an opt-out link. */
public final class MemoryOptOutWishes implements OptOutWishes {

    /** @param dueAt null once it was looked at */
    private record Wish(
            EmailAddress address, Instant askedAt, @Nullable Instant dueAt) {

        EmailKey key() {
            return address.key();
        }

        Wish due(@Nullable Instant at) {
            return new Wish(address, askedAt, at);
        }
    }

    private static final Comparator<Wish> LONGEST_FIRST =
            Comparator.comparing(Wish::askedAt).thenComparing(wish -> wish.key().value());

    private final MemoryTable<EmailKey, Wish> wishes;

    public MemoryOptOutWishes(MemoryUnitOfWork units) {
        wishes = MemoryTable.ofPlatform("opt_out_wish", units, Wish::key);
    }

    @Override
    public void ask(EmailAddress address, Instant now) {
        if (wishes.find(address.key()).isEmpty()) {
            wishes.insert(new Wish(address, now, now));
        }
    }

    @Override
    public List<EmailAddress> take(Instant now, Instant until, int limit) {
        return moved(wish -> wish.dueAt() != null && !wish.dueAt().isAfter(now), until, limit);
    }

    @Override
    public List<EmailAddress> settle(Collection<EmailAddress> addresses, Instant until) {
        Set<EmailKey> keys = addresses.stream().map(EmailAddress::key).collect(Collectors.toSet());
        return moved(wish -> keys.contains(wish.key()) && until.equals(wish.dueAt()), null, keys.size());
    }

    private List<EmailAddress> moved(Predicate<Wish> which, @Nullable Instant dueAt, int limit) {
        List<Wish> found =
                wishes.rows().filter(which).sorted(LONGEST_FIRST).limit(limit).toList();
        found.forEach(wish -> wishes.put(wish.due(dueAt)));
        return found.stream().map(Wish::address).toList();
    }

    @Override
    public void forget(Instant askedBefore) {
        wishes.rows()
                .filter(wish -> wish.askedAt().isBefore(askedBefore))
                .toList()
                .forEach(wish -> wishes.remove(wish.key()));
    }
}
