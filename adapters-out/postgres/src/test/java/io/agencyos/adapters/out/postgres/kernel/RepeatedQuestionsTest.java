package io.agencyos.adapters.out.postgres.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * A reading unit's question and whose rows it sees travel as one transaction of the server's own. The driver ends it between
 * the two as soon as it has asked the server for a parameter's type and the answer can be of any size, which it does from the
 * fifth time on; the question then sees nobody's rows. So every absent value says its type.
 */
class RepeatedQuestionsTest {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    /** What the house binds, and how SQL names it. */
    static final Map<Type, String> ABSENT = Map.ofEntries(
            Map.entry(String.class, "text"),
            Map.entry(Integer.class, "int"),
            Map.entry(Long.class, "bigint"),
            Map.entry(Boolean.class, "boolean"),
            Map.entry(BigDecimal.class, "numeric"),
            Map.entry(UUID.class, "uuid"),
            Map.entry(LeadId.class, "uuid"),
            Map.entry(LeadStatus.class, "text"),
            Map.entry(Instant.class, "timestamptz"),
            Map.entry(LocalDate.class, "date"),
            Map.entry(LocalTime.class, "time"),
            Map.entry(Json.class, "jsonb"),
            Map.entry(RowSet.Text.class, "json"),
            Map.entry(String[].class, "text[]"),
            Map.entry(UUID[].class, "uuid[]"));

    static final List<Type> TYPES = ABSENT.keySet().stream()
            .sorted(Comparator.comparing(Type::getTypeName))
            .toList();

    private static final TenantScope VIEWER = new TenantScope(new ClientId(UUID.randomUUID()), null, Role.VIEWER);
    private static final int MORE_THAN_IT_TAKES = 8;

    @BeforeAll
    static void aLead() throws SQLException {
        try (Connection superuser = database.superuser()) {
            new RowSeeder(superuser).seed(VIEWER.clientId().value(), 1);
        }
    }

    @ParameterizedTest // data model 2: a tenant sees its rows, however often it asks
    @FieldSource("TYPES")
    void the_same_question_is_answered_alike_however_often_it_is_asked(Type type) {
        for (int asked = 1; asked <= MORE_THAN_IT_TAKES; asked++) {
            assertThat(database.unitOfWork()
                            .<List<String>>reading(
                                    VIEWER,
                                    () -> Db.query("select source from lead where cast(:absent as " + ABSENT.get(type)
                                                    + ") is null")
                                            .bindByType("absent", null, type)
                                            .mapTo(String.class)
                                            .list()))
                    .as("asked %d times", asked)
                    .hasSize(1);
        }
    }

    @Test // what would be answered with nobody's rows is not asked at all
    void an_absent_value_that_does_not_say_its_type_is_refused() {
        assertThatThrownBy(() -> database.unitOfWork()
                        .<List<String>>reading(
                                VIEWER,
                                () -> Db.query("select source from lead where cast(:absent as text) is null")
                                        .bind("absent", (Object) null)
                                        .mapTo(String.class)
                                        .list()))
                .hasStackTraceContaining("does not say its type");
    }
}
