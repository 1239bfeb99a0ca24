package io.agencyos.adapters.in.rest.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.http.testing.MemoryWorld;
import io.agencyos.adapters.in.rest.testing.CallsInMemory;
import io.agencyos.application.outreach.recording.CallBook;
import io.agencyos.application.outreach.recording.RecordingFiles;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.outreach.call.CallResult;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.EnrolmentId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.TouchId;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CallRoutesTest {

    private static final UUID CALL = new UUID(0, 77);
    private static final UUID MUTE = new UUID(0, 78);

    private CallsInMemory calling;
    private final ApiUnderTest api = ApiUnderTest.with(on -> {
        calling = new CallsInMemory(on);
        return List.of(new CallRoutes(calling.useCases.keep()));
    });

    @AfterEach
    void stop() {
        api.close();
    }

    @BeforeEach
    void somebody_was_called() {
        MemoryWorld world = api.world();
        world.units.inTenant(TenantScope.worker(api.client()), () -> {
            calling.calls.add(call(CALL, "AI: Is now a bad time? User: Friday works."));
            calling.calls.add(call(MUTE, null));
            calling.archive.recorded(api.client(), CALL, world.clock.now());
        });
    }

    private CallBook.Call call(UUID id, @org.jspecify.annotations.Nullable String transcript) {
        return new CallBook.Call(
                id,
                api.client(),
                new LeadId(new UUID(0, 1)),
                new CampaignId(new UUID(0, 2)),
                new EnrolmentId(new UUID(0, 3)),
                new TouchId(new UUID(0, 4)),
                1,
                "fake-voice",
                id.toString(),
                null,
                new PhoneNumber("+61491570006"),
                api.world().clock.now(),
                api.world().clock.now().plusSeconds(121),
                121,
                CallResult.MEETING_REQUESTED,
                "Agreed to meet.",
                transcript,
                BigDecimal.ZERO);
    }

    @Test // api 9.11: text only, no recording
    void a_call_is_shown_with_what_was_said() {
        Answer shown = api.as(Role.VIEWER).get("/calls/" + CALL);
        assertThat(shown.at("/status")).isEqualTo("completed");
        assertThat(shown.at("/outcome")).isEqualTo("meeting_requested");
        assertThat(shown.at("/duration_s")).isEqualTo("121");
        assertThat(shown.at("/lines/1/speaker")).isEqualTo("lead");
        assertThat(shown.at("/lines/1/text")).isEqualTo("Friday works.");
        assertThat(api.as(Role.VIEWER).get("/calls/" + new UUID(0, 99)).status())
                .isEqualTo(404);
    }

    @Test // outreach 19.9: the log of a number
    void the_calls_of_a_number_are_listed_for_admins() {
        Answer log = api.as(Role.ADMIN).get("/calls?number=0491%20570%20006");
        assertThat(log.at("/items/0/to")).as(log.text()).isEqualTo("+61491570006");
        assertThat(log.at("/items/0/outcome")).isEqualTo("meeting_requested");
        assertThat(log.json().at("/items").size()).isEqualTo(2);
        assertThat(api.as(Role.MEMBER).get("/calls?number=0491570006").code()).isEqualTo("role_required");
        assertThat(api.as(Role.ADMIN).get("/calls").status()).isEqualTo(422);
    }

    @Test // outreach 10.9
    void an_admin_hears_what_was_said() {
        api.world().units.inTenant(TenantScope.worker(api.client()), () -> {
            calling.files.append(api.client(), CALL, 0, "sound".getBytes(StandardCharsets.US_ASCII));
            calling.files.complete(
                    api.client(),
                    CALL,
                    new RecordingFiles.Copy(
                            5, "ab".repeat(32), api.world().clock.now()));
        });
        Answer sound = api.as(Role.ADMIN).get("/calls/" + CALL + "/recording");
        assertThat(sound.status()).isEqualTo(200);
        assertThat(sound.text()).isEqualTo("sound");
        assertThat(api.as(Role.ADMIN).get("/calls/" + MUTE + "/recording").status())
                .isEqualTo(404);
    }

    @Test // api 9.11, outreach 10.9: reason required, admins only
    void a_recording_is_held_with_a_reason_and_let_go_again() {
        String hold = "/calls/" + CALL + "/recording-hold";
        String reason = "{'reason':'A complaint is being looked into.'}";
        assertThat(api.as(Role.ADMIN).post(hold, "{'reason':'short'}").status()).isEqualTo(422);
        assertThat(api.as(Role.MEMBER).post(hold, reason).code()).isEqualTo("role_required");
        assertThat(api.as(Role.ADMIN).post(hold, reason).status()).isEqualTo(204);
        assertThat(api.as(Role.ADMIN).delete(hold).status()).isEqualTo(204);
        assertThat(api.as(Role.ADMIN)
                        .post("/calls/" + MUTE + "/recording-hold", reason)
                        .code())
                .isEqualTo("not_eligible");
    }
}
