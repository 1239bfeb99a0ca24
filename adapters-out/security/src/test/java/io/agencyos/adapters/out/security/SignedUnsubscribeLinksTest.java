package io.agencyos.adapters.out.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.outreach.mail.UnsubscribeLinks;
import io.agencyos.application.outreach.mail.UnsubscribeLinksContract;
import org.junit.jupiter.api.Test;

// outreach 8.6
class SignedUnsubscribeLinksTest extends UnsubscribeLinksContract {

    private final SignedUnsubscribeLinks links = links("ab");

    private static SignedUnsubscribeLinks links(String digits) {
        return new SignedUnsubscribeLinks(InstallationSecret.of(digits.repeat(32)), () -> BASE);
    }

    @Override
    protected UnsubscribeLinks links() {
        return links;
    }

    @Test // nothing is stored
    void a_link_is_the_same_after_a_restart() {
        assertThat(links("ab").of(SUBJECT)).isEqualTo(links.of(SUBJECT));
        assertThat(links("ab").read(token())).contains(SUBJECT);
    }

    @Test
    void another_installations_links_are_not_believed() {
        assertThat(links("cd").read(token())).isEmpty();
    }
}
