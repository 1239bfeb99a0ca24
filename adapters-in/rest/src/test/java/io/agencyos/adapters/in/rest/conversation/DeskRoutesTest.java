package io.agencyos.adapters.in.rest.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.http.testing.Caller;
import io.agencyos.adapters.in.rest.testing.DeskBook;
import io.agencyos.adapters.in.rest.testing.DeskWorld;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.Lead;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A search and a note over HTTP. */
class DeskRoutesTest {

    private final AtomicReference<DeskWorld> desk = new AtomicReference<>();
    private final ApiUnderTest api = ApiUnderTest.with(world -> {
        desk.set(new DeskWorld(world));
        return desk.get().routes();
    });
    private final DeskBook book = new DeskBook(desk.get(), api.client());

    @AfterEach
    void stop() {
        api.close();
    }

    @Test // api 9.2, 9.6, 3, 4
    void a_lead_is_found_and_noted_by_its_own_client_only() {
        Lead lead = book.lead();
        Caller member = api.as(Role.MEMBER);

        Answer found =
                api.as(Role.VIEWER).get("/search?q=" + lead.person().fullName().substring(0, 3));
        Answer noted = member.post("/leads/" + lead.id().text() + "/notes", "{'text':'Prefers calls after four.'}");

        assertThat(found.at("/items/0/type")).isEqualTo("lead");
        assertThat(found.at("/items/0/id")).isEqualTo(lead.id().text());
        assertThat(noted.status()).isEqualTo(201);
        assertThat(member.get("/leads/" + lead.id().text() + "/activities").at("/items/0/detail"))
                .isEqualTo("Prefers calls after four.");
        assertThat(member.get("/search?q=x").status()).isEqualTo(422);
        assertThat(member.get("/search").status()).isEqualTo(422);
        assertThat(member.post("/leads/" + lead.id().text() + "/notes", "{'text':' '}")
                        .status())
                .isEqualTo(422);
        assertThat(api.as(Role.VIEWER)
                        .post("/leads/" + lead.id().text() + "/notes", "{'text':'x'}")
                        .status())
                .isEqualTo(403);
        assertThat(api.stranger().get("/search?q=ab").status()).isEqualTo(404);
    }
}
