package io.agencyos.application.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.content.AskModel;
import io.agencyos.application.content.ContentModel;
import io.agencyos.application.content.HeardAlarm;
import io.agencyos.application.content.SpendLedger;
import io.agencyos.application.content.SpendOnModels;
import io.agencyos.application.outreach.phone.KnowledgeBook;
import io.agencyos.application.outreach.phone.PrepareCalls;
import io.agencyos.application.shared.RandomSource;
import io.agencyos.application.shared.SideBySide;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.content.KnowledgeBase;
import io.agencyos.domain.content.budget.AiCost;
import io.agencyos.domain.content.budget.AiTask;
import io.agencyos.domain.content.model.ModelClass;
import io.agencyos.domain.content.model.TokenUse;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.platform.Alert;
import io.agencyos.domain.scoring.tier.Treatment.VoiceKnowledge;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.VendorFailure.Details;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a model writes of those who are called, and calls that do without. Source: outreach 10.2, content 3.13. */
public abstract class CallKnowledgeStories extends CallTermsStories {

    private static final String QUIET_WEEKS = "Ask how they fill the quieter weeks.";

    /** A model that answers what it is told to. */
    private static final class Writer implements ContentModel {
        private final List<ModelClass> asked = new ArrayList<>();
        private final List<Turn> turns = new ArrayList<>();
        private Map<String, Object> answer = good();
        private boolean connected = true;
        private @Nullable VendorFailure failure;
        private Runnable meanwhile = () -> {};

        @Override
        public Optional<Quote> quote(ClientId client, ModelClass of, Turn turn) {
            return connected ? Optional.of(new Quote("writer-" + of.wire(), AiCost.dollars("0.04"))) : Optional.empty();
        }

        @Override
        public Result<Exchange, VendorFailure> completeStructured(
                ClientId client, ModelClass of, Turn turn, Duration within) {
            asked.add(of);
            turns.add(turn);
            meanwhile.run();
            return failure == null
                    ? Result.ok(new Exchange(
                            "writer-" + of.wire(),
                            new TokenUse(900, 600, 0, 0),
                            AiCost.dollars("0.01"),
                            new Said.Answer(answer, answer.toString())))
                    : Result.err(failure);
        }
    }

    /** Grants everything up to so much at once. */
    private static final class Purse implements SpendOnModels {
        private final List<AiCost> settled = new ArrayList<>();
        private @Nullable String closedTo;

        @Override
        public Outcome reserve(ClientId client, AiTask task, String item, String model, AiCost estimate) {
            return closedTo != null && model.startsWith(closedTo)
                    ? new Outcome.Refused(Limit.CLIENT, AiCost.dollars("50"), AiCost.dollars("50"))
                    : new Outcome.Granted(UUID.randomUUID());
        }

        @Override
        public void settle(UUID call, AiCost actual, SpendLedger.Note note) {
            settled.add(actual);
        }

        @Override
        public void release(UUID call, SpendLedger.Note note) {
            settled.add(AiCost.ZERO);
        }

        @Override
        public int settleStale() {
            return 0;
        }
    }

    /** Always the same. */
    private static final class Chance implements RandomSource {
        @Override
        public long nextLong() {
            return 7;
        }

        @Override
        public void nextBytes(byte[] target) {
            Arrays.fill(target, (byte) 7);
        }
    }

    private final Writer writer = new Writer();
    private final Purse purse = new Purse();
    private final HeardAlarm alarm = new HeardAlarm();

    private static Map<String, Object> good() {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("pronunciation", "");
        answer.put("company_context", "");
        answer.put("talking_points", List.of(QUIET_WEEKS));
        answer.put("opening_hooks", List.of());
        answer.put("recommended_opener", "Hello, is now a good time?");
        answer.put("pain_points", List.of());
        answer.put(
                "pain_point_questions",
                List.of("What works well today?", "What would you change?", "Who looks after that?"));
        Map<String, Object> objections = new LinkedHashMap<>();
        List.of(
                        "not_interested",
                        "no_budget",
                        "bad_timing",
                        "using_competitor",
                        "need_to_think",
                        "send_info",
                        "too_busy",
                        "call_back_later",
                        "how_did_you_get_my_number",
                        "not_decision_maker")
                .forEach(name -> objections.put(name, "Thank you for telling me."));
        objections.put("custom", List.of());
        answer.put("objection_responses", objections);
        answer.put("do_not_mention", List.of("their competitors"));
        answer.put("transition_phrases", List.of("May I ask one thing?"));
        answer.put("competitor_intel", "");
        answer.put("meeting_ask", "Shall we meet?");
        answer.put("calendar_link_mention", "");
        answer.put("closing_summary", "Thank them.");
        return answer;
    }

