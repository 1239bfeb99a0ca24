package io.agencyos.adapters.in.rest.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.http.testing.Caller;
import io.agencyos.adapters.in.http.testing.ConversationInMemory;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.conversation.Reply;
import io.agencyos.domain.lead.Lead;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is refused of what people write; what leaves is told by the stories. Source: api 9.6, 9.11. */
class ResponseRoutesTest {

    private final ConversationInMemory conversation = new ConversationInMemory(id -> Optional.empty());
    private final ApiUnderTest api = conversation.start(ReplyDesk::on);

    @AfterEach
    void stop() {
        api.close();
    }

    private static Caller keyed(Caller caller) {
        return caller.with("Idempotency-Key", UUID.randomUUID().toString());
    }

    @Test // api 9.11 responses: M I; a lead in no run has nobody to be answered by
    void an_answer_wants_a_member_words_and_a_run() {
        Lead lead = conversation.lead();
        Reply reply = conversation.mails(lead, "What does it cost per month?");
        String path = "/replies/" + reply.id().text() + "/responses";
        String words = "{'body':'It depends on what you need.'}";
        Caller member = api.as(Role.MEMBER);

        assertThat(keyed(api.as(Role.VIEWER)).post(path, words).status()).isEqualTo(403);
        assertThat(keyed(member).post(path, "{'body':' '}").status()).isEqualTo(422);
        assertThat(keyed(member)
                        .post("/replies/" + UUID.randomUUID() + "/responses", words)
                        .status())
                .isEqualTo(404);
        Answer answer = keyed(member).post(path, words);
        assertThat(answer.status()).as(answer.text()).isEqualTo(409);
        assertThat(answer.at("/code")).isEqualTo("not_eligible");
        assertThat(member.delete(path + "/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(member.delete(path + "/no-id").status()).isEqualTo(404);
    }

    @Test // api 9.6 messages: M I
    void a_message_names_what_is_wrong_with_it_all_at_once() {
        Lead lead = conversation.lead();
        String path = "/leads/" + lead.id().text() + "/messages";
        Caller member = keyed(api.as(Role.MEMBER));
        Answer wrong = member.post(path, "{'channel':'voice','body':'Hello Priya.'}");
        assertThat(wrong.status()).as(wrong.text()).isEqualTo(422);
        assertThat(wrong.text()).contains("channel_not_writable");
        Answer longer = member.post(
                path,
                "{'channel':'email','body':'%s','override':{'checks':['too_recent'],'reason':'%s'}}"
                        .formatted("x".repeat(3001), "y".repeat(501)));
        assertThat(longer.text()).contains("/body", "/override/reason");
        Answer bare = keyed(api.as(Role.MEMBER)).post(path, "{'channel':'email','body':'Hello Priya.'}");
        assertThat(bare.text()).contains("/subject");
        Answer nowhere = keyed(api.as(Role.MEMBER))
                .post(path, "{'channel':'email','subject':'One more thing','body':'Hello Priya.'}");
        assertThat(nowhere.status()).as(nowhere.text()).isEqualTo(409);
        assertThat(keyed(api.as(Role.VIEWER))
                        .post(path, "{'channel':'email','subject':'One more thing','body':'Hello Priya.'}")
                        .status())
                .isEqualTo(403);
    }

    @Test // api 9.6 compose-draft: GET, PUT, DELETE; M nk
    void a_text_that_is_not_sent_is_kept_for_its_writer() {
        String path = "/leads/" + conversation.lead().id().text() + "/compose-draft";
        Caller member = api.as(Role.MEMBER);
        assertThat(member.get(path).at("/channel")).isEqualTo("email");
        assertThat(member.put(path + "?channel=sms", "{'body':'Hi Priya'}").at("/body"))
                .isEqualTo("Hi Priya");
        assertThat(member.get(path + "?channel=sms").at("/body")).isEqualTo("Hi Priya");
        assertThat(member.get(path).json().path("body").isNull()).isTrue();
        assertThat(api.as(Role.VIEWER).get(path).status()).isEqualTo(403);
        assertThat(member.put(path, "{'body':'%s'}".formatted("x".repeat(50_001)))
                        .status())
                .isEqualTo(422);
        assertThat(member.delete(path + "?channel=sms").status()).isEqualTo(204);
        assertThat(member.get(path + "?channel=sms").json().path("body").isNull())
                .isTrue();
    }
}
