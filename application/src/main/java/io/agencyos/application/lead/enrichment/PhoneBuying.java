package io.agencyos.application.lead.enrichment;

import io.agencyos.application.lead.enrichment.RevealPhones.Asked;
import io.agencyos.application.lead.enrichment.RevealPhones.Looked;
import io.agencyos.application.lead.source.PeopleSources;
import io.agencyos.application.platform.flow.DueClients;
import io.agencyos.application.platform.flow.Flow;
import io.agencyos.application.platform.flow.FlowStep;
import io.agencyos.application.platform.flow.OnPlatform;
import io.agencyos.application.platform.flow.StepContext;
import io.agencyos.application.platform.flow.StepResult;
import io.agencyos.application.platform.flow.run.Outcome;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.flow.BreakerScope;
import io.agencyos.domain.platform.flow.Counts;
import io.agencyos.domain.platform.flow.RunFailure;
import io.agencyos.domain.platform.flow.WorkClass;
import io.agencyos.domain.shared.VendorFailure;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The flows {@code phone_reveal}, which asks each hour for the numbers of leads that are worth one, and
 * {@code phone_reveal_result}, which looks every minute for the answers that are due: the vendor's sign that they are there may be
 * lost. Source: apollo 4.1, 7.
 */
public final class PhoneBuying {

    public static final String ASKING = "phone_reveal";
    public static final String LOOKING = "phone_reveal_result";

    private final RevealPhones reveal;

    private PhoneBuying(RevealPhones reveal) {
        this.reveal = reveal;
    }

    /** @param connected clients that have a vendor of numbers: for the others the schedule makes no run */
    public static Flow<?> asking(RevealPhones reveal, DueClients connected) {
        return flow(ASKING, Role.ADMIN, connected, new PhoneBuying(reveal)::ask);
    }

    /** @param due clients with answers that are to be looked for */
    public static Flow<?> looking(RevealPhones reveal, DueClients due) {
        return flow(LOOKING, null, due, new PhoneBuying(reveal)::look);
    }

    private static Flow<?> flow(
            String name,
            @Nullable Role startedBy,
            DueClients clients,
            Function<StepContext<Optional<Void>>, StepResult> part) {
        return new Flow<Optional<Void>>(
                name,
                1,
                WorkClass.BATCH,
                startedBy,
                Set.of(BreakerScope.SUBSCRIPTION),
                new OnPlatform.Children(clients, Duration.ZERO),
                Flow::nothing,
                List.of(new FlowStep.Calling<>("numbers", 1, PeopleSources.ACCOUNT, part)));
    }

    private StepResult ask(StepContext<Optional<Void>> context) {
        Asked asked = reveal.ask(context.client());
        Counts before = context.counts();
        Counts counts = new Counts(
                before.total() + asked.asked() + asked.unclear() + asked.unwanted(),
                before.done() + asked.asked(),
                before.failed(),
                before.skipped() + asked.unwanted(),
                before.unknown() + asked.unclear());
        Outcome told = Outcome.count("vendor_credits", asked.credits());
        if (!asked.possible()) {
            told = told.plus(Outcome.reason("nothing_to_ask_for"));
        }
        Optional<VendorFailure> failure = asked.failure();
        if (failure.isPresent()) {
            Optional<RunFailure> trouble = failure.flatMap(VendorTrouble::ofAccount);
            if (trouble.isPresent()) {
                return stopped(trouble.get(), asked.asked(), counts, told);
            }
            told = told.plus(Outcome.reason(failure.get().kind()));
        }
        return asked.more() ? new StepResult.More("next", counts, told) : new StepResult.Done(counts, told);
    }

    private StepResult look(StepContext<Optional<Void>> context) {
        Looked looked = reveal.look(context.client());
        int over = looked.found() + looked.missing();
        Counts counts = Counts.done(
                context.counts().total() + over + looked.waiting(),
                context.counts().done() + over);
        Outcome told = Outcome.count("vendor_credits", looked.credits()).with("numbers", looked.found());
        Optional<RunFailure> trouble = looked.failure().flatMap(VendorTrouble::ofAccount);
        if (trouble.isPresent()) {
            return stopped(trouble.get(), over, counts, told);
        }
        return over + looked.waiting() == RevealPhones.MOST
                ? new StepResult.More("next", counts, told)
                : new StepResult.Done(counts, told);
    }

    /** The breaker hears of it; what was done before is counted first, and then somebody finds the vendor away at once. */
    private static StepResult stopped(RunFailure trouble, int done, Counts counts, Outcome told) {
        return done > 0 ? new StepResult.More("next", counts, told) : new StepResult.Failed(trouble);
    }
}
