package io.agencyos.application.conversion.experiment;

import io.agencyos.application.outreach.engine.StepTemplates;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UniqueViolation;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.campaign.sequence.Sequence;
import io.agencyos.domain.campaign.sequence.SequenceStep;
import io.agencyos.domain.content.MessageForm;
import io.agencyos.domain.content.template.Template;
import io.agencyos.domain.conversion.experiment.Experiment;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.AuditEntry.Change;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.id.ExperimentId;
import io.agencyos.domain.shared.id.VariantId;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Every change and its line in the audit log are one unit of work. */
public final class HoldExperimentsService implements HoldExperiments {

    private static final int LONGEST_NAME = 60;
    private static final int LAST_BUCKET = 4;

    private final ExperimentPorts ports;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final IdSource ids;

    public HoldExperimentsService(ExperimentPorts ports, UnitOfWork units, ClockPort clock, IdSource ids) {
        this.ports = ports;
        this.units = units;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public Outcome begin(TenantScope scope, Asked asked, Origin origin) {
        Optional<String> wrong = wrong(asked.arms());
        if (wrong.isPresent()) {
            return new Outcome.ArmsInvalid(wrong.get());
        }
        try {
            return units.inTenant(scope.asWorker(), () -> beginInside(scope, asked, origin));
        } catch (UniqueViolation other) {
            return new Outcome.AlreadyRunning();
        }
    }

    /** They differ in what they say, and people can tell them apart. */
    private static Optional<String> wrong(List<ArmAsked> arms) {
        if (arms.size() < Experiment.LEAST_ARMS || arms.size() > Experiment.MOST_ARMS) {
            return Optional.of("An experiment has 2 to 6 arms.");
        }
        Set<String> names = new HashSet<>();
        Set<Optional<String>> texts = new HashSet<>();
        for (ArmAsked arm : arms) {
            String name = arm.name().strip();
            if (name.isEmpty() || name.length() > LONGEST_NAME || !names.add(name)) {
                return Optional.of("Each arm has a name of its own, of 1 to 60 characters.");
            }
            if (!texts.add(Optional.ofNullable(arm.text()).map(String::strip))) {
                return Optional.of("Two arms say the same.");
            }
        }
        return Optional.empty();
    }

    private Outcome beginInside(TenantScope scope, Asked asked, Origin origin) {
        Optional<Sequence> sequence = ports.campaigns()
                .find(scope.clientId(), asked.campaign())
                .flatMap(campaign -> ports.campaigns()
                        .sequence(
                                scope.clientId(),
                                campaign.id(),
                                campaign.sequence().version()));
        if (sequence.isEmpty()) {
            return new Outcome.NotFound();
        }
        Optional<SequenceStep> step = sequence.get().steps().stream()
                .filter(each -> each.stepNo() == asked.stepNo())
                .findFirst();
        Optional<MessageForm> form = step.flatMap(each -> StepTemplates.form(each.touchKind()));
        if (step.isEmpty() || form.isEmpty()) {
            return new Outcome.NoSuchStep();
        }
        List<ArmProblem> problems = problems(scope, asked, step.get(), form.get());
        if (!problems.isEmpty()) {
            return new Outcome.TextsInvalid(problems);
        }
        return begun(scope, asked, step.get(), origin);
    }

    private List<ArmProblem> problems(TenantScope scope, Asked asked, SequenceStep step, MessageForm form) {
        AssignVariants.Known known =
                AssignVariants.Known.of(ports.experiments().inForce(scope.clientId()), asked.campaign(), step.stepNo());
        Template template = StepTemplates.of(step, form, "step", 1).<Template>fold(Function.identity(), problem -> {
            throw new IllegalStateException("a stored step has an unreadable template: " + problem);
        });
        return ArmTexts.problems(
                asked.element(),
                asked.arms(),
                known.taken(),
                template,
                ports.clients().find(scope.clientId()).orElseThrow());
    }

    private Outcome begun(TenantScope scope, Asked asked, SequenceStep step, Origin origin) {
        Instant now = clock.now();
        Experiments.Before before = ports.experiments()
                .before(scope.clientId(), step.channel(), Math.min(step.stepNo(), LAST_BUCKET), asked.reward(), now);
        Experiment experiment = Experiment.begun(
                new ExperimentId(ids.next()),
                scope.clientId(),
                new Experiment.Place(asked.campaign(), asked.stepNo(), asked.element(), asked.reward()),
                asked.arms().stream()
                        .map(arm -> new Experiment.Wording(
                                new VariantId(ids.next()),
                                arm.name().strip(),
                                arm.text() == null ? null : arm.text().strip()))
                        .toList(),
                before.touches() == 0 ? Optional.empty() : Optional.of((double) before.rewarded() / before.touches()),
                now);
        ports.experiments().insert(experiment);
        told(scope, experiment, AuditAction.CREATE, Map.of(), origin);
        return new Outcome.Done(experiment);
    }

    @Override
    public List<Experiment> list(
            TenantScope scope, Experiments.Filter filter, Experiments.@Nullable After after, int limit) {
        return units.inTenant(scope, () -> ports.experiments().list(scope.clientId(), filter, after, limit));
    }

    @Override
    public Outcome stop(TenantScope scope, ExperimentId id, @Nullable String reason, Origin origin) {
        return changed(
                scope,
                id,
                found -> found.isRunning() ? Optional.of(found.stopped(reason, clock.now())) : Optional.empty(),
                origin);
    }

    @Override
    public Outcome adopt(TenantScope scope, ExperimentId id, Origin origin) {
        return changed(scope, id, found -> found.winner().map(won -> found.adopting(won.id())), origin);
    }

    private Outcome changed(
            TenantScope scope, ExperimentId id, Function<Experiment, Optional<Experiment>> change, Origin origin) {
        return units.inTenant(scope.asWorker(), () -> {
            Optional<Experiment> found = ports.experiments().find(scope.clientId(), id);
            if (found.isEmpty()) {
                return new Outcome.NotFound();
            }
            Optional<Experiment> next = change.apply(found.get());
            if (next.isEmpty()) {
                return new Outcome.Over(found.get());
            }
            Experiment stored = ports.experiments().update(next.get());
            told(
                    scope,
                    stored,
                    AuditAction.UPDATE,
                    Map.of(
                            "status",
                            new Change(
                                    found.get().status().wire(), stored.status().wire()),
                            "adopted",
                            new Change(name(found.get()), name(stored))),
                    origin);
            return new Outcome.Done(stored);
        });
    }

    private static String name(Experiment experiment) {
        return experiment.adopted() == null ? "" : experiment.adopted().text();
    }

    private void told(
            TenantScope scope, Experiment experiment, AuditAction action, Map<String, Change> changes, Origin origin) {
        ports.audit()
                .append(new AuditEntry(
                        ids.next(),
                        clock.now(),
                        scope.clientId(),
                        scope.userId() == null
                                ? AuditEntry.Actor.system()
                                : AuditEntry.Actor.user(scope.userId().value()),
                        action,
                        AuditEntry.Outcome.OK,
                        "content_experiment",
                        experiment.id().value(),
                        changes,
                        Map.of(
                                "campaign",
                                experiment.campaignId().text(),
                                "step",
                                Integer.toString(experiment.stepNo())),
                        origin));
    }
}
