package io.agencyos.domain.campaign.activation;

import io.agencyos.domain.campaign.sequence.SequenceRules;
import io.agencyos.domain.campaign.sequence.SequenceStep;
import io.agencyos.domain.shared.Channel;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What must hold before a campaign starts, all reported together in the order of the list. Source: outreach 1.3. */
public final class ActivationChecks {

    private record Check(int number, Function<ActivationFacts, Stream<ActivationProblem>> rule) {}

    private static final List<Check> CHECKS = List.of(
            new Check(1, f -> problem(f.name().isBlank(), ActivationProblem.NAME_MISSING)),
            new Check(1, f -> problem(f.mix().sum() != 100, ActivationProblem.MIX_SUM)),
            new Check(1, f -> problem(!SequenceRules.numbered(f.steps()), ActivationProblem.STEPS_INVALID)),
            new Check(2, f -> problem(!f.subscription().isRunning(), ActivationProblem.SUBSCRIPTION_INACTIVE)),
            new Check(3, f -> problem(!f.slotFree(), ActivationProblem.CAMPAIGN_SLOT_LIMIT)),
            new Check(4, ActivationChecks::senders),
            new Check(5, f -> problem(!f.senderIdentityComplete(), ActivationProblem.SENDER_IDENTITY_INCOMPLETE)),
            new Check(6, f -> problem(!f.consentDeclared(), ActivationProblem.CONSENT_DECLARATION_MISSING)),
            new Check(7, f -> problem(f.clientPaused(), ActivationProblem.CLIENT_PAUSED)),
            new Check(8, f -> problem(!f.hasLeads() && f.credits() <= 0, ActivationProblem.NO_CREDITS)),
            new Check(9, f -> problem(!f.icpConfirmed(), ActivationProblem.ICP_NOT_CONFIGURED)));

    private ActivationChecks() {}

    /** Every problem; none when the campaign may start. */
    public static List<ActivationProblem> problems(ActivationFacts facts) {
        return CHECKS.stream()
                .flatMap(check -> check.rule().apply(facts))
                .distinct()
                .toList();
    }

    /** Channels of steps that nobody can send on and that will be skipped: a warning, no problem. */
    public static List<Channel> skippedChannels(ActivationFacts facts) {
        return withoutSender(facts)
                .filter(ActivationChecks::replaceable)
                .map(SequenceStep::channel)
                .distinct()
                .toList();
    }

    private static Stream<ActivationProblem> senders(ActivationFacts facts) {
        List<Channel> missing = withoutSender(facts)
                .filter(step -> !replaceable(step))
                .map(SequenceStep::channel)
                .toList();
        return Arrays.stream(Channel.values()).filter(missing::contains).map(ActivationProblem::noResource);
    }

    private static Stream<SequenceStep> withoutSender(ActivationFacts facts) {
        return facts.steps().stream().filter(step -> !facts.senders().contains(step.channel()));
    }

    // a step says that it may be skipped by naming what skips it; e-mail, the backbone, may not
    private static boolean replaceable(SequenceStep step) {
        return step.fallbackChannel() != null || step.channel() != Channel.EMAIL && step.skipIf() != null;
    }

    private static Stream<ActivationProblem> problem(boolean found, ActivationProblem problem) {
        return found ? Stream.of(problem) : Stream.empty();
    }
}
