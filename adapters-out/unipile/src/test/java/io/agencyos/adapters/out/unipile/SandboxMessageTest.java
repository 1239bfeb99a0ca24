package io.agencyos.adapters.out.unipile;

import io.agencyos.domain.shared.TouchKind;

class SandboxMessageTest extends SandboxOutreach {

    SandboxMessageTest() {
        super(TouchKind.LI_MESSAGE, "POST .*/chats$");
    }
}
