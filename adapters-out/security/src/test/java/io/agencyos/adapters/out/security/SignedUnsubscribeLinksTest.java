package io.agencyos.adapters.out.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.outreach.mail.UnsubscribeLinks.Subject;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.LeadId;
import io.agencyos.domain.shared.TouchId;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.Test;

// outreach 8.6
class SignedUnsubscribeLinksTest {

    private static final URI BASE = URI.create("https://agency.example/u/");
    private static final Subject SUBJECT =
            new Subject(new ClientId(new UUID(1, 2)), new LeadId(new UUID(3, 4)), new TouchId(new UUID(5, 6)));

    private final SignedUnsubscribeLinks links = links("ab");

    private static SignedUnsubscribeLinks links(String digits) {
        return new SignedUnsubscribeLinks(InstallationSecret.of(digits.repeat(32)), () -> BASE);
    }

    private String token() {
        return token(links.of(SUBJECT));
    }

    private static String token(URI link) {
        return link.toString().substring(BASE.toString().length());
    }

    @Test
    void a_link_names_whom_it_is_for_and_stays_the_same() {
        assertThat(links.read(token())).contains(SUBJECT);
        assertThat(links.of(SUBJECT)).isEqualTo(links("ab").of(SUBJECT));
    }

    @Test
    void no_changed_token_is_believed() {
        String token = token();
        for (int i = 0; i < token.length() - 1; i++) {
            String changed = token.substring(0, i) + (token.charAt(i) == 'A' ? 'B' : 'A') + token.substring(i + 1);
            assertThat(links.read(changed)).isEmpty();
        }
    }

    @Test
    void neither_another_installation_nor_rubbish_is_believed() {
        assertThat(links("cd").read(token())).isEmpty();
        assertThat(links.read("")).isEmpty();
        assertThat(links.read("%%%")).isEmpty();
        assertThat(links.read(token() + "AAAA")).isEmpty();
        assertThat(links.read(token().substring(4))).isEmpty();
    }
}