    private PrepareCalls.Round prepared(OutreachScenario scenario, VoiceKnowledge worth) {
        AskModel models = new AskModel(writer, purse, alarm, scenario::now, new Chance(), System::nanoTime, wait -> {});
        return new PrepareCalls(
                        book(scenario).knowledge(),
                        models,
                        scenario.on().world().leads().leads(),
                        scenario.on().world().clients(),
                        lead -> worth,
                        new SideBySide(),
                        scenario.on().units(),
                        scenario::now)
                .prepare(scenario.client());
    }

    /** A call is planned and written, and due later today. */
    private static Lead expecting(OutreachScenario scenario) {
        Lead lead = scenario.lead();
        scenario.useCases().plan().run(scenario.client(), 10);
        scenario.useCases().draft().run(scenario.client(), 10);
        return lead;
    }

    private String said(OutreachScenario scenario) {
        scenario.runFor(aDay());
        assertThat(dials()).hasSize(1);
        return String.valueOf(dials().getFirst().facts().get("knowledge"));
    }

    @Test // outreach 10.2: in per-call facts; what was approved and what has to be true stays ours
    void a_call_knows_what_a_model_wrote_of_the_lead() {
        OutreachScenario scenario = autopilot();
        expecting(scenario);
        assertThat(prepared(scenario, VoiceKnowledge.STANDARD)).isEqualTo(new PrepareCalls.Round(1, 0));

        assertThat(said(scenario))
                .contains(QUIET_WEEKS, "too_busy: Thank you for telling me.", "their competitors")
                .contains("prices, discounts and results that do not stand here")
                .doesNotContain("Hello, is now a good time?", "Shall we meet?")
                .containsPattern("how_did_you_get_my_number: We have it from [a-z' ]+\\.");
        assertThat(dials().getFirst().facts().get("opening")).contains("an automated assistant");
    }

    @Test // content 3.13: valid 14 days
    void it_is_written_once_and_again_when_it_is_two_weeks_old() {
        OutreachScenario scenario = autopilot();
        Lead lead = expecting(scenario);
        assertThat(prepared(scenario, VoiceKnowledge.STANDARD).written()).isEqualTo(1);
        assertThat(prepared(scenario, VoiceKnowledge.STANDARD)).isEqualTo(new PrepareCalls.Round(0, 0));
        assertThat(valid(scenario, lead)).isPresent();

        scenario.advance(KnowledgeBase.VALID.minusSeconds(1));
        assertThat(valid(scenario, lead)).isPresent();
        scenario.advance(Duration.ofSeconds(1));
        assertThat(valid(scenario, lead)).isEmpty();
        assertThat(prepared(scenario, VoiceKnowledge.STANDARD).written()).isEqualTo(1);
    }

    private static Optional<KnowledgeBase> valid(OutreachScenario scenario, Lead lead) {
        return Optional.ofNullable(scenario.in(
                        () -> book(scenario).knowledge().valid(scenario.client(), List.of(lead.id()), scenario.now()))
                .get(lead.id()));
    }

    @Test // content 3.13, 3.10: hot by the large model, others by the small one; an empty budget goes down the ladder
    void a_hot_lead_is_worth_the_large_model_while_there_is_money() {
        OutreachScenario scenario = autopilot();
        Lead lead = expecting(scenario);
        prepared(scenario, VoiceKnowledge.PREMIUM);
        assertThat(writer.asked).containsExactly(ModelClass.LARGE);

        expecting(scenario);
        prepared(scenario, VoiceKnowledge.STANDARD);
        assertThat(writer.asked).containsExactly(ModelClass.LARGE, ModelClass.SMALL);

        expecting(scenario);
        purse.closedTo = "writer-large";
        assertThat(prepared(scenario, VoiceKnowledge.PREMIUM).written()).isEqualTo(1);
        assertThat(writer.asked).containsExactly(ModelClass.LARGE, ModelClass.SMALL, ModelClass.SMALL);
        assertThat(lead.clientId()).isEqualTo(scenario.client());
    }

