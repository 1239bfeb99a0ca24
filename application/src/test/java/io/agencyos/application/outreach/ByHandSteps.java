package io.agencyos.application.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.outreach.engine.WrittenByHand;
import io.agencyos.application.outreach.store.Touches;
import io.agencyos.application.shared.TimeOrderedIds;
import io.agencyos.application.testing.TestChance;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.touch.ByHand;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchState;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.ReplyId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** What is told of answers on every channel. Source: outreach 4.6. */
final class ByHandSteps {

    static final String CHAT = "chat/77";
    static final String WORDS = "Good question. Can I ring you on Tuesday and tell you?";

    private static final int MORE_THAN_ENOUGH = 40;

    private ByHandSteps() {}

    /** Somebody answers what the lead wrote after the first contact, and a process lives so many units. */
    static boolean answers(OutreachScenario scenario, Lead lead, ReplyId reply, Channel channel, int units) {
        OutreachUseCases process = new OutreachUseCases(
                scenario.on().stores(),
                scenario.on().world(),
                scenario.on().outlets(),
                new DyingAfter(scenario.on().units(), units),
                scenario::now,
                new TimeOrderedIds(scenario::now, new TestChance(4711 + units)),
                () -> 0L);
        return DyingAfter.lives(() -> {
            WrittenByHand.Outcome outcome = process.writtenByHand()
                    .answer(
                            scenario.client(),
                            new WrittenByHand.Answer(
                                    lead.id(),
                                    reply,
                                    channel,
                                    "hello",
                                    WORDS,
                                    new ByHand(null, null, new ByHand.Answering(CHAT, null)),
                                    scenario.now()));
            assertThat(outcome).isInstanceOf(WrittenByHand.Outcome.Queued.class);
            process.loop().forEach(stage -> stage.run(scenario.client(), 10));
            process.loop().forEach(stage -> stage.run(scenario.client(), 10));
        });
    }

    /**
     * The process of whoever answers ends behind every unit in turn, the answer is given again, and the lead has it once.
     *
     * @param contacted a scenario whose lead was written to, once for every end of the process
     * @param delivered how many messages have reached anybody so far
     */
    static void leavesOnceWhereverTheProcessEnds(
            Supplier<OutreachScenario> contacted, Channel channel, Supplier<List<String>> delivered) {
        for (int units = 0; units < MORE_THAN_ENOUGH; units++) {
            OutreachScenario scenario = contacted.get();
            Lead lead = scenario.in(() -> scenario.on()
                            .world()
                            .leads()
                            .leads()
                            .findAll(
                                    scenario.client(),
                                    scenario
                                            .on()
                                            .stores()
                                            .touches()
                                            .list(scenario.client(), new Touches.Filter(null, null, null), null, 1)
                                            .stream()
                                            .map(Touch::leadId)
                                            .toList()))
                    .getFirst();
            int before = delivered.get().size();
            scenario.in(() -> scenario.useCases().stopOutreach().humanReply(scenario.client(), lead.id()));
            ReplyId reply = new ReplyId(UUID.randomUUID());
            boolean lived = answers(scenario, lead, reply, channel, units);
            answers(scenario, lead, reply, channel, MORE_THAN_ENOUGH);
            scenario.runFor(Duration.ofHours(12));

            assertThat(delivered.get()).as("died behind unit " + units).hasSize(before + 1);
            assertThat(scenario.touches(lead).stream().filter(touch -> reply.equals(touch.replyId())))
                    .as("died behind unit " + units)
                    .singleElement()
                    .extracting(Touch::state)
                    .isEqualTo(TouchState.SENT);
            assertThat(scenario.conservation().closes()).isTrue();
            if (lived) {
                assertThat(units).isGreaterThan(4);
                return;
            }
        }
        throw new AssertionError("it never lived to the end");
    }
}
