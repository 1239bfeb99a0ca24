package io.agencyos.application.outreach.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.outreach.mail.UnsubscribeLinks.Subject;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.TouchId;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What everything that makes opt-out links must do. Source: outreach 8.6, 6.6. */
public abstract class UnsubscribeLinksContract {

    private static final URI BASE = URI.create("https://agency.example/u/");
    private static final Subject SUBJECT = subject(2, 4, 6);

    /** @param base what every link begins with */
    protected abstract UnsubscribeLinks links(URI base);

    private static Subject subject(int client, int lead, int touch) {
        return new Subject(
                new ClientId(new UUID(1, client)), new LeadId(new UUID(3, lead)), new TouchId(new UUID(5, touch)));
    }

    private static String token(URI link) {
        assertThat(link.toString()).startsWith(BASE.toString());
        return link.toString().substring(BASE.toString().length());
    }

    @Test
    void a_link_names_whom_it_is_for_and_stays_the_same() {
        UnsubscribeLinks links = links(BASE);
        URI link = links.of(SUBJECT);

        assertThat(links.read(token(link))).contains(SUBJECT);
        assertThat(links.of(SUBJECT)).isEqualTo(link);
        assertThat(token(link)).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void everybody_has_another_link() {
        UnsubscribeLinks links = links(BASE);

        assertThat(List.of(SUBJECT, subject(9, 4, 6), subject(2, 9, 6), subject(2, 4, 9)))
                .extracting(links::of)
                .doesNotHaveDuplicates();
    }

    @Test // nobody can make one for somebody else
    void no_changed_token_and_no_rubbish_is_believed() {
        UnsubscribeLinks links = links(BASE);
        String token = token(links.of(SUBJECT));

        for (int i = 0; i < token.length() - 1; i++) {
            String changed = token.substring(0, i) + (token.charAt(i) == 'A' ? 'B' : 'A') + token.substring(i + 1);
            assertThat(links.read(changed)).as(changed).isEmpty();
        }
        for (String rubbish : List.of("", "%%%", token + "AAAA", token.substring(4), "é")) {
            assertThat(links.read(rubbish)).as(rubbish).isEmpty();
        }
    }
}
