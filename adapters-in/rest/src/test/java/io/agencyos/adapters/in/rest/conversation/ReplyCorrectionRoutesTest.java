package io.agencyos.adapters.in.rest.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.http.testing.Caller;
import io.agencyos.adapters.in.http.testing.ConversationInMemory;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.conversation.Reply;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadStatus;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a reply means, said by a person over HTTP. Source: api 9.11. */
class ReplyCorrectionRoutesTest {

    private final ConversationInMemory conversation = new ConversationInMemory(id -> Optional.empty());
    private final ApiUnderTest api = conversation.start(ReplyDesk::on);

    @AfterEach
    void stop() {
        api.close();
    }

    @Test // api 9.11: PATCH with If-Match; the original stays beside the person's word
    void a_member_corrects_what_a_reply_means() {
        Lead lead = conversation.lead();
        Reply reply = conversation.mails(lead, "What does it cost per month?");
        String one = "/replies/" + reply.id().text();
        String stopped = "{'intent':'unsubscribe'}";
        Caller member = api.as(Role.MEMBER);
        String read = "\"v" + reply.version() + "\"";
        Caller knowing = member.with("If-Match", read);

        assertThat(member.patch(one, stopped).status()).as("without If-Match").isEqualTo(428);
        assertThat(api.as(Role.VIEWER)
                        .with("If-Match", read)
                        .patch(one, stopped)
                        .status())
                .isEqualTo(403);
        Answer answer = knowing.patch(one, stopped);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.at("/intent")).isEqualTo("unsubscribe");
        assertThat(answer.at("/original_intent")).isEqualTo("question");
        assertThat(conversation.reread(lead).status()).isEqualTo(LeadStatus.UNSUBSCRIBED);
        assertThat(knowing.patch(one, stopped).status()).isEqualTo(412);
        assertThat(knowing.patch(one, "{'intent':'nonsense'}").status()).isEqualTo(422);
    }
}
