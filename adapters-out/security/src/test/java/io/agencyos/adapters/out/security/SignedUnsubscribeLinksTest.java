package io.agencyos.adapters.out.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.outreach.mail.UnsubscribeLinks;
import io.agencyos.application.outreach.mail.UnsubscribeLinks.Subject;
import io.agencyos.application.outreach.mail.UnsubscribeLinksContract;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.TouchId;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.Test;

// outreach 8.6
class SignedUnsubscribeLinksTest extends UnsubscribeLinksContract {

    private static final URI ADDRESS = URI.create("https://agency.example/u/");
    private static final Subject SOMEBODY =
            new Subject(new ClientId(new UUID(1, 2)), new LeadId(new UUID(3, 4)), new TouchId(new UUID(5, 6)));

    private static SignedUnsubscribeLinks links(String digits, URI base) {
        return new SignedUnsubscribeLinks(InstallationSecret.of(digits.repeat(32)), () -> base);
    }

    @Override
    protected UnsubscribeLinks links(URI base) {
        return links("ab", base);
    }

    @Test
    void a_link_outlives_the_process_and_is_worth_nothing_in_another_installation() {
        String link = links("ab", ADDRESS).of(SOMEBODY).toString();
        String token = link.substring(ADDRESS.toString().length());

        assertThat(links("ab", ADDRESS).read(token)).contains(SOMEBODY);
        assertThat(links("cd", ADDRESS).read(token)).isEmpty();
    }
}
