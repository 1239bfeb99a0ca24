package io.agencyos.application.testing;

import io.agencyos.application.client.AccessTokens;
import io.agencyos.application.client.AccessTokensContract;

class TokenBookTest extends AccessTokensContract {

    private final AccessTokens book = new TokenBook(now::get);

    @Override
    protected AccessTokens tokens() {
        return book;
    }
}
