package io.agencyos.adapters.in.rest.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.http.testing.Caller;
import io.agencyos.adapters.in.rest.testing.AllRoutes;
import io.agencyos.adapters.in.rest.testing.CampaignWorld;
import io.agencyos.adapters.in.rest.testing.SetUp;
import io.agencyos.application.outreach.approval.ListApprovals;
import io.agencyos.application.outreach.engine.OutreachStage;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.testing.Outreachbook;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchState;
import io.agencyos.domain.shared.id.CampaignId;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApprovalRoutesTest {

    private static final int BATCH = 50;

    private @Nullable CampaignWorld campaigns;
    private final ApiUnderTest api = ApiUnderTest.with(world -> {
        campaigns = new CampaignWorld(world);
        return AllRoutes.on(world, campaigns);
    });
    private Caller admin = api.as(Role.ADMIN);
    private List<Lead> leads = List.of();
    private String campaign = "";

    @BeforeEach
    void three_touches_wait() {
        SetUp.client(admin);
        campaign = SetUp.campaign(admin, "Growth leads").replace("/campaigns/", "");
        leads = Stream.generate(this::assigned).limit(3).toList();
        api.world().units.inTenant(TenantScope.worker(api.client()), () -> {
            world().leads.insertAll(leads);
            world().outreach
                    .enrolLeads()
                    .enrol(
                            api.client(),
                            new CampaignId(UUID.fromString(campaign)),
                            leads.stream().map(Lead::id).toList());
        });
        for (int hour = 0; hour < 72 && waiting() < leads.size(); hour++) {
            api.world().clock.advance(Duration.ofHours(1));
            for (OutreachStage stage : world().outreach.loop()) {
                stage.run(api.client(), BATCH);
            }
        }
        // a day later nobody's token is good any more
        admin = api.as(Role.ADMIN);
    }

    private Lead assigned() {
        Lead lead = Outreachbook.lead(api.client(), 60);
        return lead.change()
                .campaignId(new CampaignId(UUID.fromString(campaign)))
                .lead();
    }

    private int waiting() {
        return world().outreach
                .listApprovals()
                .of(TenantScope.worker(api.client()), ListApprovals.Filter.ANY, null, BATCH)
                .size();
    }

    @AfterEach
    void stop() {
        api.close();
    }

    private CampaignWorld world() {
        return Objects.requireNonNull(campaigns);
    }

    @Test // api 9.11
    void the_queue_shows_what_waits_with_its_text_lead_and_sender() {
        Caller viewer = api.as(Role.VIEWER);
        Answer queue = viewer.get("/approvals");

        assertThat(ids(queue)).hasSize(3);
        assertThat(queue.at("/items/0/status")).isEqualTo("pending");
        assertThat(queue.at("/items/0/channel")).isEqualTo("email");
        assertThat(queue.at("/items/0/campaign/name")).isEqualTo("Growth leads");
        assertThat(queue.at("/items/0/lead/name")).startsWith("Asha");
        assertThat(queue.json().at("/items/0/lead/als/score").intValue()).isEqualTo(60);
        assertThat(queue.at("/items/0/proposed/subject")).isNotBlank();
        assertThat(queue.at("/items/0/proposed/body")).contains("Northlight Pty Ltd");
        assertThat(queue.json().at("/items/0/proposed/sequence_step").intValue())
                .isEqualTo(1);
        assertThat(viewer.get("/approvals/" + ids(queue).getFirst()).at("/id"))
                .isEqualTo(ids(queue).getFirst());
        assertThat(viewer.pages("/approvals?limit=1").stream().flatMap(page -> ids(page).stream()))
                .containsExactlyElementsOf(ids(queue));
    }

    @Test // api 9.11
    void the_queue_is_filtered() {
        String lead = leads.getFirst().id().text();

        assertThat(ids(admin.get("/approvals?lead_id=" + lead))).hasSize(1);
        assertThat(ids(admin.get("/approvals?campaign_id=" + campaign))).hasSize(3);
        assertThat(ids(admin.get("/approvals?campaign_id=" + UUID.randomUUID())))
                .isEmpty();
        assertThat(ids(admin.get("/approvals?channel=sms"))).isEmpty();
        assertThat(ids(admin.get("/approvals?status=approved"))).isEmpty();
    }

    @Test // api 9.11, outreach 1.4: the first word counts
    void a_member_decides_once_and_a_viewer_never() {
        String approval = "/approvals/" + ids(admin.get("/approvals")).getFirst();

        assertThat(api.as(Role.VIEWER).post(approval + "/approve", "{}").status())
                .isEqualTo(403);
        Answer approved = api.as(Role.MEMBER).post(approval + "/approve", "{}");
        assertThat(approved.at("/status")).isEqualTo("approved");
        assertThat(approved.at("/decided_by/name")).isEqualTo("Sam Oduya");
        Answer again = admin.post(approval + "/reject", "{}");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("approval_not_pending");
        assertThat(again.at("/decision")).isEqualTo("approved");
        assertThat(again.at("/decided_by")).isEqualTo(approved.at("/decided_by/id"));
        assertThat(ids(admin.get("/approvals"))).hasSize(2);
    }

    private Answer patch(Caller caller, String path, String change) {
        String tag = admin.get("/campaigns/" + campaign).header("ETag").orElseThrow();
        return caller.with("If-Match", tag).patch(path, change);
    }

    @Test // outreach 1.4, api 9.4: autopilot approves what waits where it is said beside, and by admins only
    void whoever_switches_to_autopilot_says_whether_what_waits_is_approved() {
        String path = "/campaigns/" + campaign;
        String autopilot = "{'permission_mode':'autopilot'}";
        Caller member = api.as(Role.MEMBER);

        assertThat(patch(member, path + "?approve_pending=true", autopilot).code())
                .isEqualTo("role_required");
        assertThat(patch(admin, path + "?approve_pending=true", "{'description':'Autumn'}")
                        .status())
                .isEqualTo(200);
        assertThat(patch(admin, path, autopilot).status()).isEqualTo(200);
        assertThat(ids(admin.get("/approvals")))
                .as("nothing was approved beside")
                .hasSize(3);

        patch(admin, path, "{'permission_mode':null}");
        Answer switched = patch(admin, path + "?approve_pending=true", autopilot);
        assertThat(switched.at("/permission_mode")).as(switched.text()).isEqualTo("autopilot");
        assertThat(ids(admin.get("/approvals"))).isEmpty();
        assertThat(ids(admin.get("/approvals?status=approved"))).hasSize(3);
        assertThat(admin.get("/audit-events?action=approval.approve").json().path("items"))
                .hasSize(3);
    }

    @Test // outreach 1.4: edit + approve re-runs the checks
    void another_text_is_released_where_it_passes_the_checks() {
        String approval = "/approvals/" + ids(admin.get("/approvals")).getFirst();

        Answer broken = admin.post(approval + "/approve", "{'edited':{'subject':'Hi','body':'Hello {{first_name}}'}}");
        assertThat(broken.status()).isEqualTo(422);
        assertThat(broken.code()).isEqualTo("content_qa_failed");
        assertThat(admin.get(approval).at("/status")).isEqualTo("pending");
    }

    @Test // api 9.11: per-id result
    void several_are_decided_at_once_and_told_apart() {
        List<String> waiting = ids(admin.get("/approvals"));
        admin.post("/approvals/" + waiting.get(0) + "/reject", "{'reason':'not now','action':'stop_lead'}");
        String unknown = UUID.randomUUID().toString();

        Answer answer = admin.post(
                "/approvals/bulk-decisions",
                "{'decision':'approve','ids':['" + waiting.get(0) + "','" + waiting.get(1) + "','" + unknown + "']}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/items/0/code")).isEqualTo("approval_not_pending");
        assertThat(answer.at("/items/0/status")).isEqualTo("rejected");
        assertThat(answer.at("/items/1/status")).isEqualTo("approved");
        assertThat(answer.json().at("/items/1/code").isNull()).isTrue();
        assertThat(answer.at("/items/2/code")).isEqualTo("not_found");
    }

    @Test // outreach 1.2: open enrolments → STOPPED(campaign_completed); open touches cancelled
    void nothing_of_a_campaign_that_is_over_waits_any_more() {
        Answer over = admin.post("/campaigns/" + campaign + "/complete");

        assertThat(over.at("/status")).isEqualTo("completed");
        assertThat(over.json().at("/enrolments/stopped").intValue()).isEqualTo(3);
        assertThat(over.json().at("/enrolments/pending").intValue()).isZero();
        List<Touch> touches = api.world()
                .units
                .inTenant(
                        TenantScope.worker(api.client()),
                        () -> leads.stream()
                                .flatMap(lead -> world().touches.ofLead(api.client(), lead.id()).stream())
                                .toList());
        assertThat(touches).hasSize(3).extracting(Touch::state).containsOnly(TouchState.CANCELLED);
        assertThat(touches).extracting(Touch::code).containsOnly("campaign_completed");
        assertThat(ids(admin.get("/approvals"))).isEmpty();
        assertThat(ids(admin.get("/approvals?status=superseded"))).hasSize(3);
    }

    private static List<String> ids(Answer answer) {
        return answer.json().at("/items").values().stream()
                .map(item -> item.path("id").stringValue())
                .toList();
    }
}
