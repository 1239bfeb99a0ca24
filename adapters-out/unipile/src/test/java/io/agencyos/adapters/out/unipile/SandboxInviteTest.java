package io.agencyos.adapters.out.unipile;

import io.agencyos.domain.shared.TouchKind;

class SandboxInviteTest extends SandboxOutreach {

    SandboxInviteTest() {
        super(TouchKind.LI_INVITE, "POST .*/users/invite$");
    }
}
