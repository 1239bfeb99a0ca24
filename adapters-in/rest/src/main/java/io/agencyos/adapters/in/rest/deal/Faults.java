package io.agencyos.adapters.in.rest.deal;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.FieldError;
import io.agencyos.adapters.in.http.route.Problem;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.application.deal.Fault;
import io.agencyos.domain.client.identity.Role;
import java.util.List;

/** Refusals that the routes of this context have in common. */
final class Faults {

    private Faults() {}

    static <V> Reply<V> invalid(List<Fault> faults) {
        return Reply.invalid(faults.stream()
                .map(fault -> FieldError.of("/" + fault.member(), fault.code(), fault.reason()))
                .toList());
    }

    static <V> Reply<V> forbidden(Call<?> call, Role required) {
        return Reply.refused(
                Problem.roleRequired(required.wire(), call.scope().role().wire()));
    }
}
