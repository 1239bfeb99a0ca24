package io.agencyos.adapters.out.smtpimap;

import io.agencyos.application.resource.Mailboxes.Provider;
import io.agencyos.domain.shared.contact.EmailAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Where a person lets us read and send for a mailbox (RFC 6749, 4.1), and as whom this installation asks.
 *
 * @param clientId this installation's registration with the provider
 * @param scope what is asked for: SMTP, IMAP and a refresh token
 */
public record ConsentPage(
        Provider provider, URI page, URI tokenEndpoint, String clientId, String clientSecret, String scope) {

    /** Google's. */
    public static ConsentPage google(String clientId, String clientSecret) {
        return new ConsentPage(
                Provider.GOOGLE,
                URI.create("https://accounts.google.com/o/oauth2/v2/auth"),
                URI.create("https://oauth2.googleapis.com/token"),
                clientId,
                clientSecret,
                "https://mail.google.com/");
    }

    /** Microsoft's, for accounts of any organisation. */
    public static ConsentPage outlook(String clientId, String clientSecret) {
        return new ConsentPage(
                Provider.OUTLOOK,
                URI.create("https://login.microsoftonline.com/common/oauth2/v2.0/authorize"),
                URI.create("https://login.microsoftonline.com/common/oauth2/v2.0/token"),
                clientId,
                clientSecret,
                "offline_access https://outlook.office.com/IMAP.AccessAsUser.All https://outlook.office.com/SMTP.Send");
    }

    /** The page for this mailbox; a query in {@code back} travels as the state, since providers compare the address. */
    URI urlFor(EmailAddress address, URI back) {
        return URI.create(page + "?response_type=code&access_type=offline&prompt=consent"
                + parameter("client_id", clientId)
                + parameter("scope", scope)
                + parameter("redirect_uri", registered(back).toString())
                + parameter("login_hint", address.value())
                + parameter("state", back.getQuery()));
    }

    /** The address as the provider knows it: without query. */
    static URI registered(URI back) {
        String text = back.toString();
        int query = text.indexOf('?');
        return query < 0 ? back : URI.create(text.substring(0, query));
    }

    private static String parameter(String name, @Nullable String value) {
        return value == null ? "" : "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** Shows no secret. */
    @Override
    public String toString() {
        return "ConsentPage[" + provider + "]";
    }
}
