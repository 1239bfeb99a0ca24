package io.agencyos.adapters.out.smtpimap;

import io.agencyos.application.resource.Mailboxes.Provider;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** Turns what a consent page gave into a credential that lasts. Whoever keeps the accounts stores it, encrypted. */
public final class Consents {

    private final TokenEndpoint endpoint;
    private final List<ConsentPage> pages;

    Consents(TokenEndpoint endpoint, List<ConsentPage> pages) {
        this.endpoint = endpoint;
        this.pages = List.copyOf(pages);
    }

    /**
     * @param code what came back from the page
     * @param back the same address as when the person was sent there
     */
    public Result<MailCredential.Consent, VendorFailure> given(Provider provider, String code, URI back) {
        return pages.stream()
                .filter(page -> page.provider() == provider)
                .findFirst()
                .map(page -> exchange(page, code, back))
                .orElseGet(() -> Result.err(Failures.notConfigured("consent")));
    }

    private Result<MailCredential.Consent, VendorFailure> exchange(ConsentPage page, String code, URI back) {
        return endpoint.exchange(
                        page.tokenEndpoint(),
                        Map.of(
                                "grant_type", "authorization_code",
                                "client_id", page.clientId(),
                                "client_secret", page.clientSecret(),
                                "redirect_uri", ConsentPage.registered(back).toString(),
                                "code", code))
                .flatMap(grant -> grant.refreshToken().isEmpty()
                        ? Result.err(Failures.unauthorized("consent", "the provider gave no lasting consent"))
                        : Result.ok(new MailCredential.Consent(
                                page.tokenEndpoint(), page.clientId(), page.clientSecret(), grant.refreshToken())));
    }
}
