package io.agencyos.application.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.allocation.AllocationScenario.Asking;
import io.agencyos.domain.platform.DomainEvent;
import io.agencyos.domain.platform.EventName;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Assignments that use the credits up, on stores of any kind. Source: scoring PLAN-4. */
public abstract class CreditLowContract extends AssignmentSteps {

    @Test // scoring events: credit.low (< 10 % of quota); PLAN-4: 1 credit = 1 pool lead assigned
    void the_assignment_that_leaves_less_than_a_tenth_of_the_quota_tells_so_once() {
        Asking asking = scenario().asking();
        scenario().pool(6);
        spend(asking, QUOTA - 127);

        assertThat(done(assign(asking, 2, "first")).assigned()).isEqualTo(2);
        assertThat(low()).isEmpty();
        assertThat(done(assign(asking, 2, "second")).assigned()).isEqualTo(2);
        assertThat(done(assign(asking, 2, "third")).assigned()).isEqualTo(2);

        assertThat(balance(asking)).isEqualTo(121);
        assertThat(low())
                .singleElement()
                .satisfies(event -> assertThat(event.payload()).isEqualTo(Map.of("balance", "123", "quota", "1250")));
    }

    private List<DomainEvent> low() {
        return scenario().told().stream()
                .filter(event -> event.name() == EventName.CREDIT_LOW)
                .toList();
    }
}
