package io.agencyos.application.platform.flow;

import io.agencyos.application.platform.flow.run.Run;
import io.agencyos.application.platform.flow.store.FlowDefinitions.Definition;
import io.agencyos.application.platform.flow.store.FlowPorts;
import io.agencyos.application.platform.flow.store.FlowRuns;
import io.agencyos.application.shared.IdSource;
import io.agencyos.domain.platform.flow.RunKey;
import io.agencyos.domain.platform.flow.RunTrigger;
import io.agencyos.domain.platform.flow.WorkClass;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.RunId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes runs, in the unit of work that is open. */
final class RunMaker {

    private final FlowPorts ports;
    private final IdSource ids;

    RunMaker(FlowPorts ports, IdSource ids) {
        this.ports = ports;
        this.ids = ids;
    }

    /** Why a run is made, and what it is about where that is not the client itself. */
    record Cause(
            RunTrigger trigger,
            RunKey key,
            @Nullable UserId by,
            @Nullable RunId parent,
            String subject) {

        Cause(RunTrigger trigger, RunKey key, @Nullable UserId by, @Nullable RunId parent) {
            this(trigger, key, by, parent, "");
        }

        static Cause of(RunTrigger trigger, RunKey key) {
            return new Cause(trigger, key, null, null);
        }
    }

    Run make(
            Flow<?> flow,
            Definition definition,
            ClientId client,
            Cause cause,
            Map<String, String> params,
            Instant now,
            @Nullable Instant notBefore) {
        Instant from = notBefore == null ? now : notBefore;
        return Run.queued(
                new Run.Order(
                        new RunId(ids.next()),
                        client,
                        flow.name(),
                        flow.version(),
                        // somebody waits for what a person started
                        cause.by() == null ? flow.work() : WorkClass.INTERACTIVE,
                        cause.trigger(),
                        cause.by(),
                        cause.parent(),
                        cause.key(),
                        cause.subject().isEmpty() ? flow.name() : flow.name() + " " + cause.subject(),
                        params,
                        from,
                        definition.deadline() == null ? null : from.plus(definition.deadline()),
                        now),
                notBefore);
    }

    /** Stores it and tells the dispatcher. */
    FlowRuns.Inserted insert(Run run, Flow<?> flow) {
        FlowRuns.Inserted inserted = ports.runs().insert(run, flow.plan(run.client()));
        if (inserted instanceof FlowRuns.Inserted.Made) {
            ports.queues()
                    .signal(
                            run.order().work(),
                            List.of(run.client()),
                            run.order().scheduledFor());
        }
        return inserted;
    }
}
