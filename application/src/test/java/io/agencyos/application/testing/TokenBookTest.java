package io.agencyos.application.testing;

import io.agencyos.application.client.identity.AccessTokensContract;
import io.agencyos.application.client.identity.store.AccessTokens;

class TokenBookTest extends AccessTokensContract {

    private final AccessTokens book = new TokenBook(now::get);

    @Override
    protected AccessTokens tokens() {
        return book;
    }
}
