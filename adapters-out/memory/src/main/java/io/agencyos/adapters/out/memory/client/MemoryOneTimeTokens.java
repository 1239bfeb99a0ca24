package io.agencyos.adapters.out.memory.client;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.client.identity.store.OneTimeTokens;
import io.agencyos.domain.client.identity.OneTimeToken;
import io.agencyos.domain.client.identity.OneTimeToken.Purpose;
import io.agencyos.domain.shared.contact.EmailKey;
import io.agencyos.domain.shared.id.UserId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Tokens that are good once, by hash. */
public final class MemoryOneTimeTokens implements OneTimeTokens {

    private final MemoryTable<String, OneTimeToken> tokens;

    public MemoryOneTimeTokens(MemoryUnitOfWork units) {
        tokens = MemoryTable.ofPlatform("one_time_token", units, OneTimeToken::tokenHash);
    }

    @Override
    public void insert(OneTimeToken token) {
        tokens.insert(token);
    }

    @Override
    public Optional<OneTimeToken> findForUpdate(String tokenHash) {
        return tokens.find(tokenHash);
    }

    @Override
    public void update(OneTimeToken token) {
        tokens.put(token);
    }

    @Override
    public Optional<OneTimeToken> openFor(Purpose purpose, EmailKey email, Instant now) {
        return tokens.rows()
                .filter(token -> token.purpose() == purpose && token.isOpen(now))
                .filter(token -> email.value().equals(token.payload().get(EMAIL_KEY)))
                .max(Comparator.comparing(OneTimeToken::expiresAt));
    }

    @Override
    public void close(UserId user, Purpose purpose, Instant at) {
        List<OneTimeToken> open = tokens.rows()
                .filter(token -> user.equals(token.user()) && token.purpose() == purpose && token.usedAt() == null)
                .toList();
        open.forEach(token -> tokens.put(token.used(at)));
    }

    @Override
    public int removeOld(Instant now, int most) {
        var old = tokens.rows()
                .filter(token -> token.expiresAt().isBefore(now.minus(KEPT)))
                .limit(most)
                .toList();
        old.forEach(row -> tokens.remove(row.tokenHash()));
        return old.size();
    }
}
