package io.agencyos.application.testing;

import io.agencyos.application.client.identity.AccessTokens;
import io.agencyos.application.client.identity.AccessTokensContract;

class TokenBookTest extends AccessTokensContract {

    private final AccessTokens book = new TokenBook(now::get);

    @Override
    protected AccessTokens tokens() {
        return book;
    }
}