    @Test // outreach 10.2: failure, spent budget, no model → the table of default answers, the call proceeds
    void without_a_model_or_money_the_call_goes_out_with_what_rules_know() {
        OutreachScenario scenario = autopilot();
        expecting(scenario);
        writer.connected = false;
        assertThat(prepared(scenario, VoiceKnowledge.PREMIUM)).isEqualTo(new PrepareCalls.Round(0, 0));
        writer.connected = true;
        purse.closedTo = "writer";
        assertThat(prepared(scenario, VoiceKnowledge.PREMIUM))
                .as("a day without money is no failure of the lead")
                .isEqualTo(new PrepareCalls.Round(0, 0));
        purse.closedTo = null;
        writer.failure = new VendorFailure.OutOfCredits(Details.of("writer", "complete", "empty"));
        assertThat(prepared(scenario, VoiceKnowledge.STANDARD))
                .as("nor is an empty account, which staff hear of")
                .isEqualTo(new PrepareCalls.Round(0, 0));
        assertThat(alarm.raised()).extracting(Alert::fingerprint).containsExactly("model_account:out_of_credits");
        writer.failure = new VendorFailure.Conflict(Details.of("writer", "complete", "no"));
        assertThat(prepared(scenario, VoiceKnowledge.STANDARD)).isEqualTo(new PrepareCalls.Round(0, 1));
        assertThat(prepared(scenario, VoiceKnowledge.STANDARD))
                .as("not asked for again at once")
                .isEqualTo(new PrepareCalls.Round(0, 0));
        assertThat(writer.asked).hasSize(2);

        assertThat(said(scenario))
                .doesNotContain(QUIET_WEEKS)
                .contains("not_interested: That is fine, thank you for your time. Goodbye.");
    }

    @Test // content 3.7, 3.11: what is not so, or would be a link, is never said
    void an_answer_that_claims_more_than_is_known_is_not_used() {
        OutreachScenario scenario = autopilot();
        expecting(scenario);
        writer.answer.put("talking_points", List.of("Congratulations on raising $5M."));
        assertThat(prepared(scenario, VoiceKnowledge.STANDARD)).isEqualTo(new PrepareCalls.Round(0, 1));
        assertThat(writer.asked).as("hopeless, so asked once").hasSize(1);

        scenario.advance(Duration.ofHours(6));
        writer.answer.put("talking_points", List.of("See https://evil.example for more."));
        assertThat(prepared(scenario, VoiceKnowledge.STANDARD)).isEqualTo(new PrepareCalls.Round(0, 1));
        assertThat(writer.asked).as("told once what is wrong").hasSize(3);
        assertThat(writer.turns.getLast().corrections().getFirst().violations())
                .anyMatch(violation -> violation.contains("evil.example"));
        assertThat(purse.settled).hasSize(3).allMatch(cost -> cost.equals(AiCost.dollars("0.01")));
    }

    @Test // content 3.11: other people's words are data; scores, addresses and numbers are never shown
    void a_model_sees_facts_and_neither_score_nor_address() {
        OutreachScenario scenario = autopilot();
        Lead lead = expecting(scenario);
        prepared(scenario, VoiceKnowledge.STANDARD);
        ContentModel.Turn turn = writer.turns.getFirst();
        assertThat(turn.data().values()).anyMatch(fact -> fact.contains("Priya"));
        assertThat(turn.context().values()).anyMatch(fact -> fact.contains("Northlight"));
        assertThat(turn.instructions()).doesNotContain("Priya", "Northlight");
        String shown = turn.data() + " " + turn.context();
        assertThat(shown).doesNotContain("@").doesNotContain("+61");
        assertThat(lead.contact().phone()).isNotNull();
    }

    @Test // promises: who is gone while a model writes is not written down
    void who_is_deleted_while_a_model_writes_gets_no_knowledge_base() {
        OutreachScenario scenario = autopilot();
        Lead lead = expecting(scenario);
        writer.meanwhile = () -> scenario.in(() -> {
            scenario.on().world().leads().leads().deleteAll(scenario.client(), List.of(lead.id()), scenario.now());
            return lead;
        });
        prepared(scenario, VoiceKnowledge.STANDARD);
        assertThat(valid(scenario, lead)).isEmpty();
    }

    @Test // promises: no tenant sees another's data
    void another_client_finds_nothing_under_the_leads_id() {
        OutreachScenario scenario = autopilot();
        Lead lead = expecting(scenario);
        prepared(scenario, VoiceKnowledge.STANDARD);
        ClientId other = new ClientId(UUID.randomUUID());
        KnowledgeBook book = book(scenario).knowledge();
        assertThat(scenario.on()
                        .units()
                        .inTenant(
                                TenantScope.worker(other), () -> book.valid(other, List.of(lead.id()), scenario.now())))
                .isEmpty();
    }
}
