package io.agencyos.application.outreach.writing;

import io.agencyos.application.outreach.engine.WrittenByHand;
import io.agencyos.application.platform.flow.Flow;
import io.agencyos.application.platform.flow.FlowStep;
import io.agencyos.application.platform.flow.StepContext;
import io.agencyos.application.platform.flow.StepResult;
import io.agencyos.application.platform.flow.run.Outcome;
import io.agencyos.domain.campaign.sequence.StepPurpose;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.flow.BreakerScope;
import io.agencyos.domain.platform.flow.Counts;
import io.agencyos.domain.platform.flow.WorkClass;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.EntityId;
import io.agencyos.domain.shared.id.LeadId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The flow {@code lead_draft}: a text to a lead for somebody to look at, told as the run's outcome, which goes with the person
 * when the person is erased. It is a job because a model may write it; the composer does so far, which the outcome says by
 * {@code degraded}. Source: api 1.7, 9.6 {@code drafts}, 1.8 (AI money limits).
 */
public final class DraftJob {

    public static final String FLOW = "lead_draft";

    private static final String LEAD = "lead_id";
    private static final String CHANNEL = "channel";
    private static final String PURPOSE = "purpose";
    private static final Set<String> PARAMS = Set.of(LEAD, CHANNEL, PURPOSE);

    private DraftJob() {}

    /** What is to be written. */
    public record Wanted(LeadId lead, Channel channel, StepPurpose purpose) {

        /** The order of it, as the flow understands it. */
        public Map<String, String> params() {
            return Map.of(LEAD, lead.text(), CHANNEL, channel.wire(), PURPOSE, purpose.wire());
        }

        static Result<Wanted, String> read(Map<String, String> params) {
            if (!PARAMS.equals(params.keySet())) {
                return Result.err("the parameters are lead_id, channel and purpose");
            }
            return EntityId.parse(params.get(LEAD), LeadId::new)
                    .mapError(problem -> "lead_id is an id")
                    .flatMap(lead -> word(Channel.class, CHANNEL, params)
                            .flatMap(channel -> WrittenByHand.CHANNELS.contains(channel)
                                    ? Result.ok(channel)
                                    : Result.err("nobody writes by hand on " + channel.wire()))
                            .flatMap(channel -> word(StepPurpose.class, PURPOSE, params)
                                    .map(purpose -> new Wanted(lead, channel, purpose))));
        }

        private static <E extends Enum<E> & Vocabulary> Result<E, String> word(
                Class<E> words, String name, Map<String, String> params) {
            return Vocabulary.parse(words, params.get(name))
                    .<Result<E, String>>map(Result::ok)
                    .orElseGet(() -> Result.err(params.get(name) + " is no " + name));
        }
    }

    public static Flow<Wanted> flow(WriteDraft drafts) {
        return new Flow<>(
                FLOW,
                1,
                WorkClass.INTERACTIVE,
                Role.MEMBER,
                Set.of(BreakerScope.SUBSCRIPTION),
                false,
                Wanted::read,
                List.of(new FlowStep.Calling<>("write", 1, context -> write(drafts, context))));
    }

    private static StepResult write(WriteDraft drafts, StepContext<Wanted> context) {
        Wanted wanted = context.params();
        return switch (drafts.write(context.client(), wanted.lead(), wanted.channel(), wanted.purpose())) {
            case WriteDraft.Outcome.Written(WriteDraft.Draft draft) ->
                new StepResult.Done(Counts.done(1, 1), told(draft));
            case WriteDraft.Outcome.Wordless(String code, var missing) ->
                new StepResult.Skipped(Outcome.reason(code)
                        .plus(new Outcome(
                                Map.of(),
                                Map.of(),
                                Map.of(
                                        "missing",
                                        missing.stream()
                                                .map(variable -> Map.of("variable", variable.wire()))
                                                .toList()))));
            case WriteDraft.Outcome.NotFound() -> new StepResult.Skipped(Outcome.reason("lead_not_found"));
        };
    }

    private static Outcome told(WriteDraft.Draft draft) {
        Map<String, String> words = new TreeMap<>();
        if (draft.subject() != null) {
            words.put("subject", draft.subject());
        }
        words.put("body", draft.body());
        words.put("template_id", draft.templateId());
        words.put("degraded", "true");
        return new Outcome(
                Map.of(),
                words,
                Map.of(
                        "sources",
                        draft.sources().entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(source ->
                                        Map.of("variable", source.getKey().wire(), "value", source.getValue()))
                                .toList(),
                        "findings",
                        draft.findings().stream()
                                .map(found -> Map.of(
                                        "code",
                                        found.code(),
                                        "severity",
                                        found.severity().wire(),
                                        "field",
                                        found.field()))
                                .toList()));
    }
}
