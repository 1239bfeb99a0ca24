package io.agencyos.adapters.in.rest.outreach;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.FieldError;
import io.agencyos.adapters.in.http.route.FieldErrors;
import io.agencyos.adapters.in.http.route.Items;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.route.Text;
import io.agencyos.application.outreach.suppression.CheckSuppressions;
import io.agencyos.application.outreach.suppression.CheckSuppressions.Answer;
import io.agencyos.application.outreach.suppression.CheckSuppressions.Question;
import io.agencyos.application.outreach.suppression.SuppressionUseCases;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.lead.SuppressionKeyType;
import io.agencyos.domain.lead.SuppressionLevel;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.shared.InputProblem;
import io.agencyos.domain.shared.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether somebody may be contacted at all. Source: api 9.14. */
public final class SuppressionCheckRoutes implements RouteGroup {

    private static final int MOST = 100;

    private final CheckSuppressions check;

    public SuppressionCheckRoutes(SuppressionUseCases suppressions) {
        check = suppressions.checkSuppressions();
    }

    /**
     * Whom to look for, a hundred at most in all.
     *
     * @param emails e-mail addresses
     * @param domains domains of companies
     * @param phones telephone numbers
     * @param linkedin addresses of LinkedIn profiles
     */
    public record Wanted(
            @Items(max = MOST) @Text(max = 254) @Nullable List<String> emails,
            @Items(max = MOST) @Text(max = 254) @Nullable List<String> domains,
            @Items(max = MOST) @Text(max = 40) @Nullable List<String> phones,
            @Items(max = MOST) @Text(max = 500) @Nullable List<String> linkedin) {}

    /**
     * Whether somebody may be written to.
     *
     * @param kind as what the value is understood
     * @param value what was asked about, as it was understood
     * @param suppressed whether nobody may write there
     * @param reason why nobody may write there; null where anybody may
     * @param level whose entry it is: the client's or the platform's; null where there is none
     * @param matchedBy what the entry names: a domain may answer for an address; null without an entry
     */
    public record Standing(
            SuppressionKeyType kind,
            String value,
            boolean suppressed,
            @Nullable SuppressionReason reason,
            @Nullable SuppressionLevel level,
            @Nullable SuppressionKeyType matchedBy) {

        static Standing of(Answer answer) {
            Suppression entry = answer.entry().orElse(null);
            return new Standing(
                    answer.question().type(),
                    answer.question().text(),
                    entry != null,
                    entry == null ? null : entry.reason(),
                    entry == null ? null : entry.level(),
                    entry == null ? null : entry.keyType());
        }
    }

    /**
     * One answer for each question.
     *
     * @param items one answer for each question, in its order
     */
    public record Standings(List<Standing> items) {}

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(Route.post(Route.C + "/suppressions/check", "Whether these may be contacted at all")
                .tag("Suppression")
                .role(Role.VIEWER)
                .body(
                        Wanted.class,
                        new Wanted(List.of("max@rivalworks.example"), List.of("rivalworks.example"), null, null))
                .answers(
                        Standings.class,
                        new Standings(List.of(new Standing(
                                SuppressionKeyType.EMAIL,
                                "max@rivalworks.example",
                                true,
                                SuppressionReason.COMPETITOR,
                                SuppressionLevel.CLIENT,
                                SuppressionKeyType.DOMAIN))))
                .handledBy(this::checked));
    }

    /** One value, with where it stood. */
    private record Asked(String pointer, Question question) {}

    private Reply<Standings> checked(Call<Wanted> call) {
        Wanted body = call.body();
        List<Asked> asked = Stream.of(
                        asked("emails", SuppressionKeyType.EMAIL, body.emails()),
                        asked("domains", SuppressionKeyType.DOMAIN, body.domains()),
                        asked("phones", SuppressionKeyType.PHONE, body.phones()),
                        asked("linkedin", SuppressionKeyType.LINKEDIN, body.linkedin()))
                .flatMap(List::stream)
                .toList();
        if (asked.isEmpty() || asked.size() > MOST) {
            return Reply.invalid(
                    List.of(FieldError.of("", "out_of_range", "Between one and " + MOST + " values are checked.")));
        }
        List<Result<Answer, InputProblem>> answers =
                check.check(call.scope(), asked.stream().map(Asked::question).toList());
        FieldErrors errors = new FieldErrors();
        List<Standing> standings = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            switch (answers.get(i)) {
                case Result.Ok<Answer, InputProblem>(Answer answer) -> standings.add(Standing.of(answer));
                case Result.Err<Answer, InputProblem>(InputProblem wrong) ->
                    errors.add(FieldError.of(asked.get(i).pointer(), wrong.code(), wrong.reason()));
            }
        }
        return errors.isEmpty() ? Reply.ok(new Standings(standings)) : Reply.invalid(errors);
    }

    private static List<Asked> asked(String member, SuppressionKeyType type, @Nullable List<String> values) {
        return values == null
                ? List.of()
                : IntStream.range(0, values.size())
                        .mapToObj(at -> new Asked("/" + member + "/" + at, new Question(type, values.get(at))))
                        .toList();
    }
}
