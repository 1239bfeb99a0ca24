package io.agencyos.adapters.in.rest.deal;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.http.testing.Caller;
import io.agencyos.adapters.in.rest.testing.DeskWorld;
import io.agencyos.domain.client.identity.Role;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Files of customers and of whom not to contact, over HTTP. */
class BookImportRoutesTest {

    private final ApiUnderTest api = ApiUnderTest.with(world -> new DeskWorld(world).routes());

    @AfterEach
    void stop() {
        api.close();
    }

    @Test // api 9.14: CSV with column_map; result imported, updated, skipped, failed, errors; undo
    void customers_come_in_by_file_and_go_out_again() {
        Caller admin = api.as(Role.ADMIN);
        String file = "Firm;Web\n\"Tern; and sons\";https://www.tern.example\nNobody;\nBad;x y\n";

        Answer in = admin.upload(
                "/customers/imports",
                "customers.csv",
                file,
                Map.of("column_map", "{\"Firm\":\"company_name\",\"Web\":\"domain\"}"));

        assertThat(in.status()).isEqualTo(201);
        assertThat(in.at("/imported")).isEqualTo("1");
        assertThat(in.at("/skipped")).isEqualTo("1");
        assertThat(in.at("/errors/0/row")).isEqualTo("4");
        assertThat(admin.get("/customers").at("/items/0/company_name")).isEqualTo("Tern; and sons");
        assertThat(admin.get("/suppressions").at("/items/0/source")).isEqualTo("csv_import");
        assertThat(admin.get("/suppressions").at("/items/0/customer_id"))
                .isEqualTo(admin.get("/customers").at("/items/0/id"));
        String one = "/customers/imports/" + in.at("/id");
        assertThat(api.as(Role.VIEWER).get(one).at("/file_name")).isEqualTo("customers.csv");
        assertThat(admin.get("/suppressions/imports/" + in.at("/id")).status()).isEqualTo(404);
        Answer out = admin.post(one + "/undo");
        assertThat(out.at("/removed")).isEqualTo("1");
        assertThat(out.at("/import_run/status")).isEqualTo("undone");
        assertThat(admin.get("/suppressions").json().at("/items").size()).isZero();
        assertThat(admin.get("/customers/imports").at("/items/0/status")).isEqualTo("undone");
        assertThat(api.stranger().get(one).status()).isEqualTo(404);
    }

    @Test // api 1.3, 9.14
    void a_file_that_cannot_be_taken_says_why() {
        Caller admin = api.as(Role.ADMIN);
        assertThat(admin.upload("/suppressions/imports", "a.csv", "name\nKim\n", Map.of())
                        .at("/errors/0/code"))
                .isEqualTo("identity_required");
        assertThat(admin.upload("/suppressions/imports", "a.csv", "", Map.of()).status())
                .isEqualTo(422);
        assertThat(admin.upload("/suppressions/imports", "a.csv", "domain\na.example\n", Map.of("column_map", "[]"))
                        .at("/errors/0/pointer"))
                .isEqualTo("/column_map");
        assertThat(api.as(Role.MEMBER)
                        .upload("/suppressions/imports", "a.csv", "domain\na.example\n", Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(admin.upload("/suppressions/imports", "a.csv", "domain\na.example\n", Map.of())
                        .at("/imported"))
                .isEqualTo("1");
    }
}
