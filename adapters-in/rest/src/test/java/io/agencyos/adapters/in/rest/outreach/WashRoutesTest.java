package io.agencyos.adapters.in.rest.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.http.testing.Caller;
import io.agencyos.adapters.in.rest.testing.WashesInMemory;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.contact.PhoneNumber;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WashRoutesTest {

    private static final String WASHES = "/api/v1/admin/dncr/washes";

    private WashesInMemory washing;
    private final ApiUnderTest api = ApiUnderTest.with(on -> {
        washing = new WashesInMemory(on);
        return List.of(new WashRoutes(washing.useCases.desk()));
    });
    private final Caller staff = api.staff();

    @AfterEach
    void stop() {
        api.close();
    }

    private void needed(String... numbers) {
        List<PhoneNumber> asked = Stream.of(numbers).map(PhoneNumber::new).toList();
        api.world()
                .units
                .onPlatform(() -> washing.washes.need(asked, api.world().clock.now()));
    }

    private String result(String line) {
        return "{'washed_at':'" + api.world().clock.now() + "','lines':[" + line + "]}";
    }

    @Test // vendors/dncr 5
    void a_file_goes_out_and_its_result_comes_back() {
        needed("+61491570006", "+61491570156");
        assertThat(staff.get(WASHES).at("/due")).isEqualTo("2");

        Answer file = staff.post(WASHES, "{}");
        Answer taken =
                staff.post(WASHES + "/" + file.at("/id") + "/result", result("'+61491570006,Y','+61491570156,N'"));

        assertThat(file.at("/lines/0")).isEqualTo("+61491570006");
        assertThat(taken.at("/newly_listed")).isEqualTo("1");
        assertThat(taken.at("/wash/clean")).isEqualTo("1");
        assertThat(staff.get(WASHES).at("/washes/0/state")).isEqualTo("done");
        assertThat(staff.post(WASHES, "{}").json().at("/lines").isEmpty())
                .as("nothing waits any more")
                .isTrue();
    }

    @Test // vendors/dncr 5: rejected if older than 24 h
    void a_result_that_does_not_count_is_refused() {
        needed("+61491570006");
        String result = WASHES + "/" + staff.post(WASHES, "{'limit':1}").at("/id") + "/result";
        assertThat(staff.post(result, "{'washed_at':'2020-01-01T00:00:00Z','lines':[]}")
                        .code())
                .isEqualTo("not_eligible");
        assertThat(staff.post(result, result("'+61491570006,N'")).status()).isEqualTo(200);
        assertThat(staff.post(result, result("'+61491570006,Y'")).code()).isEqualTo("invalid_transition");
        assertThat(staff.post(WASHES + "/" + UUID.randomUUID() + "/result", result("'x'"))
                        .status())
                .isEqualTo(404);
    }

    @Test // api 9.17
    void a_clients_owner_is_no_staff() {
        assertThat(api.as(Role.OWNER).get(WASHES).code()).isEqualTo("platform_admin_required");
    }
}
