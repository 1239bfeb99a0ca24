package io.agencyos.adapters.out.unipile;

import io.agencyos.domain.shared.TouchKind;

/** The same kit in the vendor's second dialect. */
class SandboxSecondInviteTest extends SandboxOutreach {

    SandboxSecondInviteTest() {
        super(TouchKind.LI_INVITE, "POST .*/users/me/relation-requests$", UnipileAccount.Dialect.V2);
    }
}
