package io.agencyos.application.outreach.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.outreach.mail.UnsubscribeLinks.Subject;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.LeadId;
import io.agencyos.domain.shared.TouchId;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Links by which people opt out. Source: outreach 8.6. */
public abstract class UnsubscribeLinksContract {

    protected static final URI BASE = URI.create("https://agency.example/u/");
    protected static final Subject SUBJECT =
            new Subject(new ClientId(new UUID(1, 2)), new LeadId(new UUID(3, 4)), new TouchId(new UUID(5, 6)));

    /** Links that lead to {@link #BASE}. */
    protected abstract UnsubscribeLinks links();

    protected final String token() {
        return links().of(SUBJECT).toString().substring(BASE.toString().length());
    }

    @Test
    void a_link_names_whom_it_is_for_and_stays_the_same() {
        assertThat(links().of(SUBJECT).toString()).startsWith(BASE.toString());
        assertThat(links().read(token())).contains(SUBJECT);
        assertThat(links().of(SUBJECT)).isEqualTo(links().of(SUBJECT));
    }

    @Test
    void everybody_has_a_link_of_their_own() {
        Subject other = new Subject(SUBJECT.client(), new LeadId(new UUID(3, 5)), SUBJECT.touch());

        assertThat(links().of(other)).isNotEqualTo(links().of(SUBJECT));
    }

    @Test // a mail program may cut or wrap it: the token needs no escape in a path
    void a_token_is_one_plain_segment() {
        assertThat(token()).matches("[A-Za-z0-9_-]{40,200}");
    }

    @Test
    void no_changed_token_is_believed() {
        String token = token();
        for (int i = 0; i < token.length() - 1; i++) {
            String changed = token.substring(0, i) + (token.charAt(i) == 'A' ? 'B' : 'A') + token.substring(i + 1);
            assertThat(links().read(changed)).isEmpty();
        }
    }

    @Test
    void rubbish_is_not_believed() {
        String token = token();
        for (String rubbish : new String[] {"", "%%%", token + "AAAA", token.substring(4), "\u0000"}) {
            assertThat(links().read(rubbish)).as(rubbish).isEmpty();
        }
    }
}
