package io.agencyos.application.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.allocation.AllocationScenario.Asking;
import io.agencyos.application.lead.store.LeadQueries;
import io.agencyos.application.lead.store.LeadQueries.Filter;
import io.agencyos.application.lead.store.Suppressions;
import io.agencyos.application.outreach.bulk.BulkAction;
import io.agencyos.application.outreach.bulk.BulkLeadActions;
import io.agencyos.application.outreach.bulk.BulkOrder;
import io.agencyos.application.outreach.bulk.BulkOrder.Whom;
import io.agencyos.application.platform.flow.Flow;
import io.agencyos.application.platform.flow.StepResult;
import io.agencyos.application.platform.flow.StepsByHand;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.campaign.enrolment.EnrolmentState;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.flow.Counts;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What people do to many leads with one order: the same in memory and on PostgreSQL. Source: api 9.6 bulk-actions. */
public abstract class BulkLeadStories extends SingleLeadSteps {

    protected abstract LeadQueries leadQueries();

    private Flow<?> flow(String name) {
        return BulkBook.flows(scenario(), leadQueries()).stream()
                .filter(flow -> flow.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private StepResult.Done act(Asking asking, BulkAction action, List<LeadId> leads) {
        String name = action == BulkAction.DELETE ? BulkLeadActions.DELETION : BulkLeadActions.FLOW;
        BulkOrder order =
                new BulkOrder(action, new Whom.Named(leads), SuppressionReason.COMPETITOR, "Sells what we sell.", null);
        return (StepResult.Done) new StepsByHand(flow(name), scenario().on().units(), List.of())
                .of(asking.client(), order.params(), scenario().now())
                .getFirst();
    }

    private List<AuditEntry> trail(Asking asking, BulkAction action) {
        return scenario().read(asking.client(), () -> scenario().on().audit().newest(asking.client(), 50)).stream()
                .filter(entry -> action.wire().equals(entry.metadata().get("action")))
                .toList();
    }

    private static LeadId nobody() {
        return new LeadId(UUID.randomUUID());
    }

    @Test // api 9.6: pause, resume; who is unknown keeps nobody else waiting; repeating changes nothing
    void many_leads_are_paused_and_resumed_by_one_order() {
        Asking asking = scenario().asking();
        Lead one = scenario().lead(asking);
        Lead two = scenario().lead(asking);
        Lead other = scenario().lead(asking);
        LeadId unknown = nobody();
        List<LeadId> named = List.of(one.id(), unknown, two.id());

        StepResult.Done paused = act(asking, BulkAction.PAUSE, named);

        assertThat(paused.counts()).isEqualTo(new Counts(3, 2, 0, 1, 0));
        assertThat(paused.outcome().counts()).isEqualTo(Map.of("done", 2L, "not_found", 1L));
        assertThat(paused.outcome().lists().get("refused"))
                .containsExactly(Map.of("lead_id", unknown.text(), "code", "not_found"));
        assertThat(Stream.of(one, two)
                        .map(scenario()::reread)
                        .map(lead -> lead.care().pausedAt()))
                .containsOnly(scenario().now());
        assertThat(scenario().reread(one).version()).isEqualTo(one.version() + 1);
        assertThat(scenario().reread(other)).isEqualTo(other);
        assertThat(trail(asking, BulkAction.PAUSE)).hasSize(1);

        assertThat(act(asking, BulkAction.PAUSE, named).counts()).isEqualTo(paused.counts());
        assertThat(scenario().reread(one).version()).as("paused already").isEqualTo(one.version() + 1);
        assertThat(trail(asking, BulkAction.PAUSE)).hasSize(1);

        scenario()
                .run(
                        asking.client(),
                        () -> scenario()
                                .on()
                                .world()
                                .leads()
                                .leads()
                                .setBlocks(
                                        asking.client(),
                                        Map.of(two.id(), Optional.of(new Lead.Block("manual_mode", null)))));
        act(asking, BulkAction.RESUME, named);
        assertThat(scenario().reread(two).care().pausedAt()).isNull();
        assertThat(scenario().reread(two).block()).as("planning asks again").isNull();
        assertThat(trail(asking, BulkAction.RESUME))
                .singleElement()
                .satisfies(entry -> assertThat(entry.metadata().get("leads"))
                        .contains(one.id().text(), two.id().text()));
    }

    @Test // api 9.6: archive; POOL-3: only a sequence that ended without an answer is put away
    void each_lead_is_refused_as_it_would_be_alone() {
        Asking asking = scenario().asking();
        Lead ended = scenario().lead(asking, scenario().person(), LeadStatus.COMPLETED, null);
        Lead running = scenario().lead(asking, scenario().person(), LeadStatus.SCORED, null);
        List<LeadId> named = List.of(ended.id(), running.id());

        StepResult.Done done = act(asking, BulkAction.ARCHIVE, named);

        assertThat(done.outcome().counts()).isEqualTo(Map.of("done", 1L, "not_eligible", 1L));
        assertThat(scenario().reread(ended).status()).isEqualTo(LeadStatus.ARCHIVED);
        assertThat(scenario().reread(running).status()).isEqualTo(LeadStatus.SCORED);
        assertThat(act(asking, BulkAction.ARCHIVE, named).outcome().counts())
                .as("put away is put away")
                .isEqualTo(done.outcome().counts());
    }

    @Test // api 9.6: suppress; outreach 6.1: under every address, and what was under way stops
    void suppressed_leads_are_on_the_list_and_their_outreach_stops() {
        Asking asking = scenario().asking();
        Lead lead = added(add(asking, said(me + "@harbourlane.example"), true));
        Lead other = added(add(asking, said("x" + me + "@harbourlane.example"), true));

        act(asking, BulkAction.SUPPRESS, List.of(lead.id()));

        assertThat(standing(asking, lead)).isNotEmpty().allSatisfy(entry -> {
            assertThat(entry.reason()).isEqualTo(SuppressionReason.COMPETITOR);
            assertThat(entry.note()).isEqualTo("Sells what we sell.");
        });
        assertThat(standing(asking, lead).stream().map(Suppression::groupId).distinct())
                .as("taken off together")
                .hasSize(1);
        assertThat(standing(asking, other)).isEmpty();
        assertThat(enrolments(asking, List.of(lead)).values())
                .extracting(Enrolment::state)
                .containsExactly(EnrolmentState.STOPPED);
        assertThat(enrolments(asking, List.of(other)).values())
                .extracting(Enrolment::state)
                .doesNotContain(EnrolmentState.STOPPED);
    }

    private List<Suppression> standing(Asking asking, Lead lead) {
        return scenario()
                .read(
                        asking.client(),
                        () -> List.copyOf(scenario()
                                .on()
                                .world()
                                .leads()
                                .suppressions()
                                .findByKeys(
                                        asking.client(),
                                        Suppressions.Subject.of(lead).keys())
                                .values()));
    }

    @Test // api 9.6: delete; POOL-9: as one that is taken away alone; twice is not_found
    void deleted_leads_are_gone_and_their_people_are_free() {
        Asking asking = scenario().asking();
        Lead lead = added(add(asking, said(me + "@harbourlane.example"), true));

        act(asking, BulkAction.DELETE, List.of(lead.id()));

        assertThat(scenario()
                        .read(
                                asking.client(),
                                () -> scenario().on().world().leads().leads().find(asking.client(), lead.id())))
                .isEmpty();
        assertThat(claims(asking, List.of(lead))).isEmpty();
        assertThat(trail(asking, BulkAction.DELETE))
                .extracting(AuditEntry::action)
                .containsExactly(AuditAction.DELETE);
        assertThat(act(asking, BulkAction.DELETE, List.of(lead.id())).outcome().counts())
                .isEqualTo(Map.of("done", 0L, "not_found", 1L));
    }

    private StepResult.Done act(Asking asking, BulkOrder order) {
        return (StepResult.Done)
                new StepsByHand(flow(BulkLeadActions.FLOW), scenario().on().units(), List.of())
                        .of(asking.client(), order.params(), scenario().now())
                        .getFirst();
    }

    @Test // api 9.6: ids or filter; page by page, and who is changed on the way is not met twice
    void the_leads_of_a_choice_are_changed_page_by_page() {
        Asking asking = scenario().asking();
        List<Lead> wanted = Stream.generate(
                        () -> scenario().lead(asking, scenario().person(), LeadStatus.COMPLETED, null))
                .limit(130)
                .toList();
        Lead other = scenario().lead(asking, scenario().person(), LeadStatus.SCORED, null);
        scenario().advance(Duration.ofMinutes(1));
        Lead late = scenario().lead(asking, scenario().person(), LeadStatus.COMPLETED, null);
        Filter completed = new Filter(Set.of(), Set.of(), Set.of(LeadStatus.COMPLETED), null, null, null, null, null);

        StepResult.Done done = act(
                asking,
                new BulkOrder(BulkAction.ARCHIVE, new Whom.Chosen(completed), SuppressionReason.OTHER, null, null));

        assertThat(done.counts()).isEqualTo(new Counts(130, 130, 0, 0, 0));
        assertThat(wanted.stream().map(scenario()::reread).map(Lead::status)).containsOnly(LeadStatus.ARCHIVED);
        assertThat(scenario().reread(other)).isEqualTo(other);
        assertThat(scenario().reread(late)).as("it came after the order").isEqualTo(late);
    }

    @Test // api 9.6: assign_campaign; POOL-8.5: nobody whom a campaign has, nobody suppressed
    void named_leads_are_put_into_a_campaign() {
        Asking asking = scenario().asking();
        Lead free = scenario().lead(asking, scenario().person(), LeadStatus.SCORED, null);
        Lead barred = scenario().lead(asking, scenario().person(), LeadStatus.SCORED, null);
        Lead over = scenario().lead(asking, scenario().person(), LeadStatus.COMPLETED, null);
        act(asking, BulkAction.SUPPRESS, List.of(barred.id()));

        StepResult.Done done = act(
                asking,
                new BulkOrder(
                        BulkAction.ASSIGN_CAMPAIGN,
                        new Whom.Named(List.of(free.id(), barred.id(), over.id())),
                        SuppressionReason.OTHER,
                        null,
                        asking.campaign().id()));

        assertThat(scenario().reread(free).campaignId())
                .isEqualTo(asking.campaign().id());
        assertThat(done.outcome().counts())
                .containsEntry("done", 1L)
                .containsEntry("not_eligible", 1L)
                .containsEntry("client_suppressed", 1L);
        assertThat(trail(asking, BulkAction.ASSIGN_CAMPAIGN)).hasSize(1);
        assertThat(flow(BulkLeadActions.FLOW)
                        .read()
                        .apply(Map.of(
                                "action",
                                "assign_campaign",
                                "lead_ids",
                                free.id().text())))
                .isInstanceOf(Result.Err.class);
        assertThat(flow(BulkLeadActions.DELETION).read().apply(Map.of("action", "delete")))
                .as("an order for nobody in particular is none")
                .isInstanceOf(Result.Err.class);
    }

    @Test // api 9.6: ids[≤1000]; a set at a time; deletion is a flow of its own, for administrators
    void an_order_has_at_most_a_thousand_leads_and_its_flow_knows_its_actions() {
        Asking asking = scenario().asking();
        Lead last = scenario().lead(asking);
        List<LeadId> many = Stream.concat(IntStream.range(0, 999).mapToObj(number -> nobody()), Stream.of(last.id()))
                .toList();

        assertThat(act(asking, BulkAction.PAUSE, many).counts()).isEqualTo(new Counts(1000, 1, 0, 999, 0));
        assertThat(scenario().reread(last).care().pausedAt()).isNotNull();
        List<LeadId> more = Stream.concat(many.stream(), Stream.of(nobody())).toList();
        assertThat(read(BulkLeadActions.FLOW, BulkAction.PAUSE, many)).isTrue();
        assertThat(read(BulkLeadActions.FLOW, BulkAction.PAUSE, more)).isFalse();
        assertThat(read(BulkLeadActions.FLOW, BulkAction.PAUSE, List.of())).isFalse();
        assertThat(read(BulkLeadActions.FLOW, BulkAction.DELETE, many)).isFalse();
        assertThat(read(BulkLeadActions.DELETION, BulkAction.DELETE, many)).isTrue();
    }

    private boolean read(String flow, BulkAction action, List<LeadId> leads) {
        return flow(flow)
                .read()
                .apply(new BulkOrder(action, new Whom.Named(leads), SuppressionReason.OTHER, null, null).params())
                .toOptional()
                .isPresent();
    }
}
