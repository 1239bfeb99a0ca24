package io.agencyos.adapters.in.rest.platform;

import io.agencyos.adapters.in.rest.platform.JobViews.Job;
import io.agencyos.adapters.in.rest.route.Call;
import io.agencyos.adapters.in.rest.route.FieldError;
import io.agencyos.adapters.in.rest.route.Problem;
import io.agencyos.adapters.in.rest.route.ProblemCode;
import io.agencyos.adapters.in.rest.route.Reply;
import io.agencyos.adapters.in.rest.route.Route;
import io.agencyos.application.platform.flow.Block;
import io.agencyos.application.platform.flow.Run;
import io.agencyos.application.platform.flow.StartRun;
import io.agencyos.domain.client.Role;
import io.agencyos.domain.shared.RunId;
import java.util.List;

/** The answer to an order that is carried out by a job: 202 with the job, and where to ask after it. Source: api 1.7. */
public final class Ordered {

    public static final int ACCEPTED = 202;

    /** What such an order can be refused for. */
    public static final ProblemCode[] PROBLEMS = {ProblemCode.ALREADY_RUNNING, ProblemCode.BLOCKED};

    private Ordered() {}

    /** @param call whose client the job is of */
    public static Reply<Job> job(Call<?> call, StartRun.Outcome outcome) {
        return switch (outcome) {
            case StartRun.Outcome.Started(Run run) -> accepted(run);
            case StartRun.Outcome.Repeated(Run run) -> accepted(run);
            case StartRun.Outcome.AlreadyRunning(RunId active) ->
                Reply.refused(Problem.of(ProblemCode.ALREADY_RUNNING, "This flow is running for the client.")
                        .with("job_id", active.text()));
            case StartRun.Outcome.Blocked(Block by) ->
                Reply.refused(Problem.of(ProblemCode.BLOCKED, by.message())
                        .with("scope", by.scope().wire()));
            case StartRun.Outcome.SwitchedOff(String reason) ->
                Reply.refused(Problem.of(ProblemCode.BLOCKED, reason).with("scope", "flow"));
            case StartRun.Outcome.Invalid(String message) ->
                Reply.invalid(List.of(FieldError.of("/params", "invalid", message)));
            case StartRun.Outcome.RoleRequired(Role least) ->
                Reply.refused(
                        Problem.roleRequired(least.wire(), call.scope().role().wire()));
            case StartRun.Outcome.NotFound() -> Reply.notFound();
        };
    }

    private static Reply<Job> accepted(Run run) {
        String path = Route.C.replace("{client_id}", run.client().text()) + "/jobs/"
                + run.id().text();
        return Reply.accepted(Job.of(run)).at(path);
    }
}
