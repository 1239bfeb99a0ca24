package io.agencyos.adapters.in.rest.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.http.testing.Caller;
import io.agencyos.adapters.in.rest.testing.AllRoutes;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.client.identity.User;
import io.agencyos.domain.conversation.notice.Notice;
import io.agencyos.domain.conversation.notice.NoticeSeverity;
import io.agencyos.domain.conversation.notice.NoticeTopic;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Source: api 9.16. */
class NoticeRoutesTest {

    private static final ApiUnderTest API = ApiUnderTest.with(AllRoutes::on);

    @AfterAll
    static void stop() {
        API.close();
    }

    private static Notice told(User user, NoticeSeverity severity) {
        UUID id = API.world().ids.next();
        Notice notice = new Notice(
                id,
                API.client(),
                user.id(),
                NoticeTopic.SYSTEM_ALERTS,
                severity,
                "All outreach is stopped",
                "All outreach is stopped.",
                null,
                id.toString(),
                Notice.Ways.IN_APP,
                API.world().clock.now(),
                null);
        API.world()
                .units
                .inTenant(
                        TenantScope.worker(API.client()), () -> API.world().told.add(List.of(notice)));
        return notice;
    }

    @Test
    void a_member_reads_what_was_told_and_nobody_elses() {
        User user = API.world().member(API.client(), "told@agency.example", Role.VIEWER);
        Notice first = told(user, NoticeSeverity.CRITICAL);
        told(user, NoticeSeverity.INFO);
        Caller sam = API.as(user);
        Caller kim = API.as(Role.OWNER);

        Answer critical = sam.get("/notifications?unread=true&severity=critical");
        assertThat(critical.json().path("items")).hasSize(1);
        assertThat(critical.at("/items/0/id")).isEqualTo(first.id().toString());
        assertThat(kim.get("/notifications").json().path("items")).isEmpty();
        assertThat(kim.post("/notifications/" + first.id() + "/read").status()).isEqualTo(404);
        assertThat(sam.post("/notifications/" + first.id() + "/read").status()).isEqualTo(204);
        assertThat(sam.get("/notifications?unread=true").json().path("items")).hasSize(1);
        assertThat(sam.post("/notifications/read-all").status()).isEqualTo(204);
        assertThat(sam.get("/notifications?unread=true").json().path("items")).isEmpty();
        assertThat(sam.get("/notifications").json().path("items")).hasSize(2);
    }

    @Test // sms only for critical; quiet_hours
    void a_person_says_what_they_want_to_be_told() {
        Caller sam = API.as(Role.VIEWER);
        String path = "/api/v1/me/notification-preferences";

        assertThat(sam.get(path).json().path("events")).hasSize(7);
        Answer put = sam.put(
                path,
                "{'events':[{'event':'lead_alerts','email':false,'in_app':true,'push':false,'sms':false,'tiers':['warm']}],"
                    + "'quiet_hours':{'start':'20:00','end':'07:30'}}");
        assertThat(put.status()).isEqualTo(200);
        assertThat(sam.get(path).json()).isEqualTo(put.json());
        assertThat(put.at("/quiet_hours/end")).isEqualTo("07:30");
        assertThat(put.at("/events/0/tiers/0")).isEqualTo("warm");

        String wish = "{'event':'meeting_alerts','email':true,'in_app':true,'push':false,'sms':true,'tiers':[]}";
        assertThat(sam.put(path, "{'events':[" + wish + "]}").at("/errors/0/pointer"))
                .isEqualTo("/events/0/sms");
        assertThat(sam.put(path, "{'events':[" + wish + "," + wish + "]}").at("/errors/0/code"))
                .isEqualTo("duplicate");
        assertThat(sam.get(path).json()).isEqualTo(put.json());
    }
}
