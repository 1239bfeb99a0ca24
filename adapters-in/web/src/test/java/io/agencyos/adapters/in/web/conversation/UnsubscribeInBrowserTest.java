package io.agencyos.adapters.in.web.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.http.testing.ConversationInMemory;
import io.agencyos.adapters.in.http.testing.browser.Chromium;
import io.agencyos.adapters.in.http.testing.browser.Page;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadStatus;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The opt-out page as somebody uses it who clicked on the link in a mail. Source: outreach 8.6, RFC 8058. */
class UnsubscribeInBrowserTest {

    @TempDir
    Path profile;

    @Test
    void opening_it_changes_nothing_and_its_button_stops_the_mails() {
        assumeTrue(Chromium.isHere(), Chromium.MISSING);
        ConversationInMemory conversation = new ConversationInMemory(id -> Optional.empty());
        try (ApiUnderTest api = conversation.start(on -> List.of(new UnsubscribeRoutes(
                        on.useCases().showUnsubscribe(), on.useCases().unsubscribe(), on.optOutLinks())));
                Chromium chromium = Chromium.start(profile)) {
            Lead lead = conversation.lead();
            URI link = api.uri(conversation.link(lead));
            Page page = chromium.page();

            page.open(link);
            assertThat(page.text("main")).contains("Do you want Northlight to stop writing to you?");
            assertThat(page.requests()).containsExactly("GET " + link);
            assertThat(conversation.reread(lead)).isEqualTo(lead);
            assertThat(conversation.suppressions()).isEmpty();

            page.click("button");
            page.await("document.body.innerText.includes(\"will not write to you again\")");
            assertThat(conversation.reread(lead).status()).isEqualTo(LeadStatus.UNSUBSCRIBED);
            assertThat(conversation.suppressions()).isNotEmpty();

            page.click("#reason");
            page.type("Too many <mails> & \"offers\"");
            page.click("button");
            page.await("document.body.innerText.includes(\"Thank you for telling us why\")");

            assertThat(page.requests()).containsExactly("GET " + link, "POST " + link, "POST " + link);
            assertThat(page.complaints()).isEmpty();
        }
    }
}
