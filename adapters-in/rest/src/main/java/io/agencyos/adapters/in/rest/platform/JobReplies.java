package io.agencyos.adapters.in.rest.platform;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.FieldError;
import io.agencyos.adapters.in.http.route.FieldErrors;
import io.agencyos.adapters.in.http.route.Problem;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.rest.platform.JobViews.Job;
import io.agencyos.application.platform.flow.StartRun;
import io.agencyos.application.platform.flow.run.Block;
import io.agencyos.application.platform.flow.run.Run;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.id.RunId;

/** What the API answers to whoever starts a job, whichever route it was. Source: api 4, flows 1.9. */
public final class JobReplies {

    private JobReplies() {}

    public static Reply<Job> of(StartRun.Outcome outcome, Call<?> call) {
        return switch (outcome) {
            case StartRun.Outcome.Started(Run run) -> accepted(run);
            case StartRun.Outcome.Repeated(Run run) -> accepted(run);
            case StartRun.Outcome.AlreadyRunning(RunId active) ->
                Reply.refused(Problem.of(ProblemCode.ALREADY_RUNNING, "This flow is running for the client.")
                        .with("job_id", active.text()));
            case StartRun.Outcome.Blocked(Block by) ->
                Reply.refused(Problem.blocked(by.message(), by.scope().wire(), by.until()));
            case StartRun.Outcome.SwitchedOff(String reason) -> Reply.refused(Problem.blocked(reason, "flow", null));
            case StartRun.Outcome.Invalid(String message) -> invalid(message);
            case StartRun.Outcome.RoleRequired(Role least) -> role(call, least);
            case StartRun.Outcome.NotFound() -> Reply.notFound();
        };
    }

    /** With the address at which to ask after it. */
    private static Reply<Job> accepted(Run run) {
        String path = Route.C.replace("{client_id}", run.client().text()) + "/jobs/"
                + run.id().text();
        return Reply.accepted(Job.of(run)).at(path);
    }

    static <R> Reply<R> role(Call<?> call, Role least) {
        return Reply.refused(
                Problem.roleRequired(least.wire(), call.scope().role().wire()));
    }

    private static <R> Reply<R> invalid(String message) {
        FieldErrors errors = new FieldErrors();
        errors.add(FieldError.of("/params", "invalid", message));
        return Reply.invalid(errors);
    }
}
