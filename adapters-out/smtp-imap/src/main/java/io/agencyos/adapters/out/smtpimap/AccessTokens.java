package io.agencyos.adapters.out.smtpimap;

import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;

/** Access tokens that are valid now. */
interface AccessTokens {

    Result<String, VendorFailure> current(MailCredential.Consent consent);

    /** The token was refused: the next one is fetched anew. */
    void forget(MailCredential.Consent consent);
}
