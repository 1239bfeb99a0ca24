package io.agencyos.adapters.out.unipile;

import io.agencyos.domain.shared.TouchKind;

/** The same kit in the vendor's second dialect. */
class SandboxSecondMessageTest extends SandboxOutreach {

    SandboxSecondMessageTest() {
        super(TouchKind.LI_MESSAGE, "POST .*/chats/send$", UnipileAccount.Dialect.V2);
    }
}
