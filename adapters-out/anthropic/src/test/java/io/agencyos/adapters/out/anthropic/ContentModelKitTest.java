package io.agencyos.adapters.out.anthropic;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.agencyos.adapters.out.memory.content.FakeContentModel;
import io.agencyos.adapters.out.vendorhttp.Placing;
import io.agencyos.application.content.ContentModelContract;
import io.agencyos.domain.content.KnowledgeBase;
import io.agencyos.domain.shared.id.ClientId;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import tools.jackson.databind.json.JsonMapper;

/** The kit over real HTTP. */
class ContentModelKitTest extends ContentModelContract {

    private final Stubs stubs = new Stubs();

    @AfterEach
    void close() {
        stubs.close();
    }

    @Override
    protected World world() {
        stubs.answers(Stubs.says("{\"ask\":\"Shall we talk?\",\"points\":[\"one\",\"two\"]}"));
        stubs.server.stubFor(WireMock.post(Stubs.MESSAGES)
                .withRequestBody(WireMock.containing("pronunciation"))
                .willReturn(Stubs.says(JsonMapper.builder()
                        .build()
                        .writeValueAsString(FakeContentModel.least(KnowledgeBase.shape())))));
        Anthropic model = new Anthropic(
                client -> Optional.of(Stubs.ACCOUNT).filter(account -> client.equals(Stubs.CLIENT)),
                Placing.everywhere(stubs.settings()),
                stubs.http,
                stubs.clock);
        return new World(
                model,
                Stubs.CLIENT,
                new ClientId(new UUID(0, 3)),
                () -> stubs.answers(Stubs.refuses(529, "overloaded_error", "busy")));
    }
}
